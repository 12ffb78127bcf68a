package org.w3id.urbis.loader.validation;

import java.io.ByteArrayInputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.RuntimeIOException;
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

/**
 * Reads statements from a place in a file of RDF up to the first fault of grammar, and gathers them with their places over
 * all such readings of the file.
 */
final class StatementReader {

    private final SourceText source;
    private final RdfFormat format;
    private final byte[] content;
    private final FaultRecorder faults;
    private final KnownPrefixes knownPrefixes;
    private final int most;
    private final OutsideReferences outside;
    private final PositionIndex index = new PositionIndex();
    private final List<Quad> quads = new ArrayList<>();
    private final Map<String, String> declared = new HashMap<>();
    private final LocatingProfile profile;
    private Optional<JsonText> json = Optional.empty();

    /** Reads at most so many statements. */
    StatementReader(
            SourceText source,
            RdfFormat format,
            byte[] content,
            FaultRecorder faults,
            ForgivingPrefixes prefixes,
            KnownPrefixes knownPrefixes,
            int most) {
        this.source = source;
        this.format = format;
        this.content = content;
        this.faults = faults;
        this.knownPrefixes = knownPrefixes;
        this.most = most;
        this.outside = new OutsideReferences(source, faults::add);
        // In formats by line an IRI is absolute as it stands.
        IRIxResolver.Builder resolver =
                IRIxResolver.create().allowRelative(false).resolve(!format.isByLine());
        this.profile = new LocatingProfile(
                index,
                faults,
                (format.isByLine() ? resolver.noBase() : resolver.base(LocatedParser.BASE)).build(),
                prefixes,
                new PrefixFaults(source),
                Optional.of(new XmlTags(source)).filter(tags -> format == RdfFormat.RDF_XML));
    }

    /** What has been read, as a file that is complete or not. */
    LocatedFile located(boolean complete) {
        return new LocatedFile(source, format, quads, faults.findings(), index, declared, complete, json);
    }

    /**
     * Reads to the end of the file.
     *
     * @param offset where to begin; formats that cannot be begun in their midst are read from the first byte
     * @param graph  how the text names the graph that a statement at the offset is in; empty if it is in none
     * @throws StoppedException at the first fault from which the format's own parser cannot go on; it is recorded then
     */
    void read(int offset, String graph) {
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
        } catch (IllegalFormatException e) {
            // So ends the tokenizer where it wants to say that something else has to follow than the end of the file.
            Position end = source.position(source.text().length());
            faults.error("Premature end of file", end.line(), end.column());
            throw new StoppedException(0, 0);
        } catch (RuntimeIOException e) {
            if (!(e.getCause() instanceof UnsupportedEncodingException)) {
                throw e;
            }
            faults.add(Finding.of(
                            source.position(0),
                            Severity.VIOLATION,
                            Check.ENCODING,
                            Wording.of("encoding.unknown", "name", e.getCause().getMessage()))
                    .with(Wording.of("encoding.no-utf-8.fix")));
            throw new StoppedException(0, 0);
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
                    new ByteArrayInputStream(content),
                    LocatedParser.BASE,
                    format.lang().getContentType(),
                    sink(),
                    context);
            return;
        }
        if (format == RdfFormat.JSON_LD) {
            JsonKeywords.unknown(source).forEach(faults::add);
            json = JsonText.of(source, most, faults::add);
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
                if (quads.size() >= most) {
                    throw tooManyStatements(profile.place());
                }
                quads.add(quad.isDefaultGraph() ? Quad.create(Quad.defaultGraphIRI, quad.asTriple()) : quad);
                index.statement(quad.asTriple(), profile.objectPlace(quad.getObject()));
            }
        };
    }

    private StoppedException tooManyStatements(Position place) {
        faults.add(Finding.of(
                place,
                Severity.VIOLATION,
                Check.UNFINISHED,
                Wording.of("document.too-many-statements", "count", most)));
        return new StoppedException(0, 0);
    }
}
