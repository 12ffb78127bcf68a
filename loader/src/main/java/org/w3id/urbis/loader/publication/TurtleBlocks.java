package org.w3id.urbis.loader.publication;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;

/** Writes one graph as Turtle, a block of lines for each subject. */
final class TurtleBlocks implements SubjectText {

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final StreamRDF turtle = StreamRDFWriter.getWriterStream(text, RDFFormat.TURTLE_BLOCKS);
    private final String head;

    /**
     * Prepares.
     *
     * @param namespaces what IRIs are shortened by
     */
    TurtleBlocks(Map<String, String> namespaces) {
        turtle.start();
        namespaces.forEach(turtle::prefix);
        this.head = new String(written(), StandardCharsets.UTF_8);
    }

    /** What was written since the last time. To finish only writes down what has come; the writer goes on all the same. */
    private byte[] written() {
        turtle.finish();
        byte[] some = text.toByteArray();
        text.reset();
        return some;
    }

    @Override
    public String head() {
        return head;
    }

    @Override
    public byte[] of(List<Quad> subject) {
        subject.forEach(quad -> turtle.triple(quad.asTriple()));
        return written();
    }

    @Override
    public String between() {
        return "";
    }

    @Override
    public String tail() {
        return "";
    }
}
