package org.w3id.urbis.loader.publication;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.core.Quad;

/** A file to take away that is written while its statements come by, sorted by subject; those of one subject are held. */
final class SubjectFile implements Closeable {

    private final MemberWriter members;
    private final SubjectText text;
    private final List<Quad> about = new ArrayList<>();
    private final byte[] between;
    private boolean isFirst = true;

    private SubjectFile(Path file, SubjectText text) throws IOException {
        this.members = new MemberWriter(file);
        this.text = text;
        this.between = text.between().getBytes(StandardCharsets.UTF_8);
        members.head(text.head());
    }

    /** Begins a file, whose directory is made. */
    static SubjectFile at(Path file, SubjectText text) throws IOException {
        Files.createDirectories(file.getParent());
        return new SubjectFile(file, text);
    }

    /**
     * Takes the next statement.
     *
     * @throws UncheckedIOException if the disk refuses
     */
    void add(Quad quad) {
        try {
            if (!about.isEmpty() && !about.getFirst().getSubject().equals(quad.getSubject())) {
                writeSubject();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a dump", e);
        }
        about.add(quad);
    }

    /** Takes a member of another file, which has to come where it would be written and must not be the first. */
    void copy(byte[] member) throws IOException {
        writeSubject();
        members.copy(member);
    }

    /** Whether no statement has come. */
    boolean isEmpty() {
        return isFirst && about.isEmpty();
    }

    private void writeSubject() throws IOException {
        if (about.isEmpty()) {
            return;
        }
        members.subject(about.getFirst().getSubject().getURI().getBytes(StandardCharsets.UTF_8));
        if (!isFirst) {
            members.write(between);
        }
        members.write(text.of(about));
        isFirst = false;
        about.clear();
    }

    /**
     * Ends the file, which is not whole before.
     *
     * @return the SHA-256 of its bytes, in hexadecimal
     */
    String finish() throws IOException {
        writeSubject();
        members.tail(text.tail());
        return members.finish();
    }

    @Override
    public void close() throws IOException {
        members.close();
    }
}
