package org.w3id.urbis.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.system.G;

/** Follows the references from shape to shape and finds those that lead nowhere. */
final class ShapeReferences {

    private static final List<Node> TO_ONE_SHAPE =
            List.of(SHACL.node, SHACL.property, SHACL.not, SHACL.qualifiedValueShape);
    private static final List<Node> TO_A_LIST = List.of(SHACL.or, SHACL.and, SHACL.xone);

    private ShapeReferences() {}

    /**
     * Finds the references to nodes about which the shapes graph says nothing.
     *
     * @return one sentence each, sorted; empty if every reference is met
     */
    static List<String> missing(Graph shapes) {
        List<String> missing = new ArrayList<>();
        for (Node property : TO_ONE_SHAPE) {
            G.find(shapes, null, property, null).forEachRemaining(t -> check(shapes, t, t.getObject(), missing));
        }
        for (Node property : TO_A_LIST) {
            G.find(shapes, null, property, null)
                    .forEachRemaining(t -> members(shapes, t).forEach(member -> check(shapes, t, member, missing)));
        }
        missing.sort(null);
        return missing;
    }

    private static Stream<Node> members(Graph shapes, Triple reference) {
        return G.rdfList(shapes, reference.getObject()).stream();
    }

    private static void check(Graph shapes, Triple reference, Node shape, List<String> missing) {
        if (!shapes.contains(shape, Node.ANY, Node.ANY)) {
            missing.add(ShLib.displayStr(reference.getSubject()) + " " + ShLib.displayStr(reference.getPredicate())
                    + " " + ShLib.displayStr(shape));
        }
    }
}
