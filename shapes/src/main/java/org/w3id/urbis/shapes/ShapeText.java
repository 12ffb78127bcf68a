package org.w3id.urbis.shapes;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;

/** Shows a shape as its author may have written it, on one line: by its name, or by what it says. */
final class ShapeText {

    private static final int LONGEST = 160;
    private static final int DEEPEST = 4;

    /** What a shape says of itself and not of data. */
    private static final Set<Node> ABOUT_ITSELF = Set.of(
            RDF.Nodes.type, SHACL.message, SHACL.severity, SHACL.name, SHACL.description, SHACL.order, SHACL.group);

    private static final Set<String> BARE =
            Set.of(XSDDatatype.XSDinteger.getURI(), XSDDatatype.XSDdecimal.getURI(), XSDDatatype.XSDboolean.getURI());

    private final Graph shapes;
    private final ShortNames names;

    ShapeText(Graph shapes, ShortNames names) {
        this.shapes = shapes;
        this.names = names;
    }

    /** The text, cut off with an ellipsis if it is long. */
    String of(Node shape) {
        String text = text(shape, 0);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private String text(Node node, int depth) {
        if (node.isURI()) {
            return names.of(node.getURI());
        }
        if (node.isLiteral()) {
            return literal(node);
        }
        if (depth == DEEPEST) {
            return "[ … ]";
        }
        Optional<List<Node>> members = shapes.contains(node, RDF.first.asNode(), Node.ANY)
                ? ShapeLists.members(shapes, node)
                : Optional.empty();
        return members.map(list -> list.stream()
                        .map(member -> text(member, depth + 1))
                        .collect(Collectors.joining(" ", "( ", " )")))
                .orElseGet(() -> said(node, depth));
    }

    private String said(Node node, int depth) {
        return shapes.find(node, Node.ANY, Node.ANY).toList().stream()
                .filter(triple -> !ABOUT_ITSELF.contains(triple.getPredicate()))
                .sorted(Comparator.comparing(
                                (Triple triple) -> !triple.getPredicate().equals(SHACL.path))
                        .thenComparing(triple -> triple.getPredicate().getURI())
                        .thenComparing(triple -> triple.getObject().toString()))
                .map(triple -> names.of(triple.getPredicate().getURI()) + " " + text(triple.getObject(), depth + 1))
                .collect(Collectors.joining(" ; ", "[ ", " ]"));
    }

    private String literal(Node literal) {
        String text = literal.getLiteralLexicalForm();
        return BARE.contains(literal.getLiteralDatatypeURI())
                ? text
                : "\"" + text.replace("\"", "\\\"").replaceAll("\\s+", " ") + "\"";
    }
}
