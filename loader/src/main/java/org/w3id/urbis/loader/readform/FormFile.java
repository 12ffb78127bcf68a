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

/** The file of a read form: a version, the length of each section in bytes, and the sections one after the other. */
final class FormFile {
    private static final long VERSION = 0x3130_5245_4144_5255L;
    private static final int SECTIONS = Section.values().length;
    private static final int HEADER_BYTES = Long.BYTES * (1 + SECTIONS);
    private static final int CHUNK_INTS = 1 << 16;

    private FormFile() {}

    /** Writes the sections in their order. */
    static final class Writer implements AutoCloseable {
        private final FileChannel channel;
        private final ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);

        Writer(Path file) throws IOException {
            channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            channel.position(HEADER_BYTES);
            header.putLong(VERSION);
        }

        /** Writes a section of numbers. */
        void ints(Section section, int[] values, int count) throws IOException {
            begin(section, (long) count * Integer.BYTES);
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK_INTS * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int from = 0; from < count; from += CHUNK_INTS) {
                int some = Math.min(CHUNK_INTS, count - from);
                chunk.clear();
                chunk.asIntBuffer().put(values, from, some);
                chunk.limit(some * Integer.BYTES);
                write(chunk);
            }
        }

        /** Writes a section of bytes, which come in parts. */
        void bytes(Section section, Iterator<byte[]> parts, int count) throws IOException {
            int padding = -count & Integer.BYTES - 1;
            begin(section, (long) count + padding);
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK_INTS * Integer.BYTES);
            while (parts.hasNext()) {
                byte[] part = parts.next();
                if (part.length > chunk.remaining()) {
                    write(chunk.flip());
                    chunk.clear();
                }
                if (part.length > chunk.remaining()) {
                    write(ByteBuffer.wrap(part));
                } else {
                    chunk.put(part);
                }
            }
            write(chunk.flip());
            write(ByteBuffer.allocate(padding));
        }

        private void begin(Section section, long bytes) {
            if (header.position() != Long.BYTES * (1 + section.ordinal())) {
                throw new IllegalStateException(section + " is not the next section");
            }
            if (bytes > Integer.MAX_VALUE) {
                throw new UnreadableFormException("Too much for a read form");
            }
            header.putLong(bytes);
        }

        private void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        /** Writes the lengths, which make the file readable, and sees that all of it is on the disk. */
        void finish() throws IOException {
            header.flip();
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
     * Maps a file into memory.
     *
     * @throws UnreadableFormException if it is not there, of another version or too short
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

    static IntBuffer ints(Map<Section, ByteBuffer> sections, Section section) {
        return sections.get(section).asIntBuffer();
    }
}
