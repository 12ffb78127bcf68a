package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.jena.sparql.core.Quad;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.eclipse.rdf4j.rio.nquads.NQuadsParser;
import org.w3id.urbis.ontology.ResourceFolder;

/** The dump of a revision, in whatever format somebody wants it. */
public final class Dump {

    private static final Pattern PREFIX = Pattern.compile("(?m)^@prefix\\s+([\\w.-]+):\\s*<([^>\\s]+)>");

    private final Revision revision;

    /**
     * Takes the dump of a revision.
     *
     * @param revision the revision
     */
    public Dump(Revision revision) {
        this.revision = revision;
    }

    /**
     * Writes it. Statements come in the order of the sorted N-Quads, for TriG and JSON-LD within each graph.
     *
     * @param format in this format
     * @param graph  only what this graph holds; empty for everything
     * @param out    where to; not closed
     * @throws UncheckedIOException if the dump cannot be read, or nothing can be written to the stream
     */
    public void write(DumpFormat format, Optional<String> graph, OutputStream out) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(revision.dump()), 1 << 16)) {
            if (format == DumpFormat.NQUADS && graph.isEmpty()) {
                in.transferTo(out);
            } else {
                translate(in, format, graph, out);
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write revision " + revision.number(), e);
        }
    }

    /**
     * Hands on its statements one by one, in the order of the sorted N-Quads.
     *
     * @throws IOException if the dump cannot be read
     */
    void forEach(Consumer<Quad> taking) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(revision.dump()), 1 << 16)) {
            DumpLines.parse(in, taking);
        }
    }

    private static void translate(InputStream in, DumpFormat format, Optional<String> graph, OutputStream out)
            throws IOException {
        RDFWriter writer = Rio.createWriter(format.rio(), out);
        writer.startRDF();
        prefixes().forEach(writer::handleNamespace);
        List<Statement> held = new ArrayList<>();
        boolean withGraphs = format.rio().supportsContexts();
        // The dump is sorted by subject; these two write a graph in one piece only if it comes in one.
        boolean byGraph = withGraphs && format != DumpFormat.NQUADS;
        RDFParser parser = new NQuadsParser();
        parser.setRDFHandler(new AbstractRDFHandler() {
            @Override
            public void handleStatement(Statement statement) {
                if (graph.isEmpty() || statement.getContext().stringValue().equals(graph.get())) {
                    if (byGraph) {
                        held.add(statement);
                    } else {
                        writer.handleStatement(withGraphs ? statement : withoutGraph(statement));
                    }
                }
            }
        });
        parser.parse(in);
        held.sort(Comparator.comparing(statement -> statement.getContext().stringValue()));
        held.forEach(writer::handleStatement);
        writer.endRDF();
    }

    private static Statement withoutGraph(Statement statement) {
        return SimpleValueFactory.getInstance()
                .createStatement(statement.getSubject(), statement.getPredicate(), statement.getObject());
    }

    /**
     * The prefixes that files of ours use.
     *
     * @return the IRI that each stands for, sorted by prefix
     */
    public static Map<String, String> prefixes() {
        Map<String, String> prefixes = new TreeMap<>();
        for (String folder : List.of("urbis/ontology", "urbis/sources")) {
            ResourceFolder files = ResourceFolder.onClasspath(folder);
            for (String name : files.names(".ttl")) {
                Matcher declaration = PREFIX.matcher(files.text(name));
                while (declaration.find()) {
                    prefixes.putIfAbsent(declaration.group(1), declaration.group(2));
                }
            }
        }
        return prefixes;
    }
}
