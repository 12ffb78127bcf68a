package org.w3id.urbis.endpoint.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** The bytes of an answer, to be kept and sent often: compressed once, when somebody first asks for that. */
public final class Content {
    /** What an object of this kind takes besides its bytes, roughly. */
    private static final int OBJECT_BYTES = 64;

    private final byte[] plain;
    private volatile byte[] compressed;

    private Content(byte[] plain) {
        this.plain = plain;
    }

    /**
     * Takes bytes, which must not be changed any more.
     *
     * @param plain the bytes, not compressed
     */
    public static Content of(byte[] plain) {
        return new Content(plain);
    }

    /** The bytes, not compressed. They must not be changed. */
    public byte[] plain() {
        return plain;
    }

    /** The bytes of memory that it takes, roughly, once its compressed form has been made too. */
    public int weight() {
        return plain.length + plain.length / 4 + OBJECT_BYTES;
    }

    /** The bytes compressed by gzip. They must not be changed. */
    byte[] compressed() {
        byte[] known = compressed;
        if (known == null) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4 + OBJECT_BYTES);
            try (OutputStream out = GzipCoding.compressing(bytes)) {
                out.write(plain);
            } catch (IOException memoryNeverFails) {
                throw new UncheckedIOException(memoryNeverFails);
            }
            known = bytes.toByteArray();
            compressed = known;
        }
        return known;
    }
}
