package org.w3id.urbis.endpoint.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.ontology.Urbis;

/** Says in a few words what a node is that has no name: an amount, an address, a way to reach somebody. */
final class OwnedSummary {
    private static final Node AS_PRINTED = term("asPrinted");
    private static final Node VALUE = term("value");
    private static final Node UNIT = term("unit");
    private static final Node MEASURE = term("measure");
    private static final Node COMPARATOR = term("comparator");
    private static final Node PERSON = NodeFactory.createURI(Urbis.ID + "unit/person");
    /** What a number means when nothing is said. */
    private static final Node EXACTLY = NodeFactory.createURI(Urbis.ID + "comparator/exactly");
    /** The first of these that is there stands for the node. */
    private static final List<Node> TELLING = List.of(
            term("fullAddress"),
            term("contactFor"),
            term("email"),
            term("telephone"),
            term("website"),
            term("socialHandle"),
            term("matchedIdentifier"));

    private final Wording wording;
    private final LiteralText literals;

    OwnedSummary(Wording wording, LiteralText literals) {
        this.wording = wording;
        this.literals = literals;
    }

    private static Node term(String name) {
        return NodeFactory.createURI(Urbis.NS + name);
    }

    /** Whether a node is an amount, which the few words tell whole. */
    boolean isAmount(List<Quad> facts) {
        return objects(facts, VALUE).findAny().isPresent();
    }

    /** A few words for a node; empty if it says nothing that would stand for it. */
    Optional<Text> of(List<Quad> facts) {
        if (isAmount(facts)) {
            return Optional.of(amount(facts));
        }
        return TELLING.stream()
                .flatMap(property -> objects(facts, property).map(value -> text(property, value)))
                .findFirst();
    }

    /** The amount as printed, or else put together: comparator, number, unit, when. */
    private Text amount(List<Quad> facts) {
        Optional<Text> printed = objects(facts, AS_PRINTED)
                .map(value -> Text.plain("“" + value.getLiteralLexicalForm() + "”"))
                .findFirst();
        return printed.orElseGet(() -> {
            String amount = Stream.of(COMPARATOR, VALUE, counted(facts))
                    .flatMap(property -> first(facts, property).stream())
                    .collect(Collectors.joining(" "));
            String when =
                    first(facts, term("asOf")).map(date -> " (" + date + ")").orElse("");
            return new Text(amount + when, wording.words().lang());
        });
    }

    /** People are told by what they are counted as. */
    private static Node counted(List<Quad> facts) {
        boolean people = objects(facts, UNIT).anyMatch(PERSON::equals);
        return people && objects(facts, MEASURE).findAny().isPresent() ? MEASURE : UNIT;
    }

    private Optional<String> first(List<Quad> facts, Node property) {
        return objects(facts, property)
                .filter(value -> !value.equals(EXACTLY))
                .map(value -> text(property, value).value())
                .findFirst();
    }

    private Text text(Node property, Node value) {
        return value.isLiteral() ? literals.of(property, value) : wording.name(value);
    }

    private static Stream<Node> objects(List<Quad> facts, Node property) {
        return facts.stream()
                .filter(quad -> quad.getPredicate().equals(property))
                .map(Quad::getObject)
                .distinct();
    }
}
