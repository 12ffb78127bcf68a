package org.w3id.urbis.loader.report;

import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.LocatedFile;
import org.w3id.urbis.loader.validation.Position;

/**
 * The line of a file that a finding is about, cut around the place if it is long.
 *
 * @param number the line, counted from 1
 * @param before what stands before the place
 * @param marked what the finding is about; empty if its end is not known
 * @param after  what stands after it
 */
record Excerpt(int number, String before, String marked, String after) {

    /** Longer lines are cut, in UTF-16 code units. */
    private static final int WIDTH = 120;

    /** Cuts out the line of a finding that has a line. */
    static Excerpt of(LocatedFile file, Finding finding) {
        Position position = finding.position();
        String line = file.line(position.line());
        int start = Math.clamp(position.column() - 1L, 0, line.length());
        int from = line.length() <= WIDTH ? 0 : Math.clamp(start - WIDTH / 2L, 0, line.length() - WIDTH);
        int to = Math.min(line.length(), from + WIDTH);
        int end = Math.clamp(end(position, line), start, Math.max(start, to));
        return new Excerpt(
                position.line(),
                line.substring(whole(line, from), start),
                line.substring(start, end),
                line.substring(end, Math.max(end, whole(line, to))));
    }

    /** What stands below the line up to its mark: as wide as what is above, as a tab below a tab is. */
    String indent() {
        return before.replaceAll("[^\t]", " ");
    }

    private static int end(Position position, String line) {
        if (position.endLine() == 0) {
            return position.column() - 1;
        }
        return position.endLine() > position.line() ? line.length() : position.endColumn() - 1;
    }

    /** The same place, or one unit on if it is between the two halves of a character. */
    private static int whole(String line, int place) {
        return place > 0 && place < line.length() && Character.isLowSurrogate(line.charAt(place)) ? place + 1 : place;
    }
}
