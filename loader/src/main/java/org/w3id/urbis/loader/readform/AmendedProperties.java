package org.w3id.urbis.loader.readform;

import java.io.IOException;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.w3id.urbis.loader.readform.AmendedTerms.Spot;

/** Writes how many subjects and values each property has, made of how many it had and the triples that come and go. */
final class AmendedProperties {
    private static final int WIDTH = 3;

    private final ReadForm old;
    private final AmendedTerms terms;
    private final Map<Pair, Integer> subjects = new HashMap<>();
    private final Map<Pair, Integer> values = new HashMap<>();

    /** A property and the subject or value of it. */
    private record Pair(Spot property, Spot other) {}

    AmendedProperties(ReadForm old, AmendedTerms terms, List<Touched> touched) {
        this.old = old;
        this.terms = terms;
        for (Touched triple : touched) {
            int more = triple.isComing() ? 1 : triple.isGoing() ? -1 : 0;
            subjects.merge(new Pair(triple.property(), triple.subject()), more, Integer::sum);
            values.merge(new Pair(triple.property(), triple.value()), more, Integer::sum);
        }
    }

    /** Writes the section. */
    void write(FormFile.Writer out) throws IOException {
        IntBuffer section = old.properties();
        TreeMap<Integer, int[]> rows = new TreeMap<>();
        for (int at = 0; at < section.limit(); at += WIDTH) {
            Spot property = terms.spot(section.get(at));
            if (property.stays()) {
                rows.put(property.after(), new int[] {property.after(), section.get(at + 1), section.get(at + 2)});
            }
        }
        subjects.forEach((pair, more) -> count(rows, pair, 1, before(pair.property(), pair.other(), null), more));
        values.forEach((pair, more) -> count(rows, pair, 2, before(pair.property(), null, pair.other()), more));
        rows.values().removeIf(row -> row[1] == 0);
        int[] all = rows.values().stream().flatMapToInt(Arrays::stream).toArray();
        out.ints(Section.PROPERTIES, all, all.length);
    }

    private static void count(TreeMap<Integer, int[]> rows, Pair pair, int column, int before, int more) {
        if (pair.property().stays()) {
            int[] row = rows.computeIfAbsent(pair.property().after(), number -> new int[] {number, 0, 0});
            row[column] += Integer.signum(before + more) - Integer.signum(before);
        }
    }

    /** How many triples there were with a property and a subject or a value. */
    private int before(Spot property, Spot subject, Spot value) {
        return isNew(property) || isNew(subject) || isNew(value)
                ? 0
                : old.triples().count(part(subject), property.before(), part(value));
    }

    private static boolean isNew(Spot spot) {
        return spot != null && !spot.isKnown();
    }

    private static int part(Spot spot) {
        return spot == null ? Triples.ANY : spot.before();
    }
}
