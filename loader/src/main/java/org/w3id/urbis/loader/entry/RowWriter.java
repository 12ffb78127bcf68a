package org.w3id.urbis.loader.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.loader.entry.Property.ValueKind;

/** Writes what a graph says of a thing as a row, the way {@link RowReader} reads it. */
final class RowWriter {

    private static final String BAR = " | ";
    private static final Node NOBODY = NodeFactory.createBlankNode();
    private static final EntryPlace NOWHERE = new EntryPlace(0, "", 1, 1, 0, 0, 1, "");

    private final EntryKind kind;
    private final EntryTerms terms;
    private final CellWriter writer;
    private final Graph graph;
    private final SaidOf said;
    private final List<String> keys;

    RowWriter(EntryKind kind, EntryTerms terms, String language, Graph graph) {
        this.kind = kind;
        this.terms = terms;
        this.writer = new CellWriter(terms, language);
        this.graph = graph;
        this.said = new SaidOf(graph, terms);
        this.keys = List.copyOf(terms.keys());
    }

    /** The cells of the row of a thing by the titles of their columns, that of its name first. */
    Map<String, String> row(Node thing) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(kind.key(), terms.shortened(thing));
        type(thing, kind.type(), "", cells);
        write(thing, "", Set.of(), cells);
        return cells;
    }

    /** A thing is of the usual class unless its column says another. */
    private void type(Node node, Node usual, String before, Map<String, String> cells) {
        List<Node> types = graph.stream(node, RDF.Nodes.type, Node.ANY)
                .map(Triple::getObject)
                .filter(Node::isURI)
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
        if (!types.equals(List.of(usual))) {
            types.forEach(type -> add(cells, before + "type", writer.term(type)));
        }
    }

    private void write(Node node, String before, Set<Node> passedOver, Map<String, String> cells) {
        Map<String, List<Triple>> byKey = new TreeMap<>(Comparator.comparingInt(keys::indexOf));
        said.statements(node).stream()
                .filter(statement -> !passedOver.contains(statement.getPredicate()))
                .forEach(statement -> terms.property(statement.getPredicate())
                        .ifPresent(property -> byKey.computeIfAbsent(property.key(), any -> new ArrayList<>())
                                .add(statement)));
        byKey.forEach((key, statements) -> {
            Property property = terms.property(key).orElseThrow();
            statements.sort(Comparator.comparing(said::of));
            if (property.values() == ValueKind.NESTED) {
                parts(property, before + key, statements, cells);
            } else {
                statements.forEach(statement -> writer.text(property, statement.getObject())
                        .ifPresent(text -> add(cells, before + key + language(property, statement.getObject()), text)));
            }
        });
    }

    private static String language(Property property, Node value) {
        boolean isText = property.values() == ValueKind.TEXT || property.values() == ValueKind.NAME;
        if (!isText || value.getLiteralLanguage().equals("en")) {
            return "";
        }
        return "@" + (value.getLiteralLanguage().isEmpty() ? "none" : value.getLiteralLanguage());
    }

    /** Each node that a property leads to has columns of its own; those of the first one bear no number. */
    private void parts(Property property, String title, List<Triple> statements, Map<String, String> cells) {
        int number = 0;
        for (Triple statement : statements) {
            if (said.isPart(statement)) {
                number++;
                part(property, number == 1 ? title : title + "[" + number + "]", statement.getObject(), cells);
            }
        }
    }

    private void part(Property property, String title, Node node, Map<String, String> cells) {
        Set<Node> told = new HashSet<>(Set.of(RDF.Nodes.type));
        shortened(property, node).ifPresent(text -> {
            add(cells, title, text);
            shorthand(property, text).stream(Node.ANY, Node.ANY, Node.ANY)
                    .map(Triple::getPredicate)
                    .forEach(told::add);
        });
        property.nested().ifPresent(usual -> type(node, usual, title + ".", cells));
        write(node, title + ".", told, cells);
    }

    /** What the one cell of a node may hold, if it is read as nothing but what the node says. */
    private Optional<String> shortened(Property property, Node node) {
        return Shorthand.of(property, terms)
                .flatMap(terms::property)
                .map(usual -> {
                    List<String> candidates = new ArrayList<>();
                    terms.property("asPrinted").ifPresent(printed -> texts(node, printed, candidates));
                    texts(node, usual, candidates);
                    return candidates;
                })
                .flatMap(candidates -> candidates.stream()
                        .filter(text -> isSaid(shorthand(property, text), node))
                        .findFirst());
    }

    private void texts(Node node, Property property, List<String> into) {
        List<String> all = graph.stream(node, property.iri(), Node.ANY)
                .flatMap(statement -> writer.text(property, statement.getObject()).stream())
                .toList();
        if (all.size() == 1) {
            into.addAll(all);
        }
    }

    private boolean isSaid(Graph understood, Node node) {
        Set<String> all = said.of(node);
        Set<String> these = new SaidOf(understood, terms).of(NOBODY);
        return !these.isEmpty() && all.containsAll(these);
    }

    /** What a reader makes of the one cell of a node. */
    private Graph shorthand(Property property, String text) {
        Collected collected = new Collected();
        ValueReader values = new ValueReader(terms, new NamedRows(), KnownThings.NONE);
        new Shorthand(values, collected, Set.of())
                .read(NOBODY, property, "", RowNames.several(text).findFirst().orElse(""), NOWHERE);
        EntryContent content = collected.content(' ');
        Graph understood = GraphFactory.createGraphMem();
        if (content.faults().isEmpty()) {
            content.facts().forEach(fact -> understood.add(fact.triple()));
        }
        return understood;
    }

    private static void add(Map<String, String> cells, String title, String text) {
        cells.merge(title, text, (one, other) -> one + BAR + other);
    }
}
