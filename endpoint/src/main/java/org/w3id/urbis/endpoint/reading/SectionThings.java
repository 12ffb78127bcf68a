package org.w3id.urbis.endpoint.reading;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.Terms;

/** Finds what a section speaks of, in the order of its lines; to be used in one transaction. */
final class SectionThings {
    /** A section with more is a table, which is read in the order of the store. */
    private static final int MOST = 20_000;

    private final DatasetGraph dataset;
    private final Identifiers identifiers;

    SectionThings(DatasetGraph dataset, Identifiers identifiers) {
        this.dataset = dataset;
        this.identifiers = identifiers;
    }

    /** The named things that are spoken of in a graph. */
    List<Node> in(Node graph) {
        Map<Node, Integer> lines = new HashMap<>();
        List<Node> things = Iter.asStream(dataset.find(graph, Node.ANY, Node.ANY, Node.ANY))
                .map(Quad::getSubject)
                .filter(subject -> subject.isURI() && !identifiers.isGenerated(subject.getURI()))
                .distinct()
                .limit(MOST)
                .toList();
        things.forEach(thing -> lines.put(thing, firstLine(graph, thing)));
        return things.stream()
                .sorted(Comparator.comparing((Node thing) -> lines.get(thing)).thenComparing(Node::getURI))
                .toList();
    }

    private int firstLine(Node graph, Node thing) {
        return Iter.asStream(dataset.find(graph, thing, Terms.CITATION, Node.ANY))
                .map(Quad::getObject)
                .flatMap(citation -> Iter.asStream(dataset.find(graph, citation, Node.ANY, Node.ANY)))
                .filter(quad -> quad.getPredicate().equals(Terms.LINES)
                        || quad.getPredicate().equals(Terms.ROW))
                .map(quad -> quad.getObject().getLiteralLexicalForm())
                .filter(text -> text.matches("[0-9]{1,9}(-[0-9]+)?"))
                .map(text -> Integer.valueOf(text.split("-", 2)[0]))
                .min(Comparator.naturalOrder())
                .orElse(Integer.MAX_VALUE);
    }
}
