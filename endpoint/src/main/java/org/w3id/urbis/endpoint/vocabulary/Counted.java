package org.w3id.urbis.endpoint.vocabulary;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VOID;

/** What publication counted of each class and property (VoID). */
final class Counted {
    private static final int ALL = 10_000;

    private final TermGraph graph;
    private final Node whole;

    Counted(TermGraph graph) {
        this.graph = graph;
        this.whole = graph.identifiers().dataset();
    }

    /** How many members a class has; 0 if none was counted. */
    long members(Node type) {
        return graph.subjects(VOID._class.asNode(), type, 1).stream()
                .mapToLong(part -> number(part, VOID.entities.asNode()))
                .sum();
    }

    /** How many statements have a property. */
    long statements(Node property) {
        return graph.subjects(VOID.property.asNode(), property, ALL).stream()
                .filter(part -> graph.has(whole, VOID.propertyPartition.asNode(), part))
                .mapToLong(part -> number(part, VOID.triples.asNode()))
                .sum();
    }

    /** The properties of ours, and those that name and describe, which members of a class have; the most frequent first. */
    Map<Node, Long> propertiesOf(Node type) {
        Map<Node, Long> numbers = new LinkedHashMap<>();
        graph.subjects(VOID._class.asNode(), type, 1).stream()
                .flatMap(part -> graph.objects(part, VOID.propertyPartition.asNode()).stream())
                .forEach(part -> graph.object(part, VOID.property.asNode())
                        .filter(Counted::isTold)
                        .ifPresent(property -> numbers.put(property, number(part, VOID.triples.asNode()))));
        return sorted(numbers);
    }

    /** The classes whose members have a property. */
    Map<Node, Long> classesWith(Node property) {
        Map<Node, Long> numbers = new LinkedHashMap<>();
        for (Node part : graph.subjects(VOID.property.asNode(), property, ALL)) {
            for (Node owner : graph.subjects(VOID.propertyPartition.asNode(), part, 2)) {
                graph.object(owner, VOID._class.asNode())
                        .filter(TermGraph::isOfOntology)
                        .ifPresent(type -> numbers.put(type, number(part, VOID.triples.asNode())));
            }
        }
        return sorted(numbers);
    }

    /** What repeats a statement in words of other vocabularies is no property to learn. */
    private static boolean isTold(Node property) {
        return TermGraph.isOfOntology(property)
                || property.getURI().startsWith(SKOS.getURI())
                || property.equals(DCTerms.description.asNode())
                || property.equals(DCTerms.title.asNode());
    }

    private static Map<Node, Long> sorted(Map<Node, Long> numbers) {
        Map<Node, Long> sorted = new LinkedHashMap<>();
        numbers.entrySet().stream()
                .sorted(Map.Entry.<Node, Long>comparingByValue()
                        .reversed()
                        .thenComparing(
                                Comparator.comparing(entry -> entry.getKey().getURI())))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private long number(Node part, Node measure) {
        return Optional.of(part)
                .flatMap(node -> graph.object(node, measure))
                .filter(node -> node.isLiteral() && node.getLiteralLexicalForm().matches("[0-9]{1,18}"))
                .map(node -> Long.valueOf(node.getLiteralLexicalForm()))
                .orElse(0L);
    }

    /** A list of classes, most frequent first, of the entries of a map. */
    static List<Node> first(Map<Node, Long> numbers, int most) {
        return numbers.keySet().stream().limit(most).toList();
    }
}
