package org.w3id.urbis.loader.publication;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.sparql.core.Quad;

/**
 * What changes from one revision to the next, where that is little: much of what was made for the one then serves the other.
 *
 * @param before  the earlier revision
 * @param added   the statements that are new, each once, in named graphs and without blank nodes
 * @param removed the statements that are there no more
 */
public record Difference(Revision before, List<Quad> added, List<Quad> removed) {

    /** The most statements that are little. */
    static final int MOST = 20_000;

    /** Sorts the statements, with their terms as they are once they have been kept as text. */
    public Difference {
        added = SortedQuads.of(added.stream()).quads().toList();
        removed = SortedQuads.of(removed.stream()).quads().toList();
    }

    /**
     * Puts both together.
     *
     * @return the statements that are new or there no more
     */
    public List<Quad> quads() {
        List<Quad> quads = new ArrayList<>(added);
        quads.addAll(removed);
        return quads;
    }

    /**
     * Says which graphs change.
     *
     * @return the names of the graphs that the statements stand in
     */
    public Set<String> graphs() {
        return quads().stream().map(quad -> quad.getGraph().getURI()).collect(Collectors.toSet());
    }

    /** The later revision, of which all is known but its hash. */
    Revision sketch(long number, Instant created, OptionalLong parent, Path directory) {
        SortedMap<String, Long> graphs = new TreeMap<>(before.graphs());
        added.forEach(quad -> graphs.merge(quad.getGraph().getURI(), 1L, Long::sum));
        removed.forEach(quad -> graphs.merge(quad.getGraph().getURI(), -1L, Long::sum));
        graphs.values().removeIf(count -> count == 0);
        long quads = graphs.values().stream().mapToLong(Long::longValue).sum();
        return new Revision(number, "", created, quads, graphs, parent, directory);
    }

    /** The statements of some lines of N-Quads. */
    static List<Quad> quads(ByteArrayOutputStream lines) {
        List<Quad> quads = new ArrayList<>();
        DumpLines.parse(new ByteArrayInputStream(lines.toByteArray()), quads::add);
        return quads;
    }

    /**
     * All statements of the later revision.
     *
     * @throws PublicationException   if the dump of the earlier one cannot be read
     * @throws UnfitRevisionException if something comes that is there already, or goes that is not there
     */
    SortedQuads after() {
        List<PatchRow> rows = PatchRow.sorted(added, removed);
        try (DumpLines old = new DumpLines(before.dump())) {
            return SortedQuads.of(new PatchedLines(old, rows.iterator(), Comparison.each(List.of())));
        } catch (IOException e) {
            throw new PublicationException("Cannot read " + before.dump(), e);
        }
    }

    /** Notes what differs between two dumps, as long as it is little. */
    static final class Noting implements Comparison {
        private final ByteArrayOutputStream added = new ByteArrayOutputStream();
        private final ByteArrayOutputStream removed = new ByteArrayOutputStream();
        private int count;

        @Override
        public void removed(byte[] line) {
            note(line, removed);
        }

        @Override
        public void added(byte[] line) {
            note(line, added);
        }

        @Override
        public void kept(byte[] line) {
            // It changes nothing.
        }

        private void note(byte[] line, ByteArrayOutputStream lines) {
            if (count++ < MOST) {
                lines.writeBytes(line);
            }
        }

        /** The difference; empty if there was nothing to compare with, or too much has changed. */
        Optional<Difference> since(Optional<Revision> before) {
            return before.filter(any -> count <= MOST)
                    .map(revision -> new Difference(revision, quads(added), quads(removed)));
        }
    }
}
