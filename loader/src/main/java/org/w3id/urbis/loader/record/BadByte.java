package org.w3id.urbis.loader.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.w3id.urbis.loader.source.Fault;
import org.w3id.urbis.loader.source.SourceFile;
import org.w3id.urbis.loader.source.UnreadableSourceException;

/** Finds where a file stops being UTF-8; a decoder that reads ahead cannot tell. */
final class BadByte {

    private final SourceFile file;

    BadByte(SourceFile file) {
        this.file = file;
    }

    Fault fault() {
        try (InputStream in = file.open()) {
            byte[] bytes = in.readAllBytes();
            if (startsLikeUtf16(bytes)) {
                return new Fault(file.label(), 1, 1, "The file is in UTF-16. Save it as UTF-8.");
            }
            return inLines(bytes);
        } catch (IOException e) {
            throw new UnreadableSourceException("Cannot read " + file.label(), e);
        }
    }

    private Fault inLines(byte[] bytes) {
        int start = 0;
        for (long line = 1; start < bytes.length; line++) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            int column = badColumn(Arrays.copyOfRange(bytes, start, end));
            if (column > 0) {
                return new Fault(
                        file.label(),
                        line,
                        column,
                        "This character is not in UTF-8; the file is perhaps in Windows-1252. Save it as UTF-8.");
            }
            start = end + 1;
        }
        return Fault.of(file.label(), "The file is not in UTF-8. Save it as UTF-8.");
    }

    private static int badColumn(byte[] line) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(line);
        try {
            decoder.decode(in);
            return 0;
        } catch (CharacterCodingException e) {
            String good = new String(line, 0, in.position(), StandardCharsets.UTF_8);
            return good.codePointCount(0, good.length()) + 1;
        }
    }

    private static boolean startsLikeUtf16(byte[] bytes) {
        return bytes.length > 1
                && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
                        || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF);
    }
}
