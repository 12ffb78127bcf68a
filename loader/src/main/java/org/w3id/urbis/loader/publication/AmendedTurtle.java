package org.w3id.urbis.loader.publication;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/** The Turtle of a graph that changes a little, made of the one before: of its members only those are read that change. */
final class AmendedTurtle {

    private final Node graph;
    private final List<PatchRow> rows;
    private final Map<String, String> prefixes;

    /**
     * Prepares.
     *
     * @param graph    the name of the graph
     * @param rows     what changes in it, sorted
     * @param prefixes what IRIs are shortened by
     */
    AmendedTurtle(String graph, List<PatchRow> rows, Map<String, String> prefixes) {
        this.graph = NodeFactory.createURI(graph);
        this.rows = rows;
        this.prefixes = prefixes;
    }

    /**
     * Writes it.
     *
     * @param before   the file before
     * @param expected the checksum that it should have
     * @param after    where to; overwritten if it is there
     * @return its checksum; empty if the file before is none to go on from
     */
    Optional<String> write(Path before, Optional<String> expected, Path after) throws IOException {
        Optional<AmendedFile> file = AmendedFile.of(before, expected, after, new TurtleBlocks(prefixes));
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (AmendedFile amended = file.get()) {
            byte[] head = amended.before().text(GzipMember.Kind.HEAD);
            List<GzipMember> bodies = amended.before().bodies();
            Touch touch = new Touch(bodies, rows);
            for (int i = 0; i < bodies.size(); i++) {
                if (touch.isIn(i) || amended.isEmpty()) {
                    byte[] text = amended.before().text(amended.pass(bodies.get(i)));
                    amended.write(patched(lines(head, text), touch.rows(i)));
                } else {
                    amended.copy(bodies.get(i));
                }
            }
            return amended.finish();
        }
    }

    /**
     * Writes the file of a graph that was not there before.
     *
     * @return its checksum
     */
    String write(Path after) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        rows.forEach(row -> lines.writeBytes(row.line()));
        try (SubjectFile file = SubjectFile.at(after, new TurtleBlocks(prefixes))) {
            DumpLines.parse(new ByteArrayInputStream(lines.toByteArray()), file::add);
            return file.finish();
        }
    }

    /** The statements of a member as sorted lines of N-Quads. */
    private Iterator<byte[]> lines(byte[] head, byte[] text) {
        InputStream in = new SequenceInputStream(new ByteArrayInputStream(head), new ByteArrayInputStream(text));
        Stream.Builder<Quad> quads = Stream.builder();
        RDFParser.source(in).lang(Lang.TURTLE).parse(new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                quads.add(Quad.create(graph, triple));
            }
        });
        return SortedQuads.of(quads.build()).lines();
    }

    private static byte[] patched(Iterator<byte[]> old, List<PatchRow> rows) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        new PatchedLines(old, rows.iterator(), Comparison.each(List.of())).forEachRemaining(lines::writeBytes);
        return lines.toByteArray();
    }
}
