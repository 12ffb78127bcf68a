package org.w3id.urbis.endpoint.description;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** Finds the named things that nodes without a name of their own belong to. */
final class Owners {
    private final DatasetGraph dataset;
    private final Identifiers identifiers;

    Owners(DatasetGraph dataset, Identifiers identifiers) {
        this.dataset = dataset;
        this.identifiers = identifiers;
    }

    /** The quads that lead from a node up to the named thing it belongs to, as far as they go. */
    List<Quad> way(Node node) {
        List<Quad> way = new ArrayList<>();
        Set<Node> met = new LinkedHashSet<>(Set.of(node));
        Optional<Quad> up = upwards(node, met);
        while (up.isPresent() && way.size() < DescriptionReader.DEEPEST) {
            way.add(up.get());
            Node owner = up.get().getSubject();
            up = isGenerated(owner) && met.add(owner) ? upwards(owner, met) : Optional.empty();
        }
        return way;
    }

    /** The last thing on that way; the node itself if it belongs to nothing. */
    Node of(Node node) {
        List<Quad> way = way(node);
        return way.isEmpty() ? node : way.getLast().getSubject();
    }

    /** A statement by which a node belongs to another, to a named one if there is one; always the same of several. */
    private Optional<Quad> upwards(Node node, Set<Node> met) {
        return Iter.asStream(dataset.findNG(Node.ANY, Node.ANY, Node.ANY, node))
                .filter(quad -> quad.getSubject().isURI() && !met.contains(quad.getSubject()))
                .min(Comparator.comparing((Quad quad) -> isGenerated(quad.getSubject()))
                        .thenComparing(quad -> quad.getSubject().getURI())
                        .thenComparing(quad -> quad.getPredicate().getURI()));
    }

    private boolean isGenerated(Node node) {
        return node.isURI() && identifiers.isGenerated(node.getURI());
    }
}
