package org.w3id.urbis.endpoint.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.w3id.urbis.endpoint.page.CheckView;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Position;

/** A text by lines, with what findings are about marked. */
final class MarkedLines {
    /** A longer text is shown only around what was found. */
    private static final int SHOWN_WHOLE = 3_000;

    private static final int AROUND = 3;

    private final String[] lines;
    private final Map<Integer, List<Numbered>> byLine = new TreeMap<>();

    /**
     * Prepares the lines.
     *
     * @param text     lines end with a line feed
     * @param findings what was found in it, in the order in which they are numbered from 1
     */
    MarkedLines(String text, List<Finding> findings) {
        this.lines = text.split("\n", -1);
        for (int i = 0; i < findings.size(); i++) {
            Position place = findings.get(i).position();
            int last = Math.min(Math.max(place.line(), place.endLine()), lines.length);
            for (int line = Math.max(1, place.line()); place.line() > 0 && line <= last; line++) {
                byLine.computeIfAbsent(line, any -> new ArrayList<>()).add(new Numbered(i + 1, findings.get(i)));
            }
        }
    }

    private record Numbered(int number, Finding finding) {}

    boolean isShortened() {
        return lines.length > SHOWN_WHOLE;
    }

    List<CheckView.Line> shown() {
        BitSet wanted = new BitSet();
        if (isShortened()) {
            byLine.keySet().forEach(line -> wanted.set(Math.max(1, line - AROUND), line + AROUND + 1));
        } else {
            wanted.set(1, lines.length + 1);
        }
        List<CheckView.Line> shown = new ArrayList<>();
        int before = 0;
        for (int line = wanted.nextSetBit(1); line > 0 && line <= lines.length; line = wanted.nextSetBit(line + 1)) {
            shown.add(line(line, line > before + 1));
            before = line;
        }
        return shown;
    }

    private CheckView.Line line(int number, boolean gap) {
        String text = lines[number - 1];
        List<Numbered> found = byLine.getOrDefault(number, List.of());
        if (found.isEmpty()) {
            return new CheckView.Line(number, "", 0, List.of(new CheckView.Piece(text, false)), gap);
        }
        BitSet marked = new BitSet(text.length());
        found.forEach(one -> mark(marked, number, text, one.finding().position()));
        String kind = found.stream()
                .map(one -> one.finding().severity())
                .min(Enum::compareTo)
                .orElseThrow()
                .name()
                .toLowerCase(Locale.ROOT);
        return new CheckView.Line(number, kind, found.getFirst().number(), pieces(text, marked), gap);
    }

    /** Where the end is not known, the word that begins there is marked. */
    private static void mark(BitSet marked, int number, String text, Position place) {
        int start = number == place.line() ? Math.max(0, place.column() - 1) : 0;
        int end = text.length();
        if (place.endLine() == number) {
            end = Math.min(end, place.endColumn() - 1);
        } else if (place.endLine() == 0) {
            end = start;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
        }
        if (start < end) {
            marked.set(start, end);
        }
    }

    private static List<CheckView.Piece> pieces(String text, BitSet marked) {
        List<CheckView.Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            boolean inside = marked.get(at);
            int end = inside ? marked.nextClearBit(at) : marked.nextSetBit(at);
            end = end < 0 ? text.length() : Math.min(end, text.length());
            pieces.add(new CheckView.Piece(text.substring(at, end), inside));
            at = end;
        }
        return pieces;
    }
}
