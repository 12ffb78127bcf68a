package org.w3id.urbis.endpoint.federation;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * The body of an answer by HTTP/1.1: whole, or an exception. It never takes more memory than the limit, whatever the
 * headers, the sizes of the chunks or the compression promise.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#name-message-body-length">RFC 9112, 6.3</a>
 */
final class AnswerBody {
    private static final int PIECE = 16 << 10;
    private static final int LONGEST_CHUNK_LINE = 1024;

    private AnswerBody() {}

    /** More was sent than is taken. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLongException(int most) {
            super("sent more than " + most + " bytes");
        }
    }

    /**
     * Reads all of it.
     *
     * @param most most bytes, after it is no longer compressed
     * @throws TooLongException if there are more
     * @throws IOException      if it breaks off or is not as the headers say
     */
    static byte[] read(InputStream in, AnswerHead head, int most) throws IOException {
        InputStream framed = framed(in, head);
        String coding = head.header("content-encoding").orElse("identity").toLowerCase(Locale.ROOT);
        InputStream plain =
                switch (coding) {
                    case "identity" -> framed;
                    case "gzip", "x-gzip" -> new GZIPInputStream(framed, PIECE);
                    default -> throw new IOException("answered in the coding " + coding + ", which was not asked for");
                };
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        for (int read = plain.read(piece); read >= 0; read = plain.read(piece)) {
            if (read > most - all.size()) {
                throw new TooLongException(most);
            }
            all.write(piece, 0, read);
        }
        // What is compressed can be whole while what it came in is not.
        if (plain != framed && framed.read() >= 0) {
            throw new IOException("sent more behind the end of its answer");
        }
        return all.toByteArray();
    }

    private static InputStream framed(InputStream in, AnswerHead head) throws IOException {
        if (head.header("transfer-encoding").isPresent()) {
            if (!head.header("transfer-encoding").get().equalsIgnoreCase("chunked")
                    || head.header("content-length").isPresent()) {
                throw new IOException("sent its answer in a way that cannot be told to be whole");
            }
            return new Chunks(in);
        }
        if (head.header("content-length").isPresent()) {
            String length = head.header("content-length").get();
            if (!length.matches("[0-9]{1,18}")) {
                throw new IOException("stated a length that is none");
            }
            return new Counted(in, Long.parseLong(length));
        }
        return in;
    }

    /** So many bytes and no fewer. */
    private static final class Counted extends InputStream {
        private final InputStream in;
        private long left;

        Counted(InputStream in, long length) {
            this.in = in;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(bytes, offset, (int) Math.min(length, left));
            if (read < 0) {
                throw new EOFException("broke off before its answer was whole");
            }
            left -= read;
            return read;
        }
    }

    /** Pieces, each with its length before it, until one of length 0. */
    private static final class Chunks extends InputStream {
        private final InputStream in;
        private Counted chunk;
        private boolean ended;

        Chunks(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            while (!ended) {
                if (chunk == null) {
                    begin();
                } else {
                    int read = chunk.read(bytes, offset, length);
                    if (read >= 0) {
                        return read;
                    }
                    expectEnd();
                    chunk = null;
                }
            }
            return -1;
        }

        private void begin() throws IOException {
            int[] left = {LONGEST_CHUNK_LINE};
            String size = AnswerHead.line(in, left).split(";", 2)[0].strip();
            if (!size.matches("[0-9A-Fa-f]{1,15}")) {
                throw new IOException("sent a piece of its answer without its length");
            }
            long length = Long.parseLong(size, 16);
            if (length > 0) {
                chunk = new Counted(in, length);
                return;
            }
            ended = true;
            int[] trailers = {LONGEST_CHUNK_LINE};
            while (!AnswerHead.line(in, trailers).isEmpty()) {
                // What may stand behind the last piece says nothing that is needed.
            }
        }

        private void expectEnd() throws IOException {
            int[] left = {2};
            if (!AnswerHead.line(in, left).isEmpty()) {
                throw new IOException("sent a piece of its answer that is longer than it says");
            }
        }
    }
}
