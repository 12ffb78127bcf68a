package org.w3id.urbis.loader.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.source.Fault;
import org.w3id.urbis.loader.source.SourceFile;

class GraphReaderTest {

    private static final Node GRAPH = BaseIri.URBIS.graph("test/file");
    private static final String TURTLE = """
        @prefix : <https://w3id.org/urbis/ontology#> .
        <id/network/c40> a :Network ; :name "Quarante"@fr ; :count [ a :MemberCount ; :value 007 ] .
        """;

    @TempDir
    private Path folder;

    @Test
    void everyFormatOfTheSameStatementsMeansTheSame() throws IOException {
        GraphContent turtle = read("a.ttl", TURTLE);
        assertEquals(List.of(), turtle.faults());
        assertEquals(5, turtle.quads().size());
        assertTrue(turtle.quads().stream().allMatch(quad -> quad.getGraph().equals(GRAPH)));
        String base = "https://w3id.org/urbis/";
        String triples = """
            <%1$sid/network/c40> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <%1$sontology#Network> .
            <%1$sid/network/c40> <%1$sontology#name> "Quarante"@FR .
            <%1$sid/network/c40> <%1$sontology#count> _:x .
            _:x <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <%1$sontology#MemberCount> .
            _:x <%1$sontology#value> "7"^^<http://www.w3.org/2001/XMLSchema#integer> .
            """.formatted(base);
        Set<Object> expected = Set.copyOf(turtle.quads());
        assertEquals(expected, Set.copyOf(read("a.trig", TURTLE).quads()));
        assertEquals(expected, Set.copyOf(read("a.nt", triples).quads()));
        assertEquals(
                expected,
                Set.copyOf(read("a.nq", triples.replace(" .\n", " <" + GRAPH.getURI() + "> .\n"))
                        .quads()));
        assertEquals(expected, Set.copyOf(read("a.jsonld", """
            {"@context": {"@vocab": "https://w3id.org/urbis/ontology#"}, "@id": "id/network/c40", "@type": "Network",
             "name": {"@value": "Quarante", "@language": "fr"}, "count": {"@type": "MemberCount", "value": 7}}\
            """).quads()));
        assertEquals(expected, Set.copyOf(read("a.rdf", """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="https://w3id.org/urbis/ontology#">
              <Network rdf:about="id/network/c40"><name xml:lang="fr">Quarante</name>
                <count><MemberCount><value rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">7</value></MemberCount></count>
              </Network>
            </rdf:RDF>\
            """).quads()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "a.ttl | <a:a> <a:b> <a:c> .\\n<a:a> <a:b> . | a.ttl:2: ",
                "a.ttl | <a:a> :b 1 . | a.ttl:1: Default namespace used but not defined",
                "a.ttl | <a:a> <a:b> <a b> . | a.ttl:1: IRI included",
                "a.ttl | <a:a> <a:b> <<<a:a> <a:b> <a:c>>> . | a.ttl:1: ",
                "a.jsonld | {\"@id\": | a.jsonld: ",
                "a.rdf | <rdf:RDF | a.rdf:1: ",
                "a.ttl | [] <a:b> 1 . | a.ttl:1: It has no name that would stay the same",
                "a.ttl | <a:a> <a:b> _:x .\\n<a:c> <a:d> _:x . | more than one statement points to",
                "a.trig | <g:g> { <a:a> <a:b> 1 } | A file fills one graph",
                "a.txt | anything | The ending .txt stands for no RDF format",
            })
    void faultsSayWhere(String name, String text, String message) throws IOException {
        List<Fault> faults = read(name, text.replace("\\n", "\n")).faults();
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.getFirst().toString().contains(message), faults::toString);
    }

    @Test
    void linesOfNQuadsAreReadOnAfterABadOne() throws IOException {
        GraphContent content =
                read("a.nq", "<a:a> <a:b> <a:c> .\nbad\n<a:a> <a:b> <a:d> .\nbad too\n<a:a> <a:b> <a:e> .\n");
        assertEquals(List.of(2L, 4L), content.faults().stream().map(Fault::line).toList());
        assertEquals(3, content.quads().size());
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.example/context.jsonld",
        "file:///etc/hostname",
        "https://w3id.org/urbis/context/no-such-context"
    })
    void noContextIsFetched(String context) throws IOException {
        List<Fault> faults = read("a.jsonld", "{\"@context\": \"" + context + "\", \"@id\": \"a:a\", \"name\": \"x\"}")
                .faults();
        assertEquals(1, faults.size());
        assertTrue(faults.getFirst().message().contains("which is refused"), faults::toString);
    }

    private GraphContent read(String name, String text) throws IOException {
        return new GraphReader(BaseIri.URBIS).read(SourceFile.at(Files.writeString(folder.resolve(name), text)), GRAPH);
    }
}
