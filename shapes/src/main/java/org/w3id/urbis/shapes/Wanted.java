package org.w3id.urbis.shapes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;

/** What SHACL wants as the value of a property of a shape; the names are part of {@link ShapeFault#detail()}. */
enum Wanted {
    IRI((graph, node) -> node.isURI()),
    LITERAL((graph, node) -> node.isLiteral()),
    IRI_OR_LITERAL((graph, node) -> node.isURI() || node.isLiteral()),
    COUNT((graph, node) -> isCount(node)),
    BOOLEAN((graph, node) -> isOf(node, XSDDatatype.XSDboolean)),
    STRING((graph, node) -> isOf(node, XSDDatatype.XSDstring)),
    TEXT((graph, node) -> isText(node)),
    NODE_KIND((graph, node) -> Kinds.ALL.contains(node)),
    LIST((graph, node) -> ShapeLists.members(graph, node).isPresent()),
    LIST_OF_IRIS((graph, node) -> isListOf(graph, node, IRI)),
    LIST_OF_STRINGS((graph, node) -> isListOf(graph, node, STRING));

    private final BiPredicate<Graph, Node> test;

    Wanted(BiPredicate<Graph, Node> test) {
        this.test = test;
    }

    /** Tells whether a value is what is wanted. */
    boolean isMetBy(Graph graph, Node value) {
        return test.test(graph, value);
    }

    private static boolean isOf(Node node, XSDDatatype datatype) {
        return node.isLiteral()
                && node.getLiteralDatatypeURI().equals(datatype.getURI())
                && datatype.isValid(node.getLiteralLexicalForm());
    }

    /** A count that the engine can hold, which is no limit in practice. */
    private static boolean isCount(Node node) {
        return isOf(node, XSDDatatype.XSDinteger) && node.getLiteralValue() instanceof Integer;
    }

    private static boolean isText(Node node) {
        return isOf(node, XSDDatatype.XSDstring)
                || node.isLiteral() && !node.getLiteralLanguage().isEmpty();
    }

    private static boolean isListOf(Graph graph, Node node, Wanted wanted) {
        Optional<List<Node>> members = ShapeLists.members(graph, node);
        return members.isPresent() && members.get().stream().allMatch(member -> wanted.isMetBy(graph, member));
    }

    /** The kinds of nodes that SHACL names. */
    private static final class Kinds {

        static final Set<Node> ALL = Set.of(
                SHACL.IRI,
                SHACL.BlankNode,
                SHACL.Literal,
                SHACL.BlankNodeOrIRI,
                SHACL.BlankNodeOrLiteral,
                SHACL.IRIOrLiteral);
    }
}
