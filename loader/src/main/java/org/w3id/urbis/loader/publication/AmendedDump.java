package org.w3id.urbis.loader.publication;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The sorted dump of a revision that differs little from the one before, and its JSON-LD, whose members hold the same subjects:
 * those that nothing touches are copied. All text is gone through once, for its checksum.
 */
final class AmendedDump implements Closeable {

    private final MemberFile before;
    private final Touch touch;
    private final MessageDigest text = Sha256.digest();

    private AmendedDump(MemberFile before, List<PatchRow> rows) {
        this.before = before;
        this.touch = new Touch(before.bodies(), rows);
    }

    /**
     * Looks at the dump before.
     *
     * @param rows what changes, sorted
     * @return empty if it was written by another version of this program
     */
    static Optional<AmendedDump> of(Revision before, List<PatchRow> rows) throws IOException {
        return MemberFile.open(before.dump()).map(members -> new AmendedDump(members, rows));
    }

    /** Whether a file has a member for each of those of the dump, with the same subjects. */
    boolean fits(MemberFile file) {
        List<GzipMember> ours = before.bodies();
        List<GzipMember> theirs = file.bodies();
        boolean isAlike = ours.size() == theirs.size();
        for (int i = 0; isAlike && i < ours.size(); i++) {
            isAlike = Arrays.equals(ours.get(i).subject(), theirs.get(i).subject());
        }
        return isAlike;
    }

    /**
     * Writes it.
     *
     * @param file   where to
     * @param jsonLd the JSON-LD, which is written with it
     * @param told   is told of all lines about things that change, before and now
     * @return the checksum of the file
     * @throws UnfitRevisionException if something comes that is there already, or goes that is not there
     */
    String write(Path file, Optional<AmendedFile> jsonLd, Comparison told) throws IOException {
        List<GzipMember> bodies = before.bodies();
        try (MemberWriter members = new MemberWriter(file)) {
            DumpText fresh = new DumpText(members);
            for (int i = 0; i < touch.count(); i++) {
                byte[] whole = i < bodies.size() ? before.bytes(bodies.get(i)) : new byte[0];
                byte[] old = i < bodies.size() ? before.text(whole) : new byte[0];
                if (touch.isIn(i) || fresh.isEmpty()) {
                    byte[] lines = patched(old, touch.rows(i), told, fresh);
                    if (jsonLd.isPresent()) {
                        pass(jsonLd.get(), i);
                        jsonLd.get().write(lines);
                    }
                } else {
                    members.copy(whole);
                    text.update(old);
                    if (jsonLd.isPresent()) {
                        jsonLd.get().copy(jsonLd.get().before().bodies().get(i));
                    }
                }
            }
            return members.finish();
        }
    }

    private static void pass(AmendedFile file, int member) throws IOException {
        if (member < file.before().bodies().size()) {
            file.pass(file.before().bodies().get(member));
        }
    }

    private byte[] patched(byte[] old, List<PatchRow> rows, Comparison told, DumpText fresh) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream(old.length + 1);
        PatchedLines patched = new PatchedLines(new DumpLines(new ByteArrayInputStream(old)), rows.iterator(), told);
        while (patched.hasNext()) {
            byte[] line = patched.next();
            fresh.add(line);
            text.update(line);
            lines.writeBytes(line);
        }
        return lines.toByteArray();
    }

    /** The SHA-256 of the text that was written, in hexadecimal. */
    String hash() {
        return Sha256.hex(text);
    }

    @Override
    public void close() throws IOException {
        before.close();
    }
}
