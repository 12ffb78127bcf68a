package org.w3id.urbis.endpoint.collection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.Terms;

/**
 * Reads things for a page of a collection: what is said of each itself, with the nodes it owns and the names of what it
 * mentions. Citations, and what only repeats it in words of others, are left to the document of each thing, unless they are
 * asked for. To be used in one transaction; names met once are remembered for the page.
 */
final class ItemReader {
    private static final int DEEPEST = 3;

    private final DatasetGraph dataset;
    private final Identifiers identifiers;
    private final DescriptionReader reader;
    private final Predicate<Node> wanted;
    private final Map<Node, List<Quad>> names = new HashMap<>();

    /**
     * Prepares to read.
     *
     * @param wanted properties of the things that are wanted
     */
    ItemReader(DatasetGraph dataset, Identifiers identifiers, Predicate<Node> wanted) {
        this.dataset = dataset;
        this.identifiers = identifiers;
        this.reader = new DescriptionReader(dataset, identifiers);
        this.wanted = wanted;
    }

    /** What a page shows of every thing if nothing is said: all but citations. */
    static boolean isUsual(Node property) {
        return !property.equals(Terms.CITATION);
    }

    /** Reads a thing. */
    Description read(Node thing) {
        Map<Node, List<Quad>> facts = new LinkedHashMap<>();
        List<Quad> own = outgoing(thing);
        own.removeIf(quad -> !wanted.test(quad.getPredicate()));
        facts.put(thing, own);
        collectOwned(own, facts, 0);
        Set<Node> mentioned = new LinkedHashSet<>();
        facts.values()
                .forEach(quads -> quads.forEach(quad -> {
                    Node object = quad.getObject();
                    if (object.isURI()
                            && !quad.getPredicate().equals(Terms.TYPE)
                            && !Terms.WITH_WORDS.contains(quad.getPredicate())
                            && !facts.containsKey(object)) {
                        mentioned.add(object);
                    }
                }));
        Map<Node, List<Quad>> named = new LinkedHashMap<>();
        mentioned.forEach(node -> {
            List<Quad> found = names(node);
            if (!found.isEmpty()) {
                named.put(node, found);
            }
        });
        return new Description(thing, facts, List.of(), Map.of(), Map.of(), Map.of(), mentioned, named, Map.of());
    }

    /** The quads that name a node. */
    List<Quad> names(Node node) {
        return names.computeIfAbsent(node, reader::names);
    }

    private void collectOwned(List<Quad> own, Map<Node, List<Quad>> facts, int depth) {
        for (Quad quad : own) {
            Node object = quad.getObject();
            if (depth < DEEPEST
                    && object.isURI()
                    && identifiers.isGenerated(object.getURI())
                    && !facts.containsKey(object)) {
                List<Quad> owned = outgoing(object);
                owned.removeIf(inner -> inner.getPredicate().equals(Terms.CITATION));
                facts.put(object, owned);
                collectOwned(owned, facts, depth + 1);
            }
        }
    }

    private List<Quad> outgoing(Node subject) {
        List<Quad> quads = new ArrayList<>();
        dataset.findNG(Node.ANY, subject, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            if (!identifiers.isTranslation(quad)) {
                quads.add(quad);
            }
        });
        return quads;
    }
}
