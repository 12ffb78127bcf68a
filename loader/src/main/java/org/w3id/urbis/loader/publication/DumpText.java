package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.util.Arrays;

/** Writes the sorted lines of N-Quads into a file of members. */
final class DumpText {

    private final MemberWriter members;
    /** What the lines about the last subject begin with. */
    private byte[] begin = new byte[0];

    DumpText(MemberWriter members) {
        this.members = members;
    }

    /** Writes the next line. */
    void add(byte[] line) throws IOException {
        if (!isAbout(line, begin)) {
            begin = begin(line);
            members.subject(Arrays.copyOfRange(begin, 1, begin.length - 2));
        }
        members.write(line);
    }

    /** Whether no line has come. */
    boolean isEmpty() {
        return begin.length == 0;
    }

    /** Whether a line begins with a subject, as {@link #begin} gives it. */
    static boolean isAbout(byte[] line, byte[] begin) {
        return begin.length > 0
                && line.length >= begin.length
                && Arrays.equals(line, 0, begin.length, begin, 0, begin.length);
    }

    /** The subject of a line, with its brackets and the space after it. */
    static byte[] begin(byte[] line) {
        int end = 0;
        while (line[end] != ' ') {
            end++;
        }
        return Arrays.copyOf(line, end + 1);
    }
}
