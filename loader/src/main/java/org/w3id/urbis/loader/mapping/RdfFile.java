package org.w3id.urbis.loader.mapping;

import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.zip.ZipException;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.rio.ParseErrorListener;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.eclipse.rdf4j.rio.helpers.NTriplesParserSettings;
import org.eclipse.rdf4j.rio.helpers.TurtleParserSettings;
import org.eclipse.rdf4j.rio.jsonld.JSONLDSettings;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.record.Utf8;
import org.w3id.urbis.loader.record.WebPage;
import org.w3id.urbis.loader.source.Fault;
import org.w3id.urbis.loader.source.SourceFile;
import org.w3id.urbis.loader.source.UnreadableSourceException;

/** One reading of a file that is RDF, by Rio. */
final class RdfFile extends AbstractRDFHandler implements ParseErrorListener {

    /** The formats that are always in UTF-8; XML says itself in what it is. */
    private static final Set<RDFFormat> IN_UTF8 =
            Set.of(RDFFormat.TURTLE, RDFFormat.TRIG, RDFFormat.NTRIPLES, RDFFormat.NQUADS, RDFFormat.JSONLD);

    private final SourceFile file;
    private final RDFFormat format;
    private final Node graph;
    private final BaseIri base;
    private final JenaTerms terms = new JenaTerms();
    private final BiConsumer<Quad, Long> taker;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<Node, Long> firstLines = new HashMap<>();
    private long line;

    /** Gives each statement with the line on which it ends, 0 if the format does not tell. */
    RdfFile(SourceFile file, RDFFormat format, Node graph, BaseIri base, BiConsumer<Quad, Long> taker) {
        this.file = file;
        this.format = format;
        this.graph = graph;
        this.base = base;
        this.taker = taker;
    }

    /**
     * Reads the file as far as it can be read: N-Triples and N-Quads go on after a bad line, other formats end there.
     *
     * @throws UnreadableSourceException if the disk fails
     */
    void read() {
        Optional<Fault> page = WebPage.fault(file);
        if (page.isPresent()) {
            faults.add(page.get());
            return;
        }
        try (InputStream in = file.open()) {
            if (IN_UTF8.contains(format)) {
                // Rio would put a mark in the place of each byte that it cannot read, and say nothing.
                parser().parse(Utf8.reader(in), base.value());
            } else {
                parser().parse(in, base.value());
            }
        } catch (RDFParseException | RDFHandlerException | IllegalArgumentException e) {
            long at = e instanceof RDFParseException parse ? Math.max(parse.getLineNumber(), 0) : 0;
            String words = words(e);
            // What ends the reading may have been told as an error before.
            if (faults.stream().noneMatch(fault -> fault.line() == at && words.startsWith(fault.message()))) {
                faults.add(new Fault(file.label(), at, 0, words));
            }
        } catch (CharacterCodingException e) {
            faults.add(Utf8.fault(file));
        } catch (EOFException | ZipException e) {
            faults.add(Fault.of(file.label(), SourceFile.BROKEN_OFF));
        } catch (CharConversionException e) {
            faults.add(new Fault(
                    file.label(),
                    Math.max(line, 0),
                    0,
                    "This is not in the encoding that the file names: " + e.getMessage()));
        } catch (IOException e) {
            throw new UnreadableSourceException("Cannot read " + file.label(), e);
        }
    }

    /** What the parser says, with what its causes add to it. */
    private static String words(Exception refusal) {
        StringBuilder words = new StringBuilder(String.valueOf(refusal.getMessage()));
        for (Throwable cause = refusal.getCause(); cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && words.indexOf(cause.getMessage()) < 0) {
                words.append(": ").append(cause.getMessage());
            }
        }
        return words.toString();
    }

    List<Fault> faults() {
        return faults;
    }

    /** The line on which a blank node was first seen, or 0 if the format does not tell. */
    long lineOf(Node blank) {
        return firstLines.getOrDefault(blank, 0L);
    }

    private RDFParser parser() {
        RDFParser parser = format.equals(RDFFormat.NTRIPLES) ? new LineParser() : Rio.createParser(format);
        parser.setRDFHandler(this);
        parser.setParseErrorListener(this);
        parser.setParseLocationListener((atLine, atColumn) -> line = atLine);
        parser.getParserConfig()
                .set(TurtleParserSettings.ACCEPT_TURTLESTAR, false)
                .set(JSONLDSettings.DOCUMENT_LOADER, new KnownContexts(base))
                .addNonFatalError(NTriplesParserSettings.FAIL_ON_INVALID_LINES);
        return parser;
    }

    @Override
    public void handleStatement(Statement statement) {
        if (statement.getContext() != null
                && !terms.node(statement.getContext()).equals(graph)) {
            faults.add(new Fault(
                    file.label(),
                    Math.max(line, 0),
                    0,
                    "This statement is put into a graph of its own, <"
                            + statement.getContext().stringValue()
                            + ">. A file fills one graph, whose name it need not say: write the statement"
                            + " outside of any."));
            return;
        }
        Quad quad = terms.quad(graph, statement);
        note(statement.getSubject() instanceof BNode, quad.getSubject());
        note(statement.getObject() instanceof BNode, quad.getObject());
        taker.accept(quad, Math.max(line, 0));
    }

    private void note(boolean blank, Node node) {
        if (blank && line > 0) {
            firstLines.putIfAbsent(node, line);
        }
    }

    @Override
    public void warning(String message, long atLine, long atColumn) {
        error(message, atLine, atColumn);
    }

    @Override
    public void error(String message, long atLine, long atColumn) {
        faults.add(new Fault(file.label(), Math.max(atLine, 0), Math.max(atColumn, 0), message));
    }

    @Override
    public void fatalError(String message, long atLine, long atColumn) {
        // Thrown as well.
    }
}
