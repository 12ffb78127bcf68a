package org.w3id.urbis.loader.validation;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;

/** The text of a file, by lines. Lines end with a line feed, with or without a carriage return before it. */
final class SourceText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String name;
    private final String text;
    private final int[] lineStarts;
    private final OptionalInt undecodable;

    private SourceText(String name, String text, OptionalInt undecodable) {
        this.name = name;
        this.text = text;
        this.lineStarts = lineStarts(text);
        this.undecodable = undecodable;
    }

    /** Decodes UTF-8; what is none becomes U+FFFD, and the first such place is remembered. */
    static SourceText decode(String name, byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer chars = CharBuffer.allocate(content.length + 1);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        OptionalInt undecodable = OptionalInt.empty();
        for (CoderResult result = decoder.decode(bytes, chars, true);
                result.isError();
                result = decoder.decode(bytes, chars, true)) {
            if (undecodable.isEmpty()) {
                undecodable = OptionalInt.of(chars.position());
            }
            bytes.position(bytes.position() + result.length());
            chars.put('\uFFFD');
        }
        String text = chars.flip().toString();
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            // A blank in its place keeps the columns as editors show them off by one at most, in line 1 alone.
            text = ' ' + text.substring(1);
        }
        return new SourceText(name, text, undecodable);
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }

    /** Where the first bytes stand that are no UTF-8; empty if all are. */
    OptionalInt undecodable() {
        return undecodable;
    }

    int lineCount() {
        return lineStarts.length;
    }

    /** Returns a line, counted from 1, without its end; empty for a line that the text does not have. */
    String line(int number) {
        if (number < 1 || number > lineStarts.length) {
            return "";
        }
        int end = number == lineStarts.length ? text.length() : lineStarts[number] - 1;
        if (end > lineStarts[number - 1] && text.charAt(end - 1) == '\r') {
            end--;
        }
        return text.substring(lineStarts[number - 1], end);
    }

    /** Finds the offset of a place; that of the end of its line, if the line is shorter. */
    int offset(int line, int column) {
        if (line < 1) {
            return 0;
        }
        if (line > lineStarts.length) {
            return text.length();
        }
        int end = line == lineStarts.length ? text.length() : lineStarts[line] - 1;
        return Math.min(lineStarts[line - 1] + Math.max(0, column - 1), end);
    }

    /** Finds the place of an offset in the text. */
    Position position(int offset) {
        int index = Arrays.binarySearch(lineStarts, offset);
        int line = index >= 0 ? index : -index - 2;
        return new Position(name, line + 1, offset - lineStarts[line] + 1);
    }

    /** Finds the place of a stretch of the text. */
    Position stretch(int start, int end) {
        Position last = position(end);
        return position(start).until(last.line(), last.column());
    }

    Position position(long line, long column) {
        return Position.of(name, Position.pack(line, column));
    }

    private static int[] lineStarts(String text) {
        int count = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            count++;
        }
        int[] starts = new int[count];
        int line = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts[line++] = i + 1;
        }
        return starts;
    }
}
