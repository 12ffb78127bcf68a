package org.w3id.urbis.loader.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.w3id.urbis.loader.source.Fault;
import org.w3id.urbis.loader.source.SourceFile;
import org.w3id.urbis.loader.source.UnreadableSourceException;

/** Finds where a file stops being UTF-8; a decoder that reads ahead cannot tell. */
final class BadByte {

    private static final int PIECE = 1 << 16;

    private final SourceFile file;
    private long line = 1;
    private long column = 1;

    BadByte(SourceFile file) {
        this.file = file;
    }

    Fault fault() {
        try (InputStream in = file.open()) {
            in.mark(2);
            int first = in.read();
            int second = in.read();
            if (first == 0xFF && second == 0xFE || first == 0xFE && second == 0xFF) {
                return new Fault(file.label(), 1, 1, "The file is in UTF-16. Save it as UTF-8.");
            }
            in.reset();
            return decoded(in);
        } catch (IOException e) {
            throw new UnreadableSourceException("Cannot read " + file.label(), e);
        }
    }

    /** Decodes piece by piece: a file need not fit into memory to be wrong. */
    private Fault decoded(InputStream in) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(PIECE);
        CharBuffer letters = CharBuffer.allocate(PIECE);
        boolean ended = false;
        while (!ended) {
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = read < 0;
            bytes.position(bytes.position() + Math.max(0, read)).flip();
            CoderResult result = decoder.decode(bytes, letters.clear(), ended);
            pass(letters.flip());
            if (result.isError()) {
                return new Fault(
                        file.label(),
                        line,
                        column,
                        "This character is not in UTF-8; the file is perhaps in Windows-1252. Save it as UTF-8.");
            }
            bytes.compact();
        }
        return Fault.of(file.label(), "The file is not in UTF-8. Save it as UTF-8.");
    }

    private void pass(CharBuffer letters) {
        while (letters.hasRemaining()) {
            char letter = letters.get();
            if (letter == '\n') {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(letter) && letter != '\uFEFF') {
                column++;
            }
        }
    }
}
