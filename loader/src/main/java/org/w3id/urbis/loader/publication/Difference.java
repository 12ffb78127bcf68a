package org.w3id.urbis.loader.publication;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/**
 * What changes from one revision to the next, where that is little: much of what was made for the one then serves the other.
 *
 * @param before the earlier revision
 * @param quads  the statements that are new or there no more
 * @param graphs the names of the graphs that they stand in
 */
record Difference(Revision before, List<Quad> quads, Set<String> graphs) {

    /** The most statements that are little. */
    private static final int MOST = 20_000;

    /**
     * Compares.
     *
     * @param before the earlier revision, if there is one
     * @param after  what the later one holds
     * @return the difference; empty if there is nothing to compare with, or too much has changed
     * @throws IOException if the earlier dump cannot be read
     */
    static Optional<Difference> of(Optional<Revision> before, SortedQuads after) throws IOException {
        if (before.isEmpty() || Math.abs(before.get().quads() - after.size()) > MOST) {
            return Optional.empty();
        }
        Changed changed = new Changed();
        try (DumpLines old = new DumpLines(before.get().dump())) {
            Comparison.of(old, after.lines(), changed);
        }
        if (changed.count > MOST) {
            return Optional.empty();
        }
        List<Quad> quads = changed.quads();
        return Optional.of(new Difference(
                before.get(),
                quads,
                quads.stream().map(quad -> quad.getGraph().getURI()).collect(Collectors.toSet())));
    }

    /** The lines that only one of the dumps has, as long as they are few. */
    private static final class Changed implements Comparison {
        private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
        private int count;

        @Override
        public void removed(byte[] line) {
            note(line);
        }

        @Override
        public void added(byte[] line) {
            note(line);
        }

        @Override
        public void kept(byte[] line) {
            // It changes nothing.
        }

        private void note(byte[] line) {
            if (count++ < MOST) {
                lines.writeBytes(line);
            }
        }

        List<Quad> quads() {
            List<Quad> quads = new ArrayList<>();
            RDFParser.source(new ByteArrayInputStream(lines.toByteArray()))
                    .lang(Lang.NQUADS)
                    .parse(new StreamRDFBase() {
                        @Override
                        public void quad(Quad quad) {
                            quads.add(quad);
                        }
                    });
            return List.copyOf(quads);
        }
    }
}
