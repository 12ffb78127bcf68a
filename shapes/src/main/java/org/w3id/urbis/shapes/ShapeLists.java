package org.w3id.urbis.shapes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/** Reads lists that may be broken. */
final class ShapeLists {

    private ShapeLists() {}

    /**
     * Reads a list.
     *
     * @return its members; empty if it is no list, ends nowhere, forks or leads back to itself
     * @see <a href="https://www.w3.org/TR/shacl/#lists">SHACL, section 1.1, SHACL Lists</a>
     */
    static Optional<List<Node>> members(Graph graph, Node list) {
        List<Node> members = new ArrayList<>();
        Set<Node> seen = new HashSet<>();
        Node cell = list;
        while (!cell.equals(RDF.nil.asNode())) {
            List<Node> first = values(graph, cell, RDF.first.asNode());
            List<Node> rest = values(graph, cell, RDF.rest.asNode());
            if (first.size() != 1 || rest.size() != 1 || !seen.add(cell)) {
                return Optional.empty();
            }
            members.add(first.getFirst());
            cell = rest.getFirst();
        }
        return Optional.of(members);
    }

    /** The values of a property of a node; none for a literal. */
    static List<Node> values(Graph graph, Node node, Node property) {
        return node.isLiteral()
                ? List.of()
                : graph.find(node, property, Node.ANY)
                        .mapWith(triple -> triple.getObject())
                        .toList();
    }
}
