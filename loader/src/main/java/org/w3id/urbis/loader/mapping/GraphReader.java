package org.w3id.urbis.loader.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.identity.CanonicalTerm;
import org.w3id.urbis.loader.identity.Skolemised;
import org.w3id.urbis.loader.identity.Skolemiser;
import org.w3id.urbis.loader.source.Fault;
import org.w3id.urbis.loader.source.SourceFile;
import org.w3id.urbis.loader.source.SourceGraph;
import org.w3id.urbis.loader.source.UnreadableSourceException;

/** Reads the file of a graph, whatever its form. */
public final class GraphReader {

    private final BaseIri base;
    private final Skolemiser skolemiser;

    /**
     * Makes a reader.
     *
     * @param base the base IRI, against which relative IRIs resolve and below which blank nodes are named
     */
    public GraphReader(BaseIri base) {
        this.base = base;
        this.skolemiser = new Skolemiser(base);
    }

    /**
     * Reads the graph of a source.
     *
     * @param graph     a graph whose file is at hand
     * @param reference what mappings may look things up in: ontology, code lists, frameworks and areas in the default
     *                  graph
     * @return its statements, and what is wrong with the file
     * @throws UnreadableSourceException if the file cannot be read
     */
    public GraphContent read(SourceGraph graph, DatasetGraph reference) {
        Set<Quad> quads = new LinkedHashSet<>();
        List<Fault> faults = read(graph, reference, quads::add);
        return new GraphContent(quads, faults);
    }

    /**
     * Reads the graph of a source without keeping it.
     *
     * @param graph     a graph whose file is at hand
     * @param reference what mappings may look things up in
     * @param taker     takes each statement as soon as it is read, some more than once
     * @return what is wrong with the file; with any, the statements are not complete
     * @throws UnreadableSourceException if the file cannot be read
     */
    public List<Fault> read(SourceGraph graph, DatasetGraph reference, Consumer<Quad> taker) {
        List<Fault> faults = graph.isTable()
                ? table(graph, reference).read(taker)
                : graph.mapping().isPresent()
                        ? mapped(graph, reference).read(said -> parse(graph, said), taker)
                        : read(graph.file().orElseThrow(), graph.name(), taker);
        return faults.stream().distinct().sorted().toList();
    }

    /**
     * Reads a file once more to tell where the things that its mapping describes come from.
     *
     * @param graph     a graph that is filled through a mapping
     * @param reference what its mapping may look things up in
     * @return for each thing described, the line on which the first row or statement starts that says something of it
     * @throws UnreadableSourceException if the file cannot be read
     */
    public Map<Node, Long> lines(SourceGraph graph, DatasetGraph reference) {
        if (graph.isTable()) {
            return table(graph, reference).lines();
        }
        MappedGraph mapped = mapped(graph, reference);
        mapped.read(said -> parse(graph, said), quad -> {});
        return mapped.lines();
    }

    private MappedGraph mapped(SourceGraph graph, DatasetGraph reference) {
        return new MappedGraph(graph, skolemiser, reference);
    }

    /** Gives what a file of RDF says, blank nodes as they are, with the lines. */
    private List<Fault> parse(SourceGraph graph, BiConsumer<Quad, Long> taker) {
        SourceFile file = graph.file().orElseThrow();
        Optional<RDFFormat> format = RdfEndings.formatOf(file);
        if (format.isEmpty()) {
            return List.of(unknownFormat(file));
        }
        RdfFile rdf = new RdfFile(file, format.get(), graph.name(), base, taker);
        rdf.read();
        return rdf.faults();
    }

    private static Fault unknownFormat(SourceFile file) {
        return Fault.of(
                file.label(), "The ending ." + file.extension() + " stands for no RDF format that can be read.");
    }

    private MappedTable table(SourceGraph graph, DatasetGraph reference) {
        return new MappedTable(graph, skolemiser, reference);
    }

    /**
     * Reads a file that is RDF: Turtle, TriG, N-Triples, N-Quads, RDF/XML or JSON-LD by its ending.
     *
     * @param file  the file
     * @param graph the graph to put its statements into
     * @return its statements, and what is wrong with the file
     * @throws UnreadableSourceException if the file cannot be read
     */
    public GraphContent read(SourceFile file, Node graph) {
        Set<Quad> quads = new LinkedHashSet<>();
        List<Fault> faults = read(file, graph, quads::add);
        return new GraphContent(quads, faults);
    }

    private List<Fault> read(SourceFile file, Node graph, Consumer<Quad> taker) {
        Optional<RDFFormat> format = RdfEndings.formatOf(file);
        if (format.isEmpty()) {
            return List.of(unknownFormat(file));
        }
        // Only what has to do with blank nodes waits for the end of the file.
        List<Quad> waiting = new ArrayList<>();
        RdfFile rdf = new RdfFile(file, format.get(), graph, base, (quad, line) -> {
            if (quad.getSubject().isBlank() || quad.getObject().isBlank()) {
                waiting.add(quad);
            } else {
                taker.accept(CanonicalTerm.of(quad));
            }
        });
        rdf.read();
        List<Fault> faults = new ArrayList<>(rdf.faults());
        Skolemised names = skolemiser.skolemise(waiting);
        if (faults.isEmpty()) {
            names.unnamed()
                    .forEach(unnamed ->
                            faults.add(new Fault(file.label(), rdf.lineOf(unnamed.blank()), 0, unnamed.message())));
        }
        waiting.forEach(quad -> taker.accept(CanonicalTerm.of(names.rename(quad))));
        return faults;
    }
}
