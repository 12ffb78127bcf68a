package org.w3id.urbis.endpoint.vocabulary;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.Terms;

/**
 * What properties lead from and to, by a look at some of the statements: the ontology leaves domains and ranges to the
 * shapes, so that only the graph tells.
 */
final class Neighbours {
    private static final int LOOKED_AT = 200;

    private final TermGraph graph;

    Neighbours(TermGraph graph) {
        this.graph = graph;
    }

    /**
     * What leads to members of a class.
     *
     * @param property by which
     * @param from     the class of those from whom
     * @param number   how many of the statements looked at
     */
    record Incoming(Node property, Node from, long number) {}

    /** What the values of a property are, those that are met most often first. */
    List<Node> leadsTo(Node property) {
        return sorts(graph.statements(Node.ANY, property, Node.ANY, LOOKED_AT).stream());
    }

    /** What the values of a property are for the members of a class. */
    List<Node> leadsTo(List<Node> members, Node property) {
        return sorts(
                members.stream().flatMap(member -> graph.statements(member, property, Node.ANY, LOOKED_AT).stream()));
    }

    /** Some members of a class. */
    List<Node> members(Node type) {
        return graph.subjects(Terms.TYPE, type, LOOKED_AT).stream()
                .filter(Node::isURI)
                .toList();
    }

    /** What leads to some members of a class, the most frequent first. */
    List<Incoming> leadingTo(List<Node> members) {
        Map<List<Node>, Long> numbers = new HashMap<>();
        for (Node member : members) {
            Set<List<Node>> met = new HashSet<>();
            for (Quad quad : graph.statements(Node.ANY, Node.ANY, member, LOOKED_AT)) {
                if (TermGraph.isOfOntology(quad.getPredicate())
                        && met.add(List.of(quad.getSubject(), quad.getPredicate()))) {
                    graph.sorts(quad.getSubject()).stream()
                            .filter(TermGraph::isOfOntology)
                            .forEach(type -> numbers.merge(List.of(quad.getPredicate(), type), 1L, Long::sum));
                }
            }
        }
        return numbers.entrySet().stream()
                .map(entry ->
                        new Incoming(entry.getKey().getFirst(), entry.getKey().getLast(), entry.getValue()))
                .sorted(Comparator.comparingLong(Incoming::number)
                        .reversed()
                        .thenComparing(incoming -> incoming.property().getURI())
                        .thenComparing(incoming -> incoming.from().getURI()))
                .toList();
    }

    private List<Node> sorts(Stream<Quad> statements) {
        Map<Node, Integer> numbers = new HashMap<>();
        statements.map(Quad::getObject).limit(LOOKED_AT).distinct().forEach(value -> graph.sorts(value)
                .forEach(sort -> numbers.merge(sort, 1, Integer::sum)));
        return numbers.entrySet().stream()
                .sorted(Map.Entry.<Node, Integer>comparingByValue().reversed().thenComparing(entry -> entry.getKey()
                        .toString()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
