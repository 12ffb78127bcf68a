package org.w3id.urbis.loader.readform;

import java.io.IOException;
import java.nio.IntBuffer;

/** Where the rows of each key begin, made of where they began and how many come and go. */
final class Begins {
    /** How many rows each key has, at the place after its own. */
    private final int[] counts;

    /**
     * Begins with what was.
     *
     * @param old  where the rows of each key began, and where the last ones ended
     * @param keys how keys are numbered anew; those that come have no rows yet
     */
    Begins(IntBuffer old, Renumbering keys) throws IOException {
        counts = new int[keys.count() + 1];
        keys.walk(new Renumbering.Target() {
            private int count;

            @Override
            public void kept(int from, int end) {
                old.get(from + 1, counts, count + 1, end - from);
                int next = count + end - from;
                for (int at = next; at > count + 1; at--) {
                    counts[at] -= counts[at - 1];
                }
                counts[count + 1] -= old.get(from);
                count = next;
            }

            @Override
            public void inserted(int index) {
                count++;
            }
        });
    }

    /** Says that a key, by its new number, has more rows or, by a negative number, fewer. */
    void more(int key, int rows) {
        counts[key + 1] += rows;
    }

    /** How many rows a key has. */
    int rows(int key) {
        return counts[key + 1];
    }

    /** Writes the section, after which nothing more can be said. */
    void write(Section section, FormFile.Writer out) throws IOException {
        for (int at = 1; at < counts.length; at++) {
            counts[at] += counts[at - 1];
        }
        out.ints(section, counts, counts.length);
    }
}
