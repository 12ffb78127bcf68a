package org.w3id.urbis.shapes;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;

/**
 * Property paths as SHACL writes them in RDF.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#property-paths">SHACL, section 2.3.1, SHACL Property Paths</a>
 */
final class ShapePaths {

    private static final List<Node> OF_ONE =
            List.of(SHACL.inversePath, SHACL.zeroOrMorePath, SHACL.oneOrMorePath, SHACL.zeroOrOnePath);

    private ShapePaths() {}

    /** Tells whether a node stands for a path. */
    static boolean isPath(Graph graph, Node node) {
        return isPath(graph, node, new HashSet<>());
    }

    /** A node that can be read as a path in one way is one, even if another way leads nowhere. */
    private static boolean isPath(Graph graph, Node node, Set<Node> above) {
        if (node.isURI() && !node.equals(RDF.nil.asNode())) {
            return true;
        }
        if (!node.isBlank() || !above.add(node)) {
            return false;
        }
        boolean isPath = isListOfPaths(graph, node, above)
                || ShapeLists.values(graph, node, SHACL.alternativePath).stream()
                        .anyMatch(list -> isListOfPaths(graph, list, above))
                || OF_ONE.stream()
                        .flatMap(property -> ShapeLists.values(graph, node, property).stream())
                        .anyMatch(path -> isPath(graph, path, above));
        above.remove(node);
        return isPath;
    }

    private static boolean isListOfPaths(Graph graph, Node list, Set<Node> above) {
        Optional<List<Node>> members = ShapeLists.members(graph, list);
        return members.isPresent()
                && members.get().size() > 1
                && members.get().stream().allMatch(member -> isPath(graph, member, above));
    }
}
