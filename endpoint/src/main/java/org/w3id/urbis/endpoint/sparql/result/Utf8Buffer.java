package org.w3id.urbis.endpoint.sparql.result;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text on its way out, as UTF-8. The buffer grows up to a size and is then handed over whenever it is full.
 *
 * <p>What does not fill it once is never handed over and is to be had as a whole by {@link #rest()}: so an answer that
 * is small is whole before any of it leaves.
 */
public final class Utf8Buffer extends OutputStream {
    private static final int FIRST_SIZE = 4096;
    private static final int LATER_SIZE = 32768;
    private static final int REPLACEMENT = 0xFFFD;

    private final int heldBack;
    private final FullBuffer whenFull;
    private byte[] bytes;
    private int length;
    private int most;
    private int handedOver;

    /** Takes what has been written when the buffer is full. */
    @FunctionalInterface
    public interface FullBuffer {
        /**
         * Takes bytes over for good.
         *
         * @throws IOException if nobody wants them any more
         */
        void take(byte[] bytes) throws IOException;
    }

    /**
     * Makes an empty buffer.
     *
     * @param heldBack how many bytes are held back before any are handed over, at least 1024
     * @param whenFull takes full buffers
     */
    public Utf8Buffer(int heldBack, FullBuffer whenFull) {
        this.heldBack = heldBack;
        this.whenFull = whenFull;
        this.most = heldBack;
        this.bytes = new byte[Math.min(FIRST_SIZE, heldBack)];
    }

    /** The bytes not handed over yet; nothing may be written after. */
    public byte[] rest() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    @Override
    public void write(int b) throws IOException {
        need(1);
        bytes[length++] = (byte) b;
    }

    @Override
    public void write(byte[] from, int offset, int count) throws IOException {
        int done = 0;
        while (done < count) {
            need(1);
            int part = Math.min(count - done, bytes.length - length);
            System.arraycopy(from, offset + done, bytes, length, part);
            length += part;
            done += part;
        }
    }

    /** Where the next byte will stand, as long as nothing is handed over. */
    int mark() {
        return length;
    }

    /** How often bytes have been handed over. */
    int handedOver() {
        return handedOver;
    }

    /** What has been written since a mark, if nothing has been handed over meanwhile. */
    byte[] since(int mark) {
        return Arrays.copyOfRange(bytes, mark, length);
    }

    /** Writes bytes that are UTF-8 already. */
    void raw(byte[] utf8) throws IOException {
        write(utf8, 0, utf8.length);
    }

    /** Writes text as it is; made for short ones. */
    void text(String text) throws IOException {
        any(text, Escapes.NONE);
    }

    /** Writes text with some of its ASCII characters written another way. */
    void escaped(String text, Escapes escapes) throws IOException {
        // Nearly all text is ASCII, which Java gives as bytes many at a time.
        if (!text.isEmpty() && text.charAt(0) < 0x80) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            if (utf8.length == text.length()) {
                ascii(utf8, text, escapes);
                return;
            }
        }
        any(text, escapes);
    }

    /** Writes text that takes one byte for each of its characters: ASCII, but for halves of pairs, which became "?". */
    private void ascii(byte[] utf8, String text, Escapes escapes) throws IOException {
        int from = 0;
        for (int at = escapes.next(utf8, 0); at < utf8.length; at = escapes.next(utf8, at + 1)) {
            char c = text.charAt(at);
            if (c >= 0x80 || escapes.changes(c)) {
                write(utf8, from, at - from);
                odd(text, at, escapes);
                from = at + 1;
            }
        }
        write(utf8, from, utf8.length - from);
    }

    private void any(String text, Escapes escapes) throws IOException {
        int size = text.length();
        int at = 0;
        while (at < size) {
            // Four bytes are the most that one character takes here, but for escapes.
            need(4);
            int end = Math.min(size, at + (bytes.length - length) / 3);
            at = plain(text, at, end, escapes);
            if (at < end) {
                at = odd(text, at, escapes);
            }
        }
    }

    /** Writes characters up to one that is not written as it is or lies outside the basic plane; returns where it stopped. */
    private int plain(String text, int from, int end, Escapes escapes) {
        byte[] to = bytes;
        int position = length;
        int at = from;
        for (; at < end; at++) {
            char c = text.charAt(at);
            if (c < 0x80) {
                if (escapes.changes(c)) {
                    break;
                }
                to[position++] = (byte) c;
            } else if (c < 0x800) {
                to[position++] = (byte) (0xC0 | c >> 6);
                to[position++] = (byte) (0x80 | c & 0x3F);
            } else if (Character.isSurrogate(c)) {
                break;
            } else {
                to[position++] = (byte) (0xE0 | c >> 12);
                to[position++] = (byte) (0x80 | c >> 6 & 0x3F);
                to[position++] = (byte) (0x80 | c & 0x3F);
            }
        }
        length = position;
        return at;
    }

    private int odd(String text, int at, Escapes escapes) throws IOException {
        char c = text.charAt(at);
        if (c < 0x80) {
            raw(escapes.of(c));
            return at + 1;
        }
        int point = text.codePointAt(at);
        if (Character.isSupplementaryCodePoint(point)) {
            need(4);
            bytes[length++] = (byte) (0xF0 | point >> 18);
            bytes[length++] = (byte) (0x80 | point >> 12 & 0x3F);
            bytes[length++] = (byte) (0x80 | point >> 6 & 0x3F);
            bytes[length++] = (byte) (0x80 | point & 0x3F);
            return at + 2;
        }
        // Half a pair of surrogates is no character and has no UTF-8.
        text(Character.toString(REPLACEMENT));
        return at + 1;
    }

    /** Sees to it that so many bytes more have room, few as they are. */
    private void need(int room) throws IOException {
        if (bytes.length - length >= room) {
            return;
        }
        if (bytes.length < most && length < most - room) {
            bytes = Arrays.copyOf(bytes, Math.min(most, Math.max(2 * bytes.length, length + room)));
            return;
        }
        whenFull.take(rest());
        handedOver++;
        most = Math.min(LATER_SIZE, heldBack);
        bytes = new byte[most];
        length = 0;
    }
}
