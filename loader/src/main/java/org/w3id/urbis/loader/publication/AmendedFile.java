package org.w3id.urbis.loader.publication;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/** A file to take away that is made of the one before it: members that nothing touches are copied as they are. */
final class AmendedFile implements Closeable {

    private final MemberFile before;
    private final SubjectFile after;
    /** Of what was, so that nothing damaged is taken over. */
    private final MessageDigest seen = Sha256.digest();

    private final String expected;

    private AmendedFile(MemberFile before, String expected, SubjectFile after) throws IOException {
        this.before = before;
        this.expected = expected;
        this.after = after;
        see(GzipMember.Kind.HEAD);
    }

    /**
     * Begins.
     *
     * @param before   the file before
     * @param expected the checksum that it should have
     * @param after    where to; its directory is made
     * @param text     how it is written
     * @return empty if the file before is not there, or was written otherwise
     */
    static Optional<AmendedFile> of(Path before, Optional<String> expected, Path after, SubjectText text)
            throws IOException {
        if (expected.isEmpty() || !Files.exists(before)) {
            return Optional.empty();
        }
        Optional<MemberFile> old = MemberFile.open(before);
        if (old.isEmpty()) {
            return Optional.empty();
        }
        if (!Arrays.equals(old.get().text(GzipMember.Kind.HEAD), text.head().getBytes(StandardCharsets.UTF_8))) {
            old.get().close();
            return Optional.empty();
        }
        return Optional.of(new AmendedFile(old.get(), expected.get(), SubjectFile.at(after, text)));
    }

    MemberFile before() {
        return before;
    }

    private void see(GzipMember.Kind kind) throws IOException {
        for (GzipMember member : before.members()) {
            if (member.kind() == kind) {
                seen.update(before.bytes(member));
            }
        }
    }

    /** Takes the next member that holds subjects over as it is. */
    void copy(GzipMember member) throws IOException {
        byte[] whole = before.bytes(member);
        seen.update(whole);
        after.copy(whole);
    }

    /** Passes over the next one; returns its bytes. */
    byte[] pass(GzipMember member) throws IOException {
        byte[] whole = before.bytes(member);
        seen.update(whole);
        return whole;
    }

    /** Writes the statements of some sorted lines, which hold subjects whole. */
    void write(byte[] lines) {
        DumpLines.parse(new ByteArrayInputStream(lines), after::add);
    }

    /** Whether nothing of what was written so far is about any subject. */
    boolean isEmpty() {
        return after.isEmpty();
    }

    /**
     * Ends the file.
     *
     * @return its checksum; empty if what it was made of was damaged
     */
    Optional<String> finish() throws IOException {
        see(GzipMember.Kind.TAIL);
        String sum = after.finish();
        return Sha256.hex(seen).equals(expected) ? Optional.of(sum) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        try (before) {
            after.close();
        }
    }
}
