package org.w3id.urbis.loader.publication;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionDumpsTest {

    private static final String TOWN = "<https://w3id.org/urbis/graph/town/people>";
    private static final String OTHER = "<http://a.example/elsewhere>";
    private static final String RDF_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";

    /** What a writer can stumble over. */
    private static final List<String> STATEMENTS = List.of(
            TOWN + " <http://a.example/a> " + RDF_TYPE + " <http://www.w3.org/2004/02/skos/core#Concept>",
            TOWN + " <http://a.example/a> <http://www.w3.org/2004/02/skos/core#prefLabel> 'Its \"so\"\\n\\t\\u0001'",
            TOWN + " <http://a.example/a> <http://www.w3.org/2004/02/skos/core#prefLabel> 'مدينة'@ar",
            TOWN + " <http://a.example/a> <http://www.w3.org/2004/02/skos/core#prefLabel> 'City'@en-GB",
            TOWN + " <http://a.example/a> <http://a.example/n> 12",
            TOWN + " <http://a.example/a> <http://a.example/n> '012'^^<http://www.w3.org/2001/XMLSchema#integer>",
            TOWN + " <http://a.example/a> <http://a.example/n> 1.50",
            TOWN + " <http://a.example/a> <http://a.example/n> 1e3",
            TOWN + " <http://a.example/a> <http://a.example/n> true",
            TOWN + " <http://a.example/a> <http://a.example/n> '1'^^<http://www.w3.org/2001/XMLSchema#boolean>",
            TOWN + " <http://a.example/a> <http://a.example/n> '2030'^^<http://www.w3.org/2001/XMLSchema#gYear>",
            TOWN + " <http://a.example/b> <http://a.example/at> <skos:48.2,16.3>",
            TOWN + " <skos:subject> <http://www.w3.org/2004/02/skos/core#notation> '1'",
            OTHER + " <http://a.example/a> <http://www.w3.org/2004/02/skos/core#prefLabel> 'Elsewhere'");

    @TempDir
    private static Path directory;

    private static Revision revision;

    @BeforeAll
    static void publish() {
        List<Quad> quads = new ArrayList<>(STATEMENTS.stream()
                .map(statement -> SSE.parseQuad("(" + statement + ")"))
                .toList());
        // More graphs than files are open at a time.
        for (int i = 0; i < 70; i++) {
            quads.add(SSE.parseQuad("(<https://w3id.org/urbis/graph/many/" + i + "> <http://a.example/a> " + RDF_TYPE
                    + " <http://a.example/T>)"));
        }
        revision = new Publication(directory, 2, Clock.systemUTC())
                .publish(quads::stream)
                .orElseThrow();
    }

    @Test
    void everyFormHoldsWhatTheDumpHolds() throws IOException {
        DatasetGraph quads = read("urbis.nq.gz", Lang.NQUADS);
        assertEquals(revision.quads(), quads.stream().count());
        assertTrue(IsoMatcher.isomorphic(quads, read("urbis.jsonld.gz", Lang.JSONLD11)));
        int graphs = 0;
        for (RevisionDumps.DumpFile file : RevisionDumps.of(revision)) {
            if (file.graph().isPresent()) {
                Graph turtle = read(file.name(), Lang.TURTLE).getDefaultGraph();
                Graph graph = quads.getGraph(SSE.parseNode("<" + file.graph().get() + ">"));
                assertTrue(turtle.isIsomorphicWith(graph), file.name());
                graphs++;
            }
        }
        assertEquals(72, graphs);
        assertTrue(RevisionDumps.find(revision, "graph/town/people.ttl.gz").isPresent());
        assertTrue(RevisionDumps.find(revision, "graph/town/../people.ttl.gz").isEmpty());
    }

    @Test
    void theChecksumsAreRightAndWhatIsDeletedIsMadeAgain() throws Exception {
        Map<String, byte[]> before = new TreeMap<>();
        for (RevisionDumps.DumpFile file : RevisionDumps.of(revision)) {
            byte[] bytes = Files.readAllBytes(file.path());
            before.put(file.name(), bytes);
            assertEquals(Sha256.hex(seen(bytes)), file.sha256(), file.name());
            assertEquals(bytes.length, file.bytes());
        }
        DurableFiles.remove(revision.dumps());
        for (RevisionDumps.DumpFile file : RevisionDumps.of(revision)) {
            assertArrayEquals(before.get(file.name()), Files.readAllBytes(file.path()), file.name());
        }
        assertEquals(74, before.size());
    }

    private static MessageDigest seen(byte[] bytes) {
        MessageDigest digest = Sha256.digest();
        digest.update(bytes);
        return digest;
    }

    private static DatasetGraph read(String name, Lang lang) throws IOException {
        Path path = RevisionDumps.find(revision, name).orElseThrow().path();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
            return RDFParser.source(in).lang(lang).toDatasetGraph();
        }
    }
}
