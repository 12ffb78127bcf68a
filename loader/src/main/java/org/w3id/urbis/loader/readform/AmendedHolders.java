package org.w3id.urbis.loader.readform;

import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.urbis.loader.readform.DifferingTriples.Row;
import org.w3id.urbis.loader.statement.Census.Holders;

/** What has each value of one property after a change, read off the list that has the holders of a value side by side. */
final class AmendedHolders {

    private final Triples triples;
    private final DifferingTriples differing;
    private final int property;
    private final Map<Integer, List<Integer>> came = new HashMap<>();

    AmendedHolders(Triples triples, DifferingTriples differing, int property) {
        this.triples = triples;
        this.differing = differing;
        this.property = property;
        for (Row row : differing.came) {
            if (row.property() == property) {
                came.computeIfAbsent(row.value(), any -> new ArrayList<>()).add(row.subject());
            }
        }
    }

    /** For each value how many have it, and which comes first. */
    List<Holders> all() {
        List<Holders> all = new ArrayList<>();
        IntBuffer rows = triples.byProperty;
        if (property < triples.propertyAt.limit() - 1) {
            int end = triples.propertyAt.get(property + 1);
            int at = triples.propertyAt.get(property);
            while (at < end) {
                int value = rows.get(3 * at);
                int next = Triples.lower(rows, 3, at, end, value + 1);
                add(value, at, next, came.getOrDefault(value, List.of()), all);
                came.remove(value);
                at = next;
            }
        }
        came.forEach((value, subjects) -> add(value, 0, 0, subjects, all));
        return all;
    }

    private void add(int value, int from, int end, List<Integer> fresh, List<Holders> all) {
        int count = fresh.size();
        int firstThere = -1;
        for (int at = from; at < end; at++) {
            if (!isGone(at)) {
                firstThere = firstThere < 0 ? at : firstThere;
                count++;
            }
        }
        if (count == 0) {
            return;
        }
        String first = firstThere < 0 ? null : first(value, firstThere, end);
        for (int subject : fresh) {
            first = lesser(first, differing.term(subject).getURI());
        }
        all.add(new Holders(value, count, first));
    }

    private boolean isGone(int row) {
        return differing.gone.get(triples.byProperty.get(3 * row + 2));
    }

    /**
     * The first in the order of strings. Rows have the order of bytes, in which what begins with the whole of another IRI may come
     * before that one, since IRIs are ended by a sign of their own; beyond ASCII the two orders differ further.
     */
    private String first(int value, int from, int end) {
        String first = iri(from);
        if (first.length() != first.getBytes(StandardCharsets.UTF_8).length) {
            for (int at = from + 1; at < end; at++) {
                first = isGone(at) ? first : lesser(first, iri(at));
            }
            return first;
        }
        for (int length = 1; length < first.length(); length++) {
            Node shorter = NodeFactory.createURI(first.substring(0, length));
            int subject = differing.number(shorter);
            if (subject >= 0) {
                int at = Triples.lowerSecond(triples.byProperty, 3, from, end, subject);
                if (at < end && triples.byProperty.get(3 * at + 1) == subject && !isGone(at)) {
                    return shorter.getURI();
                }
            }
        }
        return first;
    }

    private String iri(int row) {
        return differing.term(triples.byProperty.get(3 * row + 1)).getURI();
    }

    private static String lesser(String one, String other) {
        return one == null || other.compareTo(one) < 0 ? other : one;
    }
}
