package org.w3id.urbis.loader.preview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.SKOS;

/** Sorts statements by the things they are about. */
final class ThingChanges {

    /** The key of a node that its author gave no name: a hash of what it says. */
    private static final String UNNAMED = ".*/[0-9a-f]{16}";

    private static final int DEEPEST = 10;
    private static final Comparator<Quad> ORDER = Comparator.comparing((Quad quad) -> text(quad.getSubject()))
            .thenComparing(quad -> text(quad.getPredicate()))
            .thenComparing(quad -> text(quad.getObject()))
            .thenComparing(quad -> text(quad.getGraph()));

    private final Amendment amendment;

    ThingChanges(Amendment amendment) {
        this.amendment = amendment;
    }

    /** The changes of each thing, sorted by its IRI. */
    List<ThingChange> of(Collection<Quad> gained, Collection<Quad> lost) {
        Map<String, List<Quad>> come = byThing(gained, amendment.after());
        Map<String, List<Quad>> gone = byThing(lost, amendment.before());
        Set<String> things = new HashSet<>(come.keySet());
        things.addAll(gone.keySet());
        return things.stream()
                .sorted()
                .map(iri -> change(iri, come.getOrDefault(iri, List.of()), gone.getOrDefault(iri, List.of())))
                .toList();
    }

    private ThingChange change(String iri, List<Quad> gained, List<Quad> lost) {
        Node thing = NodeFactory.createURI(iri);
        boolean was = amendment.before().contains(Node.ANY, thing, Node.ANY, Node.ANY);
        boolean is = amendment.after().contains(Node.ANY, thing, Node.ANY, Node.ANY);
        return new ThingChange(
                thing,
                labels(thing, is ? amendment.after() : amendment.before()),
                is ? was ? ThingChange.Fate.CHANGED : ThingChange.Fate.NEW : ThingChange.Fate.GONE,
                gained.stream().sorted(ORDER).toList(),
                lost.stream().sorted(ORDER).toList());
    }

    private static Map<String, List<Quad>> byThing(Collection<Quad> quads, DatasetGraph dataset) {
        Map<String, List<Quad>> byThing = new TreeMap<>();
        quads.forEach(quad -> byThing.computeIfAbsent(
                        owner(quad.getSubject(), dataset, 0).getURI(), any -> new ArrayList<>())
                .add(quad));
        return byThing;
    }

    /** What refers to a node without a name, and so on up. */
    private static Node owner(Node node, DatasetGraph dataset, int depth) {
        if (depth == DEEPEST || !node.getURI().matches(UNNAMED)) {
            return node;
        }
        Iterator<Quad> to = dataset.findNG(Node.ANY, Node.ANY, Node.ANY, node);
        try {
            return to.hasNext() ? owner(to.next().getSubject(), dataset, depth + 1) : node;
        } finally {
            Iter.close(to);
        }
    }

    /** What a thing is called, by language tag. */
    static Map<String, String> labels(Node thing, DatasetGraph dataset) {
        Map<String, String> labels = new TreeMap<>();
        dataset.findNG(Node.ANY, thing, SKOS.prefLabel.asNode(), Node.ANY).forEachRemaining(quad -> {
            if (quad.getObject().isLiteral()) {
                labels.putIfAbsent(
                        quad.getObject().getLiteralLanguage(), quad.getObject().getLiteralLexicalForm());
            }
        });
        return labels;
    }

    private static String text(Node node) {
        return node.isURI() ? node.getURI() : node.toString();
    }
}
