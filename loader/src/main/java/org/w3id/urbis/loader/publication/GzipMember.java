package org.w3id.urbis.loader.publication;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * One of the members that a compressed file consists of, each of which can be read and kept by itself. In the extra field of its
 * header it says how long it is and what it begins with, so that a file can be gone through from member to member.
 *
 * <p>Which subjects a member begins with follows from their IRIs alone. Equal content therefore gives equal files, and where
 * a few things have changed all other members stay what they were.
 *
 * @param kind    what it holds
 * @param offset  where in its file it begins
 * @param length  how many bytes it takes there
 * @param subject the IRI of its first subject in UTF-8; empty if it has none, or the first one's is longer than fits
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>
 */
record GzipMember(Kind kind, long offset, int length, byte[] subject) {

    /** Of a header without its extra field. */
    static final int PLAIN_HEADER_BYTES = 10;
    /** The checksum and the length of the text, which end each member. */
    static final int TRAILER_BYTES = 2 * Integer.BYTES;

    private static final byte[] PLAIN_HEADER = {0x1f, (byte) 0x8b, 8, 4, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final byte VERSION = 1;
    /** Our name for the extra field. */
    private static final short FIELD = 'u' | 'b' << Byte.SIZE;
    /** The lengths of all extra fields and of this one, and its name. */
    private static final int FIELD_HEADER_BYTES = 3 * Short.BYTES;
    /** Version, kind and length. */
    private static final int FACTS_BYTES = 2 + Integer.BYTES;

    private static final int LONGEST_SUBJECT = 30_000;
    /** One subject of so many, on average, begins a member: some hundred thousand bytes of text. */
    private static final int SUBJECTS = 512;

    /** What a member holds. */
    enum Kind {
        /** What comes before the first subject. */
        HEAD,
        /** Subjects, whole. */
        BODY,
        /** What comes after the last subject. */
        TAIL
    }

    /** Whether a member begins with a subject, given its IRI in UTF-8. */
    static boolean isBegunBy(byte[] subject) {
        CRC32 sum = new CRC32();
        sum.update(subject);
        // Neighbours in a series have checksums that are alike; their products are not.
        int mixed = (int) sum.getValue() * 0x9E3779B1;
        return subject.length <= LONGEST_SUBJECT && (mixed >>> 16) % SUBJECTS == 0;
    }

    /** The header of a member that is this many bytes long without it. */
    static byte[] header(Kind kind, byte[] first, int rest) {
        byte[] subject = first.length <= LONGEST_SUBJECT ? first : new byte[0];
        int field = FACTS_BYTES + subject.length;
        int length = PLAIN_HEADER_BYTES + FIELD_HEADER_BYTES + field;
        ByteBuffer header = little(new byte[length]);
        header.put(PLAIN_HEADER);
        header.putShort((short) (2 * Short.BYTES + field));
        header.putShort(FIELD).putShort((short) field);
        header.put(VERSION).put((byte) kind.ordinal()).putInt(length + rest);
        header.put(subject);
        return header.array();
    }

    /** How many bytes of a file the header takes, of which the first are given; it may be more than are given. */
    static int headerBytes(byte[] begin) {
        return PLAIN_HEADER_BYTES + Short.BYTES + (little(begin).getShort(PLAIN_HEADER_BYTES) & 0xffff);
    }

    /** Reads a header; empty if it is none of ours, or of another version. */
    static Optional<GzipMember> read(long offset, byte[] header) {
        ByteBuffer in = little(header);
        int field = header.length - PLAIN_HEADER_BYTES - FIELD_HEADER_BYTES;
        if (field < FACTS_BYTES
                || !Arrays.equals(PLAIN_HEADER, Arrays.copyOf(header, PLAIN_HEADER_BYTES))
                || in.getShort(PLAIN_HEADER_BYTES + Short.BYTES) != FIELD
                || (in.getShort(PLAIN_HEADER_BYTES + 2 * Short.BYTES) & 0xffff) != field) {
            return Optional.empty();
        }
        in.position(PLAIN_HEADER_BYTES + FIELD_HEADER_BYTES);
        byte version = in.get();
        int kind = in.get();
        int length = in.getInt();
        if (version != VERSION || kind < 0 || kind >= Kind.values().length || length < header.length + TRAILER_BYTES) {
            return Optional.empty();
        }
        byte[] subject = Arrays.copyOfRange(header, in.position(), header.length);
        return Optional.of(new GzipMember(Kind.values()[kind], offset, length, subject));
    }

    static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
