package org.w3id.urbis.loader.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.w3id.urbis.loader.source.Fault;
import org.w3id.urbis.loader.source.SourceFile;

/** Text in UTF-8, with or without a byte order mark; other bytes end the reading. */
public final class Utf8 {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8() {}

    /**
     * Says where a file stops being UTF-8, once a reader has come upon it.
     *
     * @param file the file
     * @return the fault, at line and column of the first character that is none
     */
    public static Fault fault(SourceFile file) {
        return new BadByte(file).fault();
    }

    /**
     * Reads text.
     *
     * @param bytes the bytes; closed with the reader
     * @return a reader that throws a {@link java.nio.charset.CharacterCodingException} at bytes that are no UTF-8
     * @throws IOException if they cannot be read
     */
    public static Reader reader(InputStream bytes) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }
}
