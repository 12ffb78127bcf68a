package org.w3id.urbis.loader.entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.expr.NodeValue;
import org.w3id.urbis.loader.entry.Property.ValueKind;

/**
 * What a graph says of things, in a form that is equal where the same is said: nodes without a name of their own count with
 * what is said of them, and where something stands does not count.
 */
final class SaidOf {

    /** As deep as the columns of a table go. */
    private static final int DEEPEST = 4;

    private final Graph graph;
    private final EntryTerms terms;

    SaidOf(Graph graph, EntryTerms terms) {
        this.graph = graph;
        this.terms = terms;
    }

    /** All that is said of a node but where it stands. */
    Set<String> of(Node node) {
        return of(node, 0);
    }

    /** What one statement says. */
    String of(Triple statement) {
        return of(statement, 0);
    }

    /** The statements about a node but those about where it stands. */
    List<Triple> statements(Node node) {
        return graph.stream(node, Node.ANY, Node.ANY)
                .filter(statement -> !statement.getPredicate().equals(EntryTerms.CITATION))
                .toList();
    }

    /** Whether a statement leads to a node that is described with its owner, in the cells of the same row. */
    boolean isPart(Triple statement) {
        return terms.property(statement.getPredicate())
                        .filter(property -> property.values() == ValueKind.NESTED)
                        .isPresent()
                && !statement.getObject().isLiteral()
                && graph.contains(statement.getObject(), Node.ANY, Node.ANY);
    }

    private Set<String> of(Node node, int depth) {
        return statements(node).stream()
                .map(statement -> of(statement, depth))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String of(Triple statement, int depth) {
        String value = depth < DEEPEST && isPart(statement)
                ? of(statement.getObject(), depth + 1).toString()
                : value(statement.getObject());
        return statement.getPredicate() + " " + value;
    }

    /** Blanks at the ends of a text and zeros at the end of a number say nothing. */
    private static String value(Node node) {
        if (!node.isLiteral()) {
            return node.toString();
        }
        NodeValue value = NodeValue.makeNode(node);
        if (value.isDecimal()) {
            BigDecimal number = value.getDecimal().stripTrailingZeros();
            return number.toPlainString();
        }
        return node.getLiteralLexicalForm().strip() + "@" + node.getLiteralLanguage() + "^"
                + node.getLiteralDatatypeURI();
    }
}
