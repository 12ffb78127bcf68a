package org.w3id.urbis.endpoint.description;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * What one revision says about one thing.
 *
 * @param thing    the thing, an IRI
 * @param facts    quads whose subject is the thing, or a node that it or a note about it owns, by subject; the thing first
 * @param incoming who refers to it, by property
 * @param relations quads of those among them that only relate the thing to another, of commitments of the thing, and of
 *                  the nodes they own, by subject
 * @param notes    the quads of each note about the thing or about a graph that speaks of it, by note
 * @param owners   for each generated node shown as referring, the quads that lead from it up to a named thing
 * @param mentioned the things that are mentioned without being described, whose names a reader needs
 * @param names    quads that name what is mentioned, words and graphs included, by what they name
 * @param places   where each graph mentioned stands in a source
 */
public record Description(
        Node thing,
        Map<Node, List<Quad>> facts,
        List<Incoming> incoming,
        Map<Node, List<Quad>> relations,
        Map<Node, List<Quad>> notes,
        Map<Node, List<Quad>> owners,
        Set<Node> mentioned,
        Map<Node, List<Quad>> names,
        Map<Node, SourcePlace> places) {

    /** The nearest named thing that a referring node belongs to; the node itself if it is named. */
    public Node owner(Node node) {
        List<Quad> way = owners.getOrDefault(node, List.of());
        return way.isEmpty() ? node : way.getLast().getSubject();
    }

    /** The same with what is said of other things too. */
    public Description with(Description other) {
        Set<Node> all = new LinkedHashSet<>(mentioned);
        all.addAll(other.mentioned);
        return new Description(
                thing,
                joined(facts, other.facts),
                incoming,
                relations,
                notes,
                owners,
                all,
                joined(names, other.names),
                joined(places, other.places));
    }

    private static <T> Map<Node, T> joined(Map<Node, T> ours, Map<Node, T> theirs) {
        Map<Node, T> joined = new LinkedHashMap<>(theirs);
        joined.putAll(ours);
        return joined;
    }

    /** Whether anything is said about it or refers to it. */
    public boolean isEmpty() {
        return facts.getOrDefault(thing, List.of()).isEmpty() && incoming.isEmpty();
    }
}
