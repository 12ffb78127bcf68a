package org.w3id.urbis.loader.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.loader.entry.ColumnPath.Step;
import org.w3id.urbis.loader.entry.Property.ValueKind;

/** Makes the statements of one row. */
final class RowReader {

    private static final String CITATION = "citation";

    private final SheetHeader header;
    private final ValueReader values;
    private final EntryTerms terms;
    private final Collected into;
    private final Node subject;
    private final int number;
    private final Shorthand shorthand;

    /** The nodes without a name, by the steps that lead to them, and where the first cell of each stands. */
    private final Map<String, List<Node>> nodes = new LinkedHashMap<>();

    private final Map<Node, EntryPlace> starts = new LinkedHashMap<>();
    private final Map<Node, Node> types = new LinkedHashMap<>();
    private final Set<String> filled = new HashSet<>();

    RowReader(SheetHeader header, ValueReader values, Collected into, Node subject, int number) {
        this.header = header;
        this.values = values;
        this.terms = values.terms();
        this.into = into;
        this.subject = subject;
        this.number = number;
        this.shorthand = new Shorthand(values, into, filled);
    }

    void read(List<Cell> row, List<EntryPlace> places) {
        List<Integer> columns = IntStream.range(1, header.columns().size())
                .filter(i -> header.columns().get(i).isPresent())
                .boxed()
                .sorted(Comparator.comparingInt(
                        i -> header.columns().get(i).get().steps().size()))
                .toList();
        columns.stream()
                .filter(i -> !text(row, i).isEmpty())
                .forEach(i -> filled.add(path(header.columns().get(i).get().steps())));
        nodes.put("", List.of(subject));
        starts.put(subject, places.getFirst());
        type(subject, header.kind().type(), "", places.getFirst());
        for (int i : columns) {
            ColumnPath column = header.columns().get(i).get();
            if (!text(row, i).isEmpty()) {
                cell(column, text(row, i), places.get(i));
            }
        }
        for (int i : columns) {
            if (text(row, i).isEmpty()) {
                gap(header.columns().get(i).get(), places.get(i));
            }
        }
        cite();
    }

    private static String text(List<Cell> row, int column) {
        return column < row.size() ? row.get(column).text() : "";
    }

    private void cell(ColumnPath column, String text, EntryPlace place) {
        List<Step> before = column.steps().subList(0, column.steps().size() - 1);
        List<Node> owners = owners(before, place);
        Optional<Property> property = column.property();
        if (property.isPresent() && property.get().values() == ValueKind.NESTED) {
            String group = path(column.steps());
            for (String part : RowNames.several(text).toList()) {
                for (Node owner : owners) {
                    Node made = make(owner, property.get(), group, place);
                    shorthand.read(made, property.get(), group, part, place);
                }
            }
            return;
        }
        for (String part : RowNames.several(text).toList()) {
            ValueReader.Outcome outcome =
                    property.isPresent() ? values.read(property.get(), part, column.language()) : values.type(part);
            if (outcome.value().isEmpty()) {
                into.fault(outcome.fault(place, text, part));
                continue;
            }
            Node predicate = property.map(Property::iri).orElse(RDF.Nodes.type);
            owners.forEach(owner -> into.fact(owner, predicate, outcome.value().get(), place));
        }
    }

    /** The nodes that steps lead to, made if they are not there. */
    private List<Node> owners(List<Step> steps, EntryPlace place) {
        String path = path(steps);
        if (!nodes.containsKey(path)) {
            Step last = steps.getLast();
            for (Node owner : owners(steps.subList(0, steps.size() - 1), place)) {
                make(owner, last.property().orElseThrow(), path, place);
            }
        }
        return nodes.get(path);
    }

    private Node make(Node owner, Property property, String group, EntryPlace place) {
        Node made = NodeFactory.createBlankNode();
        nodes.computeIfAbsent(group, any -> new ArrayList<>()).add(made);
        starts.put(made, place);
        into.fact(owner, property.iri(), made, place);
        property.nested().ifPresent(type -> type(made, type, group, place));
        return made;
    }

    /** A thing is of its usual class unless a column says of which it is. */
    private void type(Node node, Node type, String group, EntryPlace place) {
        types.put(node, type);
        if (!filled.contains(group.isEmpty() ? "type[]" : group + ".type[]")) {
            into.fact(node, RDF.Nodes.type, type, place);
        }
    }

    private void gap(ColumnPath column, EntryPlace place) {
        List<Step> before = column.steps().subList(0, column.steps().size() - 1);
        column.property().ifPresent(property -> nodes.getOrDefault(path(before), List.of())
                .forEach(node -> into.gap(node, property.iri(), place)));
    }

    /** Whatever has to say where it stands and does not, stands in this row. */
    private void cite() {
        Property citation = terms.property(CITATION).orElseThrow();
        Property row = terms.property("row").orElseThrow();
        Map<String, List<Node>> made = new LinkedHashMap<>(nodes);
        made.forEach((group, owners) -> {
            String below = group.isEmpty() ? CITATION + "[" : group + "." + CITATION + "[";
            if (filled.stream().anyMatch(path -> path.startsWith(below))) {
                return;
            }
            for (Node owner : owners) {
                if (types.containsKey(owner) && terms.needsCitation(types.get(owner))) {
                    EntryPlace place = starts.get(owner);
                    Node cited = NodeFactory.createBlankNode();
                    into.fact(owner, citation.iri(), cited, place);
                    into.fact(cited, row.iri(), CountedText.literal(BigDecimal.valueOf(number)), place);
                }
            }
        });
    }

    private static String path(List<Step> steps) {
        return String.join(".", steps.stream().map(Step::group).toList());
    }
}
