package org.w3id.urbis.loader.readform;

import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;

/** How often things occur, for deciding in which order to look for the triples of a pattern. */
final class Frequencies {
    private final Triples triples;
    private final Map<Integer, Spread> properties = new HashMap<>();
    private final double subjects;
    private final double values;

    /** How many subjects and values a property has. */
    private record Spread(double subjects, double values) {}

    Frequencies(Triples triples, IntBuffer section) {
        this.triples = triples;
        for (int at = 0; at < section.limit(); at += 3) {
            properties.put(section.get(at), new Spread(section.get(at + 1), section.get(at + 2)));
        }
        this.subjects = Math.max(1, used(triples.subjectAt));
        this.values = Math.max(1, used(triples.valueAt));
    }

    private static int used(IntBuffer begins) {
        int used = 0;
        for (int term = 0; term + 1 < begins.limit(); term++) {
            if (begins.get(term) < begins.get(term + 1)) {
                used++;
            }
        }
        return used;
    }

    /**
     * About how many triples match, for each way to fill in what will be known.
     *
     * @param subject       number, or {@link Triples#ANY}
     * @param knowsSubject  whether a subject that is any now will be known when it is looked for
     */
    double matches(
            int subject, boolean knowsSubject, int property, boolean knowsProperty, int value, boolean knowsValue) {
        double all = triples.count(subject, property, value);
        if (subject == Triples.ANY && knowsSubject) {
            all /= Math.max(1, property >= 0 ? spread(property).subjects() : subjects);
        }
        if (value == Triples.ANY && knowsValue) {
            all /= Math.max(1, property >= 0 ? spread(property).values() : values);
        }
        if (property == Triples.ANY && knowsProperty) {
            all /= Math.max(1, properties.size());
        }
        return all;
    }

    private Spread spread(int property) {
        return properties.getOrDefault(property, new Spread(1, 1));
    }
}
