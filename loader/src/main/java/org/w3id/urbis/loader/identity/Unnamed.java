package org.w3id.urbis.loader.identity;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * A blank node that no IRI can be derived for, so that its author has to write one.
 *
 * @param blank  the blank node
 * @param reason why not
 * @param quad   a quad that mentions it, to find its place in the file by
 */
public record Unnamed(Node blank, Reason reason, Quad quad) {

    /** Why a blank node cannot be named. */
    public enum Reason {
        /** More than one statement points to it. */
        SHARED("more than one statement points to this blank node"),
        /** Following the statements that point to it leads back to it. */
        CYCLE("this blank node is part of a circle of blank nodes"),
        /** Nothing points to it and it has no class, so that nothing says what it is. */
        NOTHING_KNOWN("nothing points to this blank node and it has no rdf:type"),
        /** It is the name of a graph. */
        GRAPH_NAME("a graph cannot be named by a blank node");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    /**
     * Says what is wrong and how to mend it.
     *
     * @return one sentence for the author of the file
     */
    public String message() {
        return "It has no name that would stay the same: " + reason.words
                + ". Give it an IRI, such as <https://w3id.org/urbis/id/note/my-note>.";
    }
}
