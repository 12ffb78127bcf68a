package org.w3id.urbis.loader.readform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * The file of a read form: a version, the length of each section in bytes, a checksum (CRC-32C) of the lengths and of all
 * that follows, and the sections one after the other.
 */
final class FormFile {
    private static final long VERSION = 0x3330_5245_4144_5255L;
    private static final int SECTIONS = Section.values().length;
    private static final int HEADER_BYTES = Long.BYTES * (2 + SECTIONS);
    private static final int LENGTHS_AT = Long.BYTES;
    private static final int CHECKSUM_AT = Long.BYTES * (1 + SECTIONS);
    private static final int CHUNK_BYTES = 1 << 18;
    private static final int CHECKED_BYTES = 1 << 20;

    private FormFile() {}

    /** Writes the sections in their order, each from its begin to its end. */
    static final class Writer implements AutoCloseable {
        private final FileChannel channel;
        private final CRC32C checksum = new CRC32C();
        private final ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        private final ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        /** What is missing of the section that was begun, in bytes. */
        private long missing;

        Writer(Path file) throws IOException {
            channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            channel.position(HEADER_BYTES);
            header.putLong(VERSION);
        }

        /** Writes a section of numbers. */
        void ints(Section section, int[] values, int count) throws IOException {
            beginInts(section, count);
            put(values, 0, count);
        }

        /** Writes a section of bytes, which come in parts. */
        void bytes(Section section, Iterator<byte[]> parts, int count) throws IOException {
            beginBytes(section, count);
            while (parts.hasNext()) {
                byte[] part = parts.next();
                put(part, 0, part.length);
            }
        }

        /** Begins a section of so many numbers, which are put next. */
        void beginInts(Section section, long count) throws IOException {
            begin(section, count * Integer.BYTES);
        }

        /** Begins a section of so many bytes, which are put next and padded. */
        void beginBytes(Section section, long count) throws IOException {
            begin(section, count + (-count & Integer.BYTES - 1));
        }

        private void begin(Section section, long bytes) throws IOException {
            endSection();
            if (header.position() != Long.BYTES * (1 + section.ordinal())) {
                throw new IllegalStateException(section + " is not the next section");
            }
            if (bytes > Integer.MAX_VALUE) {
                throw new UnreadableFormException("Too much for a read form");
            }
            header.putLong(bytes);
            missing = bytes;
        }

        private void endSection() throws IOException {
            if (missing >= Integer.BYTES) {
                throw new IllegalStateException(missing + " bytes are missing in a section");
            }
            put(new byte[Integer.BYTES], 0, (int) missing);
        }

        /** Puts the next numbers of the section. */
        void put(int[] values, int from, int count) throws IOException {
            missing -= (long) count * Integer.BYTES;
            int left = count;
            while (left > 0) {
                if (!chunk.hasRemaining()) {
                    flush();
                }
                int some = Math.min(left, chunk.remaining() / Integer.BYTES);
                chunk.asIntBuffer().put(values, from + count - left, some);
                chunk.position(chunk.position() + some * Integer.BYTES);
                left -= some;
            }
        }

        /** Puts the next bytes of the section. */
        void put(byte[] values, int from, int count) throws IOException {
            missing -= count;
            int left = count;
            while (left > 0) {
                if (!chunk.hasRemaining()) {
                    flush();
                }
                int some = Math.min(left, chunk.remaining());
                chunk.put(values, from + count - left, some);
                left -= some;
            }
        }

        private void flush() throws IOException {
            write(chunk.flip());
            chunk.clear();
        }

        private void write(ByteBuffer bytes) throws IOException {
            checksum.update(bytes.duplicate());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        /** Writes the lengths and the checksum, which make the file readable, and sees that all of it is on the disk. */
        void finish() throws IOException {
            endSection();
            flush();
            checksum.update(header.duplicate().limit(CHECKSUM_AT).position(LENGTHS_AT));
            header.putLong(checksum.getValue()).flip();
            channel.position(0);
            write(header);
            channel.force(true);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /**
     * Maps a file into memory. All of it is read once for its checksum.
     *
     * @throws UnreadableFormException if it is not there, of another version, too short, or not what was written
     */
    static Map<Section, ByteBuffer> map(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            while (header.hasRemaining() && channel.read(header) >= 0) {
                continue;
            }
            header.flip();
            if (header.limit() < HEADER_BYTES || header.getLong() != VERSION) {
                throw new UnreadableFormException("No read form of this version: " + file);
            }
            if (checksum(channel, header) != header.getLong(CHECKSUM_AT)) {
                throw new UnreadableFormException("Damaged: " + file);
            }
            Map<Section, ByteBuffer> sections = new EnumMap<>(Section.class);
            long at = HEADER_BYTES;
            for (Section section : Section.values()) {
                long length = header.getLong();
                if (length < 0 || at + length > channel.size()) {
                    throw new UnreadableFormException("Cut short: " + file);
                }
                sections.put(
                        section,
                        channel.map(FileChannel.MapMode.READ_ONLY, at, length).order(ByteOrder.LITTLE_ENDIAN));
                at += length;
            }
            return sections;
        } catch (IOException missing) {
            throw new UnreadableFormException("Cannot read " + file, missing);
        }
    }

    /** What the checksum of a file would be if it were whole. */
    private static long checksum(FileChannel channel, ByteBuffer header) throws IOException {
        CRC32C checksum = new CRC32C();
        ByteBuffer some = ByteBuffer.allocateDirect(CHECKED_BYTES);
        for (long at = HEADER_BYTES; at < channel.size(); at += some.limit()) {
            some.clear();
            if (channel.read(some, at) < 0) {
                break;
            }
            checksum.update(some.flip());
        }
        checksum.update(header.duplicate().limit(CHECKSUM_AT).position(LENGTHS_AT));
        return checksum.getValue();
    }

    static IntBuffer ints(Map<Section, ByteBuffer> sections, Section section) {
        return sections.get(section).asIntBuffer();
    }
}
