package org.w3id.urbis.endpoint.description;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * What one revision says about one thing.
 *
 * @param thing    the thing, an IRI
 * @param facts    quads whose subject is the thing, or a node that it or a note about it owns, by subject; the thing first
 * @param incoming who refers to it, by property
 * @param notes    the quads of each note about the thing or about a graph that speaks of it, by note
 * @param owners   for each generated node shown as referring, the nearest named thing it belongs to
 * @param names    quads that name what is mentioned, by what they name
 * @param places   where each graph mentioned stands in a source
 */
public record Description(
        Node thing,
        Map<Node, List<Quad>> facts,
        List<Incoming> incoming,
        Map<Node, List<Quad>> notes,
        Map<Node, Node> owners,
        Map<Node, List<Quad>> names,
        Map<Node, SourcePlace> places) {

    /** Whether anything is said about it or refers to it. */
    public boolean isEmpty() {
        return facts.getOrDefault(thing, List.of()).isEmpty() && incoming.isEmpty();
    }
}
