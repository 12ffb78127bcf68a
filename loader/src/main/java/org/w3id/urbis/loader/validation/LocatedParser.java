package org.w3id.urbis.loader.validation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.ReaderRIOT;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;
import org.w3id.urbis.loader.entry.KnownThings;
import org.w3id.urbis.loader.validation.NextStatement.Beginning;
import org.w3id.urbis.shapes.Vocabulary;

/**
 * Reads RDF and tables and remembers line and column of every statement.
 *
 * <p>Nothing but the file itself is ever read: no remote or local context, no external entity. Positions are those of
 * the statement's object for Turtle, TriG, N-Triples, N-Quads and JSON-LD, and of the attribute or element for RDF/XML. N-Triples and N-Quads are read on after a bad line, Turtle and TriG after a bad statement; RDF/XML and
 * JSON-LD end at the first fault of grammar.
 * Instances may be shared by threads.
 */
public final class LocatedParser {

    /** The IRI against which relative IRIs resolve. */
    public static final String BASE = "https://w3id.org/urbis/";

    /** The most that is read of a file if nothing else is set, in bytes: 64 MiB. */
    public static final int DEFAULT_LIMIT_BYTES = 64 << 20;

    /** With so many faults a file is probably no RDF at all. */
    private static final int MOST_FAULTS = 100;

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
                : new Run(SourceText.decode(name, content), format, content).parse();
    }

    /** The reading of one file. */
    private final class Run {

        private final SourceText source;
        private final RdfFormat format;
        private final byte[] content;
        private final FaultRecorder faults;
        private final OutsideReferences outside;
        private final PositionIndex index = new PositionIndex();
        private final List<Quad> quads = new ArrayList<>();
        private final Map<String, String> declared = new HashMap<>();
        private final ForgivingPrefixes prefixes = new ForgivingPrefixes(knownPrefixes);
        private final LocatingProfile profile;
        private NextStatement statements;
        private Optional<JsonText> json = Optional.empty();

        Run(SourceText source, RdfFormat format, byte[] content) {
            this.source = source;
            this.format = format;
            this.content = content;
            this.faults = new FaultRecorder(source, mostFindings);
            this.outside = new OutsideReferences(source, faults::add);
            // In formats by line an IRI is absolute as it stands.
            IRIxResolver.Builder resolver =
                    IRIxResolver.create().allowRelative(false).resolve(!format.isByLine());
            this.profile = new LocatingProfile(
                    index,
                    faults,
                    (format.isByLine() ? resolver.noBase() : resolver.base(BASE)).build(),
                    prefixes,
                    new PrefixFaults(source),
                    Optional.of(new XmlTags(source)).filter(tags -> format == RdfFormat.RDF_XML));
        }

        LocatedFile parse() {
            reportBadBytes();
            boolean complete =
                    switch (format) {
                        case N_TRIPLES, N_QUADS -> readByLine();
                        case TURTLE, TRIG -> readByStatement();
                        case RDF_XML, JSON_LD -> readAtOnce();
                        case CSV, XLSX -> throw new IllegalArgumentException("No format of statements: " + format);
                    };
            boolean told = tellMisdeclared();
            return new LocatedFile(
                    source,
                    format,
                    quads,
                    faults.findings(),
                    index,
                    declared,
                    complete && told && !prefixes.isGuessless(),
                    json);
        }

        private boolean tellMisdeclared() {
            try {
                new PrefixFaults(source)
                        .misdeclared(prefixes.misdeclared(), knownPrefixes)
                        .forEach(faults::add);
                return true;
            } catch (StoppedException enough) {
                return false;
            }
        }

        private void reportBadBytes() {
            // XML says itself how it is encoded, and its parser complains if it is not.
            if (format != RdfFormat.RDF_XML) {
                source.undecodable()
                        .ifPresent(offset -> faults.add(Finding.of(
                                        source.position(offset),
                                        Severity.VIOLATION,
                                        Check.ENCODING,
                                        Wording.of("encoding.no-utf-8"))
                                .with(Wording.of("encoding.no-utf-8.fix"))));
            }
        }

        /** Reads on in the next line after each fault. Returns whether there was none. */
        private boolean readByLine() {
            int line = 1;
            for (int faulty = 0; faulty < MOST_FAULTS; faulty++) {
                try {
                    run(source.offset(line, 1), "");
                    return faulty == 0;
                } catch (StoppedException stopped) {
                    if (stopped.line() == 0) {
                        return false;
                    }
                    line = stopped.line() + 1;
                }
            }
            return tooMany(line);
        }

        /** Reads on at the next statement after each fault. Returns whether there was none. */
        private boolean readByStatement() {
            Optional<Beginning> begun = Optional.of(Beginning.OF_FILE);
            for (int faulty = 0; faulty < MOST_FAULTS; faulty++) {
                Beginning from = begun.get();
                faults.slips(fault -> statements().slip(from, fault));
                try {
                    run(from.offset(), from.graph());
                    return faulty == 0;
                } catch (StoppedException stopped) {
                    if (stopped.line() == 0) {
                        return false;
                    }
                    int fault = Math.max(from.offset(), source.offset(stopped.line(), stopped.column()));
                    begun = statements().after(from, fault);
                    if (begun.isEmpty()) {
                        return false;
                    }
                    prefixes.salvage(source.text()
                            .substring(begun.get().before(), begun.get().offset()));
                }
            }
            return tooMany(source.position(begun.get().offset()).line());
        }

        private NextStatement statements() {
            if (statements == null) {
                statements = new NextStatement(source, format == RdfFormat.TRIG);
            }
            return statements;
        }

        private StoppedException tooManyStatements(Position place) {
            faults.add(Finding.of(
                    place,
                    Severity.VIOLATION,
                    Check.UNFINISHED,
                    Wording.of("document.too-many-statements", "count", mostStatements)));
            return new StoppedException(0, 0);
        }

        private boolean tooMany(int line) {
            faults.add(Finding.of(
                    source.position(line, 1),
                    Severity.VIOLATION,
                    Check.UNFINISHED,
                    Wording.of("document.too-many-faults", "count", MOST_FAULTS)));
            return false;
        }

        /** Reads to the end or to the first fault of grammar. Returns whether the end was reached. */
        private boolean readAtOnce() {
            try {
                run(0, "");
                return true;
            } catch (StoppedException stopped) {
                return false;
            }
        }

        private void run(int offset, String graph) {
            int before = faults.findings().size();
            try {
                if (format == RdfFormat.RDF_XML) {
                    outside.inXml().ifPresent(finding -> {
                        faults.add(finding);
                        throw new StoppedException(finding.line(), finding.column());
                    });
                }
                read(RDFParserRegistry.getFactory(format.lang()).create(format.lang(), profile), offset, graph);
            } catch (RiotException e) {
                // Reported already, or it is of the few that RIOT throws without a word to the error handler.
                if (faults.findings().size() == before) {
                    faults.error(String.valueOf(e.getMessage()), 0, 0);
                }
                Finding last = faults.findings().getLast();
                throw new StoppedException(last.line(), last.column());
            } catch (StackOverflowError e) {
                faults.add(Finding.of(
                        source.position(0, 0), Severity.VIOLATION, Check.SYNTAX, Wording.of("document.too-deep")));
                throw new StoppedException(0, 0);
            }
        }

        private void read(ReaderRIOT reader, int offset, String graph) {
            Context context = RIOT.getContext().copy();
            if (format == RdfFormat.RDF_XML) {
                reader.read(
                        new ByteArrayInputStream(content), BASE, format.lang().getContentType(), sink(), context);
                return;
            }
            if (format == RdfFormat.JSON_LD) {
                JsonKeywords.unknown(source).forEach(faults::add);
                json = JsonText.of(source, mostStatements, faults::add);
                if (json.isEmpty()) {
                    throw faults.findings().isEmpty()
                            ? tooManyStatements(source.position(0, 0))
                            : new StoppedException(0, 0);
                }
                new JsonLdReading(source, json.get(), outside, faults, knownPrefixes.all()).read(profile, index, quads);
                return;
            }
            reader.read(from(offset, graph), null, format.lang().getContentType(), sink(), context);
        }

        /** The text from an offset on, with blanks before it that keep its columns and the name of its graph above. */
        private Reader from(int offset, String graph) {
            if (offset == 0) {
                faults.shift(0);
                return new StringReader(source.text());
            }
            Position start = source.position(offset);
            String above = graph.isEmpty() ? "" : graph + "\n";
            faults.shift(start.line() - (graph.isEmpty() ? 1 : 2));
            return new StringReader(
                    above + " ".repeat(start.column() - 1) + source.text().substring(offset));
        }

        private StreamRDF sink() {
            return new StreamRDFBase() {
                @Override
                public void prefix(String prefix, String iri) {
                    declared.put(prefix, iri);
                }

                @Override
                public void triple(Triple triple) {
                    quad(Quad.create(Quad.defaultGraphIRI, triple));
                }

                @Override
                public void quad(Quad quad) {
                    if (quads.size() >= mostStatements) {
                        throw tooManyStatements(profile.place());
                    }
                    quads.add(quad.isDefaultGraph() ? Quad.create(Quad.defaultGraphIRI, quad.asTriple()) : quad);
                    index.statement(quad.asTriple(), profile.objectPlace(quad.getObject()));
                }
            };
        }
    }
}
