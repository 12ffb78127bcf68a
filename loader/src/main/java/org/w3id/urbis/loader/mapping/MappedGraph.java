package org.w3id.urbis.loader.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.w3id.urbis.loader.identity.CanonicalTerm;
import org.w3id.urbis.loader.identity.Skolemised;
import org.w3id.urbis.loader.identity.Skolemiser;
import org.w3id.urbis.loader.source.Fault;
import org.w3id.urbis.loader.source.SourceFile;
import org.w3id.urbis.loader.source.SourceGraph;

/**
 * One reading of a file that is RDF but not as we want it, through its mapping: a CONSTRUCT that is run once. What the file
 * says is in the graph of the name that is to be filled, what ships with the program in the default graph.
 */
final class MappedGraph {

    private static final Var FILE = Var.alloc("FILE");

    private final SourceGraph source;
    private final SourceFile file;
    private final SourceFile mappingFile;
    private final Skolemiser skolemiser;
    private final DatasetGraph reference;
    private final Map<Node, Long> lines = new HashMap<>();

    MappedGraph(SourceGraph source, Skolemiser skolemiser, DatasetGraph reference) {
        this.source = source;
        this.file = source.file().orElseThrow();
        this.mappingFile = source.mapping().orElseThrow();
        this.skolemiser = skolemiser;
        this.reference = reference;
    }

    /**
     * Reads the file and makes what the mapping makes of it.
     *
     * @param parse reads the statements of the file as they are, and tells the line of each
     */
    List<Fault> read(Parse parse, Consumer<Quad> taker) {
        List<Fault> faults = new ArrayList<>();
        Mapping mapping = Mapping.read(mappingFile, faults);
        if (!faults.isEmpty()) {
            return faults;
        }
        Set<String> unbound = mapping.columns();
        unbound.remove(FILE.getVarName());
        unbound.forEach(name -> faults.add(Fault.of(
                mappingFile.label(),
                "?" + name + " gets no value: a file of RDF has no columns, and the mapping binds none.")));
        Graph said = GraphFactory.createDefaultGraph();
        faults.addAll(parse.into((quad, line) -> {
            said.add(quad.asTriple());
            lines.putIfAbsent(quad.getSubject(), line);
        }));
        if (faults.isEmpty() && said.isEmpty()) {
            faults.add(Fault.of(
                    file.label(), "There are no statements in it. If it was fetched, look whether it broke off."));
        }
        if (faults.isEmpty()) {
            make(mapping, said, faults, taker);
        }
        return faults;
    }

    private void make(Mapping mapping, Graph said, List<Fault> faults, Consumer<Quad> taker) {
        DatasetGraph all = DatasetGraphFactory.create(reference.getDefaultGraph());
        all.addGraph(source.name(), said);
        Binding start = BindingFactory.binding(FILE, NodeFactory.createLiteralString(source.fileName()));
        List<Triple> triples = mapping.construct(start, all);
        List<Quad> made = triples.stream()
                .map(triple -> Quad.create(source.name(), triple))
                .toList();
        if (made.isEmpty()) {
            faults.add(Fault.of(
                    file.label(),
                    "Nothing in it is what its mapping looks for. Look whether this is the file that "
                            + source.fileName() + " stands for."));
        }
        Skolemised names = skolemiser.skolemise(made);
        names.unnamed().forEach(unnamed -> faults.add(Fault.of(mappingFile.label(), unnamed.message())));
        for (Quad quad : made) {
            MappedTable.badIri(quad)
                    .ifPresentOrElse(
                            iri -> faults.add(new Fault(
                                    file.label(),
                                    lines.getOrDefault(quad.getSubject(), 0L),
                                    0,
                                    "<" + iri + "> is made here but is no IRI. Use ENCODE_FOR_URI or fn:slug.")),
                            () -> taker.accept(CanonicalTerm.of(names.rename(quad))));
        }
    }

    /** The line on which the file first says something of a thing, for each it says something of. */
    Map<Node, Long> lines() {
        return lines;
    }

    /** Reads a file. */
    @FunctionalInterface
    interface Parse {
        /** Gives each statement with its line, 0 if the format does not tell; returns what is wrong with the file. */
        List<Fault> into(BiConsumer<Quad, Long> taker);
    }
}
