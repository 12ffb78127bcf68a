package org.w3id.urbis.loader.publication;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.BitSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.loader.statement.LineText;
import org.w3id.urbis.loader.statement.StatementOrder;
import org.w3id.urbis.loader.statement.Statements;

/**
 * The canonical form of a graph: each statement as Rio writes it in N-Quads, once, sorted by its bytes.
 *
 * <p>There are no blank nodes, so that sorting is all it takes.
 *
 * @see <a href="https://www.w3.org/TR/n-quads/">RDF 1.1 N-Quads</a>
 */
final class SortedQuads {

    private final Statements statements;
    private final StatementOrder order;
    private final Optional<Written> written;

    private SortedQuads(Statements statements, Optional<Written> written) {
        this.statements = statements;
        this.order = StatementOrder.of(statements);
        this.written = written;
    }

    /** The text as a file that is there already, compressed, and the text's hash. */
    private record Written(Path file, String hash) {}

    static SortedQuads of(Stream<Quad> quads) {
        Statements statements = new Statements();
        quads.forEach(statements::add);
        return of(statements);
    }

    /** Those of some lines of N-Quads. */
    static SortedQuads of(Iterator<byte[]> lines) {
        Statements statements = new Statements();
        DumpLines.parse(new LineStream(lines), statements::add);
        return of(statements);
    }

    static SortedQuads of(Statements statements) {
        return new SortedQuads(statements, Optional.empty());
    }

    /**
     * Those of a dump, whose text need not be made again.
     *
     * @param statements all that the dump says
     * @param dump       the text, compressed as {@link #write} does it
     * @param hash       the hash of the text
     */
    static SortedQuads of(Statements statements, Path dump, String hash) {
        return new SortedQuads(statements, Optional.of(new Written(dump, hash)));
    }

    /** The statements in the order of their lines. */
    Stream<Quad> quads() {
        return IntStream.range(0, size()).mapToObj(place -> statements.quad(order.row(place)));
    }

    /**
     * Hands on the statements about each subject of which one of some properties says something, in the order of their lines.
     * The others are passed over without a look at their terms.
     */
    void eachAbout(Set<Node> properties, Consumer<Quad> taking) {
        BitSet wanted = new BitSet();
        for (int property : statements.properties()) {
            wanted.set(property, properties.contains(statements.term(property)));
        }
        for (int begin = 0, end; begin < size(); begin = end) {
            int subject = statements.subject(order.row(begin));
            boolean isWanted = false;
            for (end = begin; end < size() && statements.subject(order.row(end)) == subject; end++) {
                isWanted |= wanted.get(statements.property(order.row(end)));
            }
            for (int place = begin; isWanted && place < end; place++) {
                taking.accept(statements.quad(order.row(place)));
            }
        }
    }

    /** The lines, each with its end of line. */
    Iterator<byte[]> lines() {
        LineText text = new LineText(statements);
        return new Iterator<>() {
            private int place;

            @Override
            public boolean hasNext() {
                return place < size();
            }

            @Override
            public byte[] next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return text.of(order.row(place++));
            }
        };
    }

    int size() {
        return statements.size();
    }

    Statements statements() {
        return statements;
    }

    StatementOrder order() {
        return order;
    }

    /** The SHA-256 of the text, in hexadecimal. */
    String hash() {
        if (written.isPresent()) {
            return written.get().hash();
        }
        MessageDigest digest = Sha256.digest();
        lines().forEachRemaining(digest::update);
        return Sha256.hex(digest);
    }

    /**
     * Writes the text, compressed, in members, or lets the file that is there already appear in this place too. The header of gzip would hold a time, which is zero.
     *
     * @return the SHA-256 of the compressed file, in hexadecimal
     */
    String write(Path file) throws IOException {
        if (written.isPresent()) {
            DurableFiles.share(written.get().file(), file);
            return Sha256.of(file);
        }
        try (MemberWriter members = new MemberWriter(file)) {
            DumpText text = new DumpText(members);
            for (Iterator<byte[]> lines = lines(); lines.hasNext(); ) {
                text.add(lines.next());
            }
            return members.finish();
        }
    }

    /** Compresses a file; equal bytes in, equal bytes out. */
    static OutputStream compressed(OutputStream out) throws IOException {
        return compressed(out, Deflater.DEFAULT_COMPRESSION);
    }

    /** Compresses a file at a level of {@link Deflater}. */
    static OutputStream compressed(OutputStream out, int level) throws IOException {
        return new BufferedOutputStream(new Zip(out, level), 1 << 16);
    }

    /** Gzip at a fixed level. */
    private static final class Zip extends GZIPOutputStream {
        Zip(OutputStream out, int level) throws IOException {
            super(out, 1 << 16);
            def.setLevel(level);
        }
    }
}
