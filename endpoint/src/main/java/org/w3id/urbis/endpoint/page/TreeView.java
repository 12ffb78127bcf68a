package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * Elements of a framework with who contributes to each.
 *
 * @param above    what an element stands under, from the framework down; empty for the framework itself
 * @param own      who contributes to the whole
 * @param branches the elements, each with those below it
 */
public record TreeView(List<Link> above, List<Contributor> own, List<Branch> branches) {

    /**
     * An element.
     *
     * @param element  its name, leading to its page
     * @param code     its number; empty if it has none
     * @param count    how many contribute to it or below it, for people; empty for none
     * @param own      who contributes to it
     * @param branches those below it
     * @param open     whether it is shown with what is below it
     */
    public record Branch(
            Link element, String code, String count, List<Contributor> own, List<Branch> branches, boolean open) {
        /** Whether there is nothing to unfold. */
        public boolean isLeaf() {
            return own.isEmpty() && branches.isEmpty();
        }
    }

    /**
     * Somebody who contributes.
     *
     * @param by    a commitment, a network or anybody else
     * @param whose who made the commitment
     * @param marks where that stands
     */
    public record Contributor(Link by, List<Link> whose, List<SourceView.Mark> marks) {}
}
