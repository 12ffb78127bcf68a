package org.w3id.urbis.endpoint.portrait;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * Elements of a framework as a tree, with who contributes to each.
 *
 * @param above    what the root stands under, from the framework down; empty if the root is the framework
 * @param own      who contributes to the root itself
 * @param branches what stands directly under the root, in the order of the framework's numbers
 */
public record ElementTree(List<Node> above, List<Contributor> own, List<Branch> branches) {

    /**
     * An element.
     *
     * @param element  the element
     * @param code     its number in the framework; empty if it has none
     * @param own      who contributes to it
     * @param branches what stands directly under it
     */
    public record Branch(Node element, String code, List<Contributor> own, List<Branch> branches) {
        /** How many contribute to it or to anything below it. */
        public int contributors() {
            return own.size() + branches.stream().mapToInt(Branch::contributors).sum();
        }
    }

    /**
     * That somebody contributes.
     *
     * @param by    a commitment, a network or anybody else
     * @param whose who made the commitment; empty for others
     * @param quads what says so
     */
    public record Contributor(Node by, List<Node> whose, List<Quad> quads) {}

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return own.isEmpty() && branches.isEmpty() && above.isEmpty();
    }
}
