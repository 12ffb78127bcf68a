package org.w3id.urbis.loader.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.RDFPatch;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.Test;

class PatchWriterTest {

    private static final String BEFORE = "https://w3id.org/urbis/revisions/1";
    private static final String AFTER = "https://w3id.org/urbis/revisions/2";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void jenaReadsAndAppliesIt() {
        Quad kept = quad("(<http://a.example/g> <http://a.example/a> <http://a.example/p> 1)");
        Quad lost = quad("(<http://a.example/g> <http://a.example/a> <http://a.example/p> 'Genève'@fr)");
        Quad gained = new Quad(
                lost.getGraph(),
                lost.getSubject(),
                lost.getPredicate(),
                NodeFactory.createLiteralString("a \"quoted\" \\ line\nand ☺ 城市"));
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        dataset.add(kept);
        dataset.add(lost);

        PatchWriter writer = new PatchWriter(bytes, AFTER, Optional.of(BEFORE));
        writer.delete(lost);
        writer.add(gained);
        writer.end();
        RDFPatch patch = RDFPatchOps.read(new ByteArrayInputStream(bytes.toByteArray()));
        RDFPatchOps.applyChange(dataset, patch);

        assertEquals(AFTER, patch.getId().getURI());
        assertEquals(BEFORE, patch.getPrevious().getURI());
        assertEquals(Set.of(kept, gained), Iter.toSet(dataset.find()));
    }

    @Test
    void aRowIsTheLineOfTheDump() {
        Quad quad = quad("(<http://a.example/g> <http://a.example/a> <http://a.example/p> 'b')");
        new PatchWriter(bytes, AFTER, Optional.empty()).add(quad);
        assertEquals(
                List.of(
                        "H id <" + AFTER + "> .",
                        "TX .",
                        "A <http://a.example/a> <http://a.example/p> \"b\" <http://a.example/g> ."),
                bytes.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private static Quad quad(String text) {
        return SSE.parseQuad(text);
    }
}
