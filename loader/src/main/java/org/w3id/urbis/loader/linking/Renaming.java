package org.w3id.urbis.loader.linking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.SKOS;

/**
 * Says of known things what a source says of its own. The name it has for one becomes another name of a thing that has a
 * name; a second position and country are not repeated, and the distance between the positions is told with the link.
 */
final class Renaming {

    private final Map<Node, Node> names;
    private final PlaceFacts known;
    private final Set<Node> once;

    Renaming(Map<Node, Node> names, PlaceFacts known) {
        this.names = names;
        this.known = known;
        this.once = new HashSet<>(List.of(known.term("latitude"), known.term("longitude"), known.term("country")));
    }

    List<Quad> of(Collection<Quad> quads) {
        List<Quad> renamed = new ArrayList<>(quads.size());
        for (Quad quad : quads) {
            Node subject = names.getOrDefault(quad.getSubject(), quad.getSubject());
            boolean other = names.containsKey(quad.getSubject());
            if (other && once.contains(quad.getPredicate()) && known.has(subject, quad.getPredicate())) {
                continue;
            }
            boolean second = other
                    && quad.getPredicate().equals(SKOS.prefLabel.asNode())
                    && known.has(subject, SKOS.prefLabel.asNode());
            renamed.add(Quad.create(
                    quad.getGraph(),
                    subject,
                    second ? SKOS.altLabel.asNode() : quad.getPredicate(),
                    names.getOrDefault(quad.getObject(), quad.getObject())));
        }
        return renamed;
    }
}
