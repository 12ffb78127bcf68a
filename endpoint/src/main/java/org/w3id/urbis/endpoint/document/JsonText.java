package org.w3id.urbis.endpoint.document;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes JSON that a person can read: what fits stands on one line, the rest is indented. RFC 8259.
 *
 * <p>Values are maps with text keys, collections, text, numbers, truth values and null.
 */
public final class JsonText {
    private static final int LINE = 110;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    /** A value as UTF-8, with a line feed at its end. */
    public static byte[] bytes(Object value) {
        return (of(value) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A value as text. */
    public static String of(Object value) {
        JsonText text = new JsonText();
        text.write(value, 0);
        return text.out.toString();
    }

    private void write(Object value, int indent) {
        int start = out.length();
        if (inline(value, start + LINE - indent)) {
            return;
        }
        out.setLength(start);
        if (value instanceof Map<?, ?> map) {
            lines(map.entrySet(), '{', '}', indent, member -> {
                string((String) member.getKey());
                out.append(": ");
                write(member.getValue(), indent + 2);
            });
        } else if (value instanceof Collection<?> list) {
            lines(list, '[', ']', indent, item -> write(item, indent + 2));
        }
    }

    private <T> void lines(Collection<T> items, char open, char close, int indent, Consumer<T> one) {
        out.append(open);
        String separator = "\n";
        for (T item : items) {
            out.append(separator).append(" ".repeat(indent + 2));
            one.accept(item);
            separator = ",\n";
        }
        out.append('\n').append(" ".repeat(indent)).append(close);
    }

    /** Writes on one line; false if a map or collection does not end before a position, and is then only begun. */
    private boolean inline(Object value, int end) {
        switch (value) {
            case null -> out.append("null");
            case String text -> string(text);
            case Map<?, ?> map -> {
                return inline(map.entrySet(), '{', '}', end);
            }
            case Collection<?> list -> {
                return inline(list, '[', ']', end);
            }
            case Map.Entry<?, ?> member -> {
                string((String) member.getKey());
                out.append(": ");
                return inline(member.getValue(), end);
            }
            default -> out.append(value);
        }
        return true;
    }

    private boolean inline(Collection<?> items, char open, char close, int end) {
        out.append(open);
        String separator = "";
        for (Object item : items) {
            out.append(separator);
            if (!inline(item, end) || out.length() >= end) {
                return false;
            }
            separator = ", ";
        }
        out.append(close);
        return out.length() <= end;
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    // Control characters must be escaped; a lone surrogate would not survive as UTF-8.
                    if (c < 0x20 || isLoneSurrogate(text, i)) {
                        out.append("\\u");
                        for (int shift = 12; shift >= 0; shift -= 4) {
                            out.append(HEX[c >> shift & 0xf]);
                        }
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean isLoneSurrogate(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
