package org.w3id.urbis.endpoint.description;

import java.util.List;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;

/**
 * What is left of an IRI that names nothing any more.
 *
 * <p>A renamed thing leaves {@code <old> dct:isReplacedBy <new>}; a withdrawn one {@code <old> owl:deprecated true}, with
 * {@code dct:description} for the reason and {@code dct:isReplacedBy} for whatever stands in its place, if anything does.
 * An IRI of which a class is still stated is no tombstone, whatever else is said of it.
 *
 * @param successors what to look at instead, in the order of their IRIs; those that cannot be looked up are not among them
 * @param reasons    why it was withdrawn, with their languages
 * @param withdrawn  whether it is gone, and not only called something else
 */
public record Tombstone(List<Node> successors, List<Node> reasons, boolean withdrawn) {

    /**
     * Reads the tombstone of an IRI, inside a transaction of the caller's.
     *
     * @return the tombstone; one that stands for nothing if the IRI has none
     */
    public static Tombstone of(DatasetGraph dataset, Node iri) {
        if (dataset.contains(Node.ANY, iri, Terms.TYPE, Node.ANY)) {
            return new Tombstone(List.of(), List.of(), false);
        }
        List<Node> successors = objects(dataset, iri, DCTerms.isReplacedBy.asNode()).stream()
                .filter(Node::isURI)
                .sorted((one, other) -> one.getURI().compareTo(other.getURI()))
                .toList();
        boolean withdrawn =
                objects(dataset, iri, OWL2.deprecated.asNode()).stream().anyMatch(Tombstone::isTrue);
        List<Node> reasons = objects(dataset, iri, Terms.DESCRIPTION).stream()
                .filter(Node::isLiteral)
                .toList();
        // Two new names for one old leave it to the reader which was meant.
        return new Tombstone(successors, reasons, withdrawn || successors.size() > 1);
    }

    /** Whether a value of {@code owl:deprecated} says so. */
    static boolean isTrue(Node value) {
        return value.isLiteral() && value.getLiteralLexicalForm().matches("true|1");
    }

    /** Whether the IRI names something else by another name now, and nothing but that. */
    public boolean isRenamed() {
        return !withdrawn && successors.size() == 1;
    }

    private static List<Node> objects(DatasetGraph dataset, Node subject, Node property) {
        return Iter.asStream(dataset.findNG(Node.ANY, subject, property, Node.ANY))
                .map(quad -> quad.getObject())
                .distinct()
                .toList();
    }
}
