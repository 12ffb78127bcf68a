package org.w3id.urbis.loader.publication;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A file that {@link MemberWriter} wrote, member by member. */
final class MemberFile implements Closeable {

    /** So many bytes hold almost any header. */
    private static final int GUESS_BYTES = 512;

    private final FileChannel channel;
    private final List<GzipMember> members;
    private final Inflater inflater = new Inflater(true);

    private MemberFile(FileChannel channel, List<GzipMember> members) {
        this.channel = channel;
        this.members = members;
    }

    /**
     * Opens a file.
     *
     * @return its members; empty if it was written by another version of this program, or is not whole
     * @throws IOException if it cannot be read
     */
    static Optional<MemberFile> open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        List<GzipMember> members = new ArrayList<>();
        long at = 0;
        while (at < channel.size()) {
            Optional<GzipMember> member = member(channel, at);
            if (member.isEmpty() || at + member.get().length() > channel.size()) {
                channel.close();
                return Optional.empty();
            }
            members.add(member.get());
            at += member.get().length();
        }
        return Optional.of(new MemberFile(channel, List.copyOf(members)));
    }

    private static Optional<GzipMember> member(FileChannel channel, long at) throws IOException {
        byte[] some = read(channel, at, (int) Math.min(GUESS_BYTES, channel.size() - at));
        if (some.length < GzipMember.PLAIN_HEADER_BYTES + Short.BYTES) {
            return Optional.empty();
        }
        int length = GzipMember.headerBytes(some);
        if (at + length > channel.size()) {
            return Optional.empty();
        }
        return GzipMember.read(at, length <= some.length ? Arrays.copyOf(some, length) : read(channel, at, length));
    }

    /** All members, in the order of the file. */
    List<GzipMember> members() {
        return members;
    }

    /** Those that hold subjects, in the order of the file. */
    List<GzipMember> bodies() {
        return members.stream()
                .filter(member -> member.kind() == GzipMember.Kind.BODY)
                .toList();
    }

    /** The text of all members of a kind, of which there are few. */
    byte[] text(GzipMember.Kind kind) throws IOException {
        byte[] all = new byte[0];
        for (GzipMember member : members) {
            if (member.kind() == kind) {
                byte[] text = text(bytes(member));
                int end = all.length;
                all = Arrays.copyOf(all, end + text.length);
                System.arraycopy(text, 0, all, end, text.length);
            }
        }
        return all;
    }

    /** A member as it lies in the file. */
    byte[] bytes(GzipMember member) throws IOException {
        return read(channel, member.offset(), member.length());
    }

    /**
     * The text of a member.
     *
     * @param whole its bytes
     * @throws IOException if it is damaged
     */
    byte[] text(byte[] whole) throws IOException {
        int header = GzipMember.headerBytes(whole);
        ByteBuffer trailer = GzipMember.little(whole).position(whole.length - GzipMember.TRAILER_BYTES);
        int expected = trailer.getInt();
        byte[] text = new byte[trailer.getInt()];
        inflater.reset();
        inflater.setInput(whole, header, whole.length - header - GzipMember.TRAILER_BYTES);
        try {
            int length = inflater.inflate(text);
            CRC32 sum = new CRC32();
            sum.update(text);
            if (length < text.length || (int) sum.getValue() != expected) {
                throw new IOException("A part of a dump is not what was written");
            }
        } catch (DataFormatException damaged) {
            throw new IOException("A part of a dump is damaged", damaged);
        }
        return text;
    }

    private static byte[] read(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new EOFException("A dump was cut off");
            }
        }
        return bytes.array();
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        channel.close();
    }
}
