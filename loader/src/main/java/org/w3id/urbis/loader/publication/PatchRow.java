package org.w3id.urbis.loader.publication;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.sparql.core.Quad;

/**
 * What a patch says of one statement.
 *
 * @param line    its line of N-Quads, with the end of line
 * @param isAdded whether it comes; otherwise it goes
 */
record PatchRow(byte[] line, boolean isAdded) implements Comparable<PatchRow> {

    /** The rows of statements that come and go, sorted. */
    static List<PatchRow> sorted(Collection<Quad> added, Collection<Quad> removed) {
        List<PatchRow> rows = new ArrayList<>();
        for (Iterator<byte[]> lines = SortedQuads.of(added.stream()).lines(); lines.hasNext(); ) {
            rows.add(new PatchRow(lines.next(), true));
        }
        for (Iterator<byte[]> lines = SortedQuads.of(removed.stream()).lines(); lines.hasNext(); ) {
            rows.add(new PatchRow(lines.next(), false));
        }
        rows.sort(null);
        return rows;
    }

    /** The IRI of the graph of the statement. */
    String graph() {
        int end = line.length - 1;
        while (line[end] != '>') {
            end--;
        }
        int begin = end;
        while (line[begin] != '<') {
            begin--;
        }
        return new String(line, begin + 1, end - begin - 1, StandardCharsets.UTF_8);
    }

    @Override
    public int compareTo(PatchRow other) {
        return Arrays.compareUnsigned(line, other.line);
    }
}
