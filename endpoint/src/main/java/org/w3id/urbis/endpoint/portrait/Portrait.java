package org.w3id.urbis.endpoint.portrait;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.Incoming;

/**
 * What the page of a thing shows beyond its facts, by what kind of thing it is.
 *
 * @param kind          the kind
 * @param description   all that is said of the thing, and of those told of here
 * @param commitments   what it promised, or those it gathers, or others on its behalf
 * @param ties          whom it belongs to and works with
 * @param contributions which frameworks it, or a commitment of it, contributes to
 * @param tree          the elements of a framework, or those below an element; empty if there are none
 * @param sections      the sections of a document
 * @param told          properties of which the statements about the thing are told here
 * @param toldOf        properties of which the statements that lead to the thing are told here
 */
public record Portrait(
        MainKind kind,
        Description description,
        List<Node> commitments,
        List<Tie> ties,
        List<Contribution> contributions,
        Optional<ElementTree> tree,
        List<DocumentSection> sections,
        Set<Node> told,
        Set<Node> toldOf) {

    /** The most that is told of one sort; what is more numerous is found in the lists. */
    public static final int MOST = 300;

    /** Copies the collections. */
    public Portrait {
        commitments = List.copyOf(commitments);
        ties = List.copyOf(ties);
        contributions = List.copyOf(contributions);
        sections = List.copyOf(sections);
        told = Set.copyOf(told);
        toldOf = Set.copyOf(toldOf);
    }

    /** Whether all of those that lead to the thing by a property are told here, however the page else tells them. */
    public boolean tellsAllOf(Incoming by) {
        // Elements and sections are told whole, all else up to a number.
        boolean whole = tree.isPresent() || !sections.isEmpty();
        return toldOf.contains(by.property()) && (whole || by.count() <= MOST);
    }

    /** For a thing of which nothing more is shown. */
    public static Portrait plain(MainKind kind, Description description) {
        return new Portrait(
                kind, description, List.of(), List.of(), List.of(), Optional.empty(), List.of(), Set.of(), Set.of());
    }

    /**
     * That the thing has to do with another.
     *
     * @param way     how: a property, or the class of what ties them
     * @param other   the other
     * @param through what ties them, such as a membership or a partnership; empty if one statement does
     * @param quads   what says so
     */
    public record Tie(Node way, Node other, Optional<Node> through, List<Quad> quads) {}

    /**
     * That something contributes to a framework.
     *
     * @param framework the framework
     * @param element   the element of it, or the framework itself
     * @param by        what contributes: the thing or a commitment of it
     * @param quads     what says so
     */
    public record Contribution(Node framework, Node element, Node by, List<Quad> quads) {}

    /**
     * A section of a document.
     *
     * @param graph  holds what was drawn from it
     * @param quads  how many statements that is
     */
    public record DocumentSection(Node graph, long quads) {}
}
