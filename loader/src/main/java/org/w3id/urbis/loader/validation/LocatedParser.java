package org.w3id.urbis.loader.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.w3id.urbis.loader.entry.KnownThings;
import org.w3id.urbis.shapes.Vocabulary;

/**
 * Reads RDF and tables and remembers line and column of every statement.
 *
 * <p>Nothing but the file itself is ever read: no remote or local context, no external entity. Positions are those of
 * the statement's object for Turtle, TriG, N-Triples, N-Quads and JSON-LD, and of the attribute or element for RDF/XML.
 * N-Triples and N-Quads are read on after a bad line, Turtle and TriG after a bad statement; RDF/XML and JSON-LD end at the
 * first fault of grammar. Instances may be shared by threads.
 */
public final class LocatedParser {

    /** The IRI against which relative IRIs resolve. */
    public static final String BASE = "https://w3id.org/urbis/";

    /** The most that is read of a file if nothing else is set, in bytes: 64 MiB. */
    public static final int DEFAULT_LIMIT_BYTES = 64 << 20;

    private final KnownPrefixes knownPrefixes;
    private final int limitBytes;
    private final int mostFindings;
    private final int mostStatements;
    private final KnownThings known;

    /**
     * Makes a parser with the default limit.
     *
     * @param knownPrefixes prefix to IRI: what to suggest, and to go on with, where a file does not declare a prefix
     */
    public LocatedParser(Map<String, String> knownPrefixes) {
        this(knownPrefixes, DEFAULT_LIMIT_BYTES);
    }

    /**
     * Makes a parser.
     *
     * @param knownPrefixes prefix to IRI: what to suggest, and to go on with, where a file does not declare a prefix
     * @param limitBytes    the most that is read of a file, in bytes, 1 or more
     */
    public LocatedParser(Map<String, String> knownPrefixes, int limitBytes) {
        this(KnownPrefixes.of(knownPrefixes), limitBytes, Integer.MAX_VALUE, Integer.MAX_VALUE, KnownThings.NONE);
    }

    private LocatedParser(
            KnownPrefixes knownPrefixes, int limitBytes, int mostFindings, int mostStatements, KnownThings known) {
        this.known = known;
        this.knownPrefixes = knownPrefixes;
        this.limitBytes = limitBytes;
        this.mostFindings = mostFindings;
        this.mostStatements = mostStatements;
    }

    /** Returns the same parser, which reads no further when so much is wrong, or when there is so much to keep in mind. */
    LocatedParser atMost(int findings, int statements) {
        return new LocatedParser(knownPrefixes, limitBytes, findings, statements, known);
    }

    /** Returns the same parser, whose tables may speak of things by their names. */
    LocatedParser knowing(KnownThings things) {
        return new LocatedParser(knownPrefixes, limitBytes, mostFindings, mostStatements, things);
    }

    /**
     * Makes a parser that knows the prefixes of the vocabulary and of the files that ship.
     *
     * @param vocabulary the words there are
     * @return a parser with the default limit
     */
    public static LocatedParser of(Vocabulary vocabulary) {
        return new LocatedParser(
                KnownPrefixes.of(vocabulary),
                DEFAULT_LIMIT_BYTES,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                KnownThings.NONE);
    }

    /**
     * Reads a file on disk.
     *
     * @param file the file; the ending of its name tells the format
     * @return what it says and what is wrong with how it is written
     * @throws UnknownFormatException if the ending tells no format
     * @throws FileTooLargeException  if it is larger than the limit
     * @throws UncheckedIOException   if it cannot be read
     */
    public LocatedFile parse(Path file) {
        String name = file.toString();
        RdfFormat format = RdfFormat.ofFileName(name).orElseThrow(() -> new UnknownFormatException(name));
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(limitBytes);
            if (in.read() >= 0) {
                throw new FileTooLargeException(name, limitBytes);
            }
            return parse(name, format, content);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    /**
     * Reads bytes.
     *
     * @param name    what to call them in findings
     * @param format  the format
     * @param content the bytes
     * @return what they say and what is wrong with how it is written
     * @throws FileTooLargeException if there are more than the limit
     */
    public LocatedFile parse(String name, RdfFormat format, byte[] content) {
        if (content.length > limitBytes) {
            throw new FileTooLargeException(name, limitBytes);
        }
        return format.isTable()
                ? new TableFile(name, format, content, known).read()
                : new RdfFile(name, format, content, knownPrefixes, mostFindings, mostStatements).read();
    }
}
