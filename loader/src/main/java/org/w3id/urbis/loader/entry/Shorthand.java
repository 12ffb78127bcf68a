package org.w3id.urbis.loader.entry;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.urbis.loader.entry.EntryFault.Sort;

/**
 * Understands what is written in one cell where a node has several properties: {@code nearly 100 cities} for a count,
 * an e-mail address for a contact point, lines or a page for a citation. What another column says takes precedence.
 */
final class Shorthand {

    private static final String LINES = "[1-9][0-9]*(-[1-9][0-9]*)?";

    private final EntryTerms terms;
    private final Collected into;
    private final Set<String> filled;

    Shorthand(ValueReader values, Collected into, Set<String> filled) {
        this.terms = values.terms();
        this.into = into;
        this.filled = filled;
    }

    /** Which property of a node is written in its one cell; empty if there is no such way to write it. */
    static Optional<String> of(Property property, EntryTerms terms) {
        if (property.nested().filter(terms::isQuantity).isPresent()) {
            return Optional.of("value");
        }
        return switch (property.key()) {
            case "citation" -> Optional.of("lines");
            case "contactPoint" -> Optional.of("email");
            case "address" -> Optional.of("fullAddress");
            default -> Optional.empty();
        };
    }

    void read(Node node, Property property, String group, String text, EntryPlace place) {
        if (property.nested().filter(terms::isQuantity).isPresent()) {
            quantity(node, property, group, text, place);
            return;
        }
        Optional<String> key =
                of(property, terms).map(usual -> usual.equals("lines") && !text.matches(LINES) ? "locator" : usual);
        if (key.isEmpty()) {
            into.fault(EntryFault.of(place, Sort.VALUE, "table.needs-columns", "title", property.key()));
            return;
        }
        add(node, group, key.get(), NodeFactory.createLiteralString(text), place);
    }

    private void quantity(Node node, Property property, String group, String text, EntryPlace place) {
        CountedText counted = CountedText.of(text);
        if (counted.fault().isPresent()) {
            into.fault(EntryFault.of(place, Sort.VALUE, counted.fault().get(), "value", text));
            return;
        }
        add(node, group, "value", counted.value(), place);
        counted.number().upper().ifPresent(upper -> add(node, group, "upperValue", CountedText.literal(upper), place));
        code("comparator", counted.number().comparator())
                .ifPresent(code -> add(node, group, "comparator", code, place));
        Optional<Node> unit = counted.unit(terms.lists());
        unit.ifPresent(code -> add(node, group, "unit", code, place));
        if (property.key().equals("memberCount")) {
            String counts = unit.map(CodeLists::local).orElse("");
            code("measure", measure(counts)).ifPresent(code -> add(node, group, "measure", code, place));
        }
        if (counted.hasWords()) {
            add(node, group, "asPrinted", NodeFactory.createLiteralString(text), place);
        }
    }

    /** What a count of members counts, by its unit. */
    private static String measure(String unit) {
        return switch (unit) {
            case "city" -> "member-cities";
            case "state" -> "member-states";
            case "country" -> "countries-with-members";
            default -> "members";
        };
    }

    private Optional<Node> code(String list, String code) {
        return terms.lists().code(list, code);
    }

    private void add(Node node, String group, String key, Node value, EntryPlace place) {
        if (!filled.contains(group + "." + key + "[]")) {
            into.fact(node, terms.property(key).orElseThrow().iri(), value, place);
        }
    }
}
