package org.w3id.urbis.loader.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.expr.NodeValue;
import org.w3id.urbis.loader.identity.CanonicalTerm;
import org.w3id.urbis.loader.identity.Skolemised;
import org.w3id.urbis.loader.identity.Skolemiser;
import org.w3id.urbis.loader.record.Row;
import org.w3id.urbis.loader.record.Table;
import org.w3id.urbis.loader.source.Fault;
import org.w3id.urbis.loader.source.SourceFile;
import org.w3id.urbis.loader.source.SourceGraph;

/** One reading of a table through its mapping. */
final class MappedTable {

    /** Bound for each row besides its columns: its number below the header, from 1, as xsd:integer. */
    private static final Var ROW = Var.alloc("ROW");

    /** Bound for each row besides its columns: the name under which the source knows the file. */
    private static final Var FILE = Var.alloc("FILE");

    private static final Set<String> ALWAYS_BOUND = Set.of("ROW", "FILE");
    private static final Set<String> NAMED_IN_ROWS = Set.of("json", "yaml", "yml", "xml");
    private static final Pattern NOT_IN_AN_IRI = Pattern.compile("[\\x00-\\x20<>\"{}|^`\\\\]");

    private final SourceGraph source;
    private final SourceFile file;
    private final SourceFile mappingFile;
    private final Node graph;
    private final Skolemiser skolemiser;
    private final DatasetGraph reference;
    private final List<Fault> faults = new ArrayList<>();
    private final RowKeys keys;
    private RowRules rules;
    private Row last;
    private BiConsumer<Quad, Row> taker;

    MappedTable(SourceGraph source, Skolemiser skolemiser, DatasetGraph reference) {
        this.source = source;
        this.file = source.file().orElseThrow();
        this.mappingFile = source.mapping().orElseThrow();
        this.graph = source.name();
        this.skolemiser = skolemiser;
        this.reference = reference;
        this.keys = new RowKeys(source.layout().key());
    }

    /** Reads the table; each statement is taken as soon as it is made, and some more than once. */
    List<Fault> read(Consumer<Quad> taker) {
        return read((quad, row) -> taker.accept(quad));
    }

    private List<Fault> read(BiConsumer<Quad, Row> taker) {
        this.taker = taker;
        Mapping mapping = Mapping.read(mappingFile, faults);
        if (faults.isEmpty()) {
            rules = new RowRules(
                    source.layout(), mapping.columns(), file.extension().equals("xlsx"));
            new Table(file, source.layout())
                    .read(names -> refuseUnknown(mapping.columns(), names), row -> take(row, mapping), faults::add);
            if (faults.isEmpty()) {
                refuseUnfinished();
            }
        }
        return faults;
    }

    /** Reads the table and tells on which line the row starts that first says something of a thing. */
    Map<Node, Long> lines() {
        Map<Node, Long> lines = new HashMap<>();
        read((quad, row) -> lines.putIfAbsent(quad.getSubject(), row.line()));
        return lines;
    }

    /** A file that has no rows, or that ends within one, broke off: numbers that are cut are still numbers. */
    private void refuseUnfinished() {
        if (last == null) {
            faults.add(Fault.of(
                    file.label(),
                    "There are no rows in it. If it was fetched, look whether it broke off, and fetch it again."));
        } else if (source.isTextTable() && file.endsWithinLine() && !source.isExpectedEdition()) {
            faults.add(new Fault(
                    file.label(),
                    last.line(),
                    0,
                    "Row " + last.number() + ", the last one, has no end of line: the file may have broken off there."
                            + " Fetch it again or, if it is whole, end its last line."));
        }
    }

    private void refuseUnknown(Set<String> used, List<String> columns) {
        // What has its names in its rows has none without them, and that is told.
        if (last == null && NAMED_IN_ROWS.contains(file.extension())) {
            return;
        }
        used.removeAll(columns);
        used.removeAll(ALWAYS_BOUND);
        used.removeAll(source.layout().optional());
        for (String name : used) {
            faults.add(Fault.of(
                    mappingFile.label(),
                    "?" + name + " gets no value: the mapping binds none, and " + file.label()
                            + " has no such column. It has: " + String.join(", ", columns) + "."));
        }
    }

    private void take(Row row, Mapping mapping) {
        last = row;
        switch (keys.take(row)) {
            case CONTRADICTING -> {
                faults.add(new Fault(file.label(), row.line(), 0, keys.contradiction(row)));
                return;
            }
            case REPEATED -> {
                return;
            }
            case NEW -> rules.broken(row).forEach(message -> fault(row, message));
        }
        List<Triple> triples = mapping.construct(binding(row), reference);
        List<Quad> made =
                triples.stream().map(triple -> Quad.create(graph, triple)).toList();
        Skolemised names = skolemiser.skolemise(made);
        names.unnamed().forEach(unnamed -> fault(row, unnamed.message()));
        for (Quad quad : made) {
            badIri(quad)
                    .ifPresentOrElse(
                            iri -> fault(
                                    row, "<" + iri + "> is made here but is no IRI. Use ENCODE_FOR_URI or fn:slug."),
                            () -> taker.accept(CanonicalTerm.of(names.rename(quad)), row));
        }
    }

    private void fault(Row row, String message) {
        faults.add(new Fault(file.label(), row.line(), 0, "Row " + row.number() + ": " + message));
    }

    private Binding binding(Row row) {
        BindingBuilder binding = Binding.builder();
        binding.add(ROW, NodeValue.makeInteger(row.number()).asNode());
        binding.add(FILE, NodeFactory.createLiteralString(source.fileName()));
        row.cells().forEach((name, value) -> {
            if (!source.layout().emptyMarks().contains(value)) {
                binding.add(Var.alloc(name), NodeFactory.createLiteralString(value));
            }
        });
        return binding.build();
    }

    /** What is made in the place of an IRI and is none; empty if all is well. */
    static Optional<String> badIri(Quad quad) {
        return Stream.of(quad.getSubject(), quad.getPredicate(), quad.getObject())
                .filter(Node::isURI)
                .map(Node::getURI)
                .filter(iri ->
                        iri.indexOf(':') < 1 || NOT_IN_AN_IRI.matcher(iri).find())
                .findFirst();
    }
}
