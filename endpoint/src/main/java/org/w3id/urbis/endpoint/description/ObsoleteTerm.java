package org.w3id.urbis.endpoint.description;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;

/**
 * A term that still means what it meant, but is not to be used any more: it has {@code owl:deprecated true} beside its class.
 * What has no class any more is a {@link Tombstone}.
 *
 * @param since      since when, by {@code prov:invalidatedAtTime}; empty if that is not said
 * @param successors what to use instead, by {@code dct:isReplacedBy}, in the order of their IRIs
 */
public record ObsoleteTerm(Optional<Instant> since, List<Node> successors) {
    private static final Node SINCE = NodeFactory.createURI("http://www.w3.org/ns/prov#invalidatedAtTime");

    /** Reads it off a description; empty if the thing may go on being used. */
    public static Optional<ObsoleteTerm> of(Description description) {
        List<Quad> facts = description.facts().getOrDefault(description.thing(), List.of());
        boolean deprecated = objects(facts, OWL2.deprecated.asNode()).anyMatch(Tombstone::isTrue);
        if (!deprecated || objects(facts, Terms.TYPE).findAny().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ObsoleteTerm(
                objects(facts, SINCE)
                        .filter(Node::isLiteral)
                        .flatMap(when -> moment(when.getLiteralLexicalForm()).stream())
                        .min(Instant::compareTo),
                objects(facts, DCTerms.isReplacedBy.asNode())
                        .filter(Node::isURI)
                        .sorted((one, other) -> one.getURI().compareTo(other.getURI()))
                        .toList()));
    }

    private static Stream<Node> objects(List<Quad> facts, Node property) {
        return facts.stream()
                .filter(quad -> quad.getPredicate().equals(property))
                .map(Quad::getObject)
                .distinct();
    }

    /** A day or a moment; what is neither is nothing. */
    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }
}
