package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.jena.sparql.core.Quad;

/**
 * Writes an RDF Patch: what is added to a dataset and what is removed from it, as one transaction.
 *
 * <p>A row is {@code A} or {@code D}, a space and the line of N-Quads that the dump of a revision has for the statement, byte
 * for byte. A patch whose last line is not {@code TC .} was cut off and must not be applied.
 *
 * @see <a href="https://afs.github.io/rdf-patch/">RDF Patch</a>
 */
public final class PatchWriter {

    /** The media type of a patch. */
    public static final String MEDIA_TYPE = "application/rdf-patch";

    private static final byte[] ADD = utf8("A ");
    private static final byte[] DELETE = utf8("D ");

    private final OutputStream out;
    private final QuadText text = new QuadText();

    /**
     * Begins a patch.
     *
     * @param out      where to; buffered by the caller, who also closes it
     * @param id       the IRI of what the dataset is after the patch
     * @param previous the IRI of what it is before; empty if that is nothing
     * @throws UncheckedIOException if nothing can be written
     */
    public PatchWriter(OutputStream out, String id, Optional<String> previous) {
        this.out = out;
        write(utf8("H id <" + id + "> .\n"));
        previous.ifPresent(before -> write(utf8("H prev <" + before + "> .\n")));
        write(utf8("TX .\n"));
    }

    /**
     * Adds a statement.
     *
     * @param quad a statement in a named graph
     * @throws UncheckedIOException if it cannot be written
     */
    public void add(Quad quad) {
        add(text.line(quad));
    }

    /**
     * Removes a statement.
     *
     * @param quad a statement in a named graph
     * @throws UncheckedIOException if it cannot be written
     */
    public void delete(Quad quad) {
        delete(text.line(quad));
    }

    /** Adds the statement of a line of N-Quads, its end of line included. */
    void add(byte[] line) {
        write(ADD);
        write(line);
    }

    /** Removes the statement of such a line. */
    void delete(byte[] line) {
        write(DELETE);
        write(line);
    }

    /**
     * Ends the patch, which is not whole before.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void end() {
        write(utf8("TC .\n"));
    }

    private void write(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the patch", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
