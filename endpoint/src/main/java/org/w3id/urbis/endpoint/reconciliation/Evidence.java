package org.w3id.urbis.endpoint.reconciliation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.w3id.urbis.loader.names.Codes;
import org.w3id.urbis.loader.names.FoldedText;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.names.NamedThing;
import org.w3id.urbis.loader.names.Similarity;

/** Compares a thing with the values that a condition gives for one of its properties. */
final class Evidence {

    private static final double ALIKE = 0.9;

    private final PlaceResolver places;
    private final NameIndex names;
    private final GraphValues values;

    Evidence(PlaceResolver places, NameIndex names, GraphValues values) {
        this.places = places;
        this.names = names;
        this.values = values;
    }

    /**
     * Whether a thing agrees with a condition.
     *
     * @return empty if nothing is known to compare with
     */
    Optional<Boolean> agrees(NamedThing thing, Condition condition) {
        List<Optional<Boolean>> each = condition.values().stream()
                .map(value -> agrees(thing, condition, value))
                .toList();
        if (each.stream().allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        Stream<Boolean> known = each.stream().map(agreement -> agreement.orElse(false));
        return Optional.of(
                switch (condition.quantifier()) {
                    case ANY -> known.anyMatch(Boolean::booleanValue);
                    case ALL -> known.allMatch(Boolean::booleanValue);
                    case NONE -> known.noneMatch(Boolean::booleanValue);
                });
    }

    private Optional<Boolean> agrees(NamedThing thing, Condition condition, String value) {
        return switch (condition.target()) {
            case ID -> Optional.of(thing.iri().equals(value.strip()));
            case NAME -> Optional.of(isCalled(thing, value));
            case PROPERTY -> byProperty(thing, condition.property(), value);
        };
    }

    private Optional<Boolean> byProperty(NamedThing thing, String property, String value) {
        if (property.equals(Terms.COUNTRY)) {
            return country(thing, places.countries(List.of(value)));
        }
        if (property.equals(Terms.WITHIN)) {
            Set<String> wanted = places.places(value);
            return wanted.isEmpty() || thing.within().isEmpty()
                    ? Optional.empty()
                    : Optional.of(wanted.stream().anyMatch(thing.within()::contains));
        }
        if (Terms.NAMES.contains(property)) {
            return Optional.of(isCalled(thing, value));
        }
        if (property.equals(Terms.TYPE)) {
            return Optional.of(thing.types().contains(value));
        }
        if (Terms.IDENTIFIERS.contains(property)) {
            return thing.codes().isEmpty() ? Optional.empty() : Optional.of(hasCode(thing, value));
        }
        return byGraph(values.of(thing.iri(), property), value);
    }

    private static Optional<Boolean> country(NamedThing thing, Set<String> wanted) {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        if (thing.types().contains(ServedTypes.COUNTRY)) {
            return Optional.of(wanted.contains(thing.iri()));
        }
        return thing.country().map(wanted::contains);
    }

    static boolean hasCode(NamedThing thing, String value) {
        return thing.codes().contains(Codes.plain(value))
                || Codes.host(value).filter(thing.codes()::contains).isPresent();
    }

    private static boolean isCalled(NamedThing thing, String value) {
        Similarity similarity = new Similarity(FoldedText.of(value), false);
        return thing.names().stream().anyMatch(name -> similarity.of(FoldedText.of(name.text())) >= ALIKE);
    }

    private Optional<Boolean> byGraph(List<Node> found, String value) {
        return found.isEmpty() ? Optional.empty() : Optional.of(found.stream().anyMatch(node -> isSame(node, value)));
    }

    private boolean isSame(Node node, String value) {
        if (node.isURI()) {
            return node.getURI().equals(value.strip())
                    || names.find(node.getURI())
                            .filter(thing -> isCalled(thing, value) || hasCode(thing, value))
                            .isPresent();
        }
        FoldedText one = FoldedText.of(node.getLiteralLexicalForm());
        return !one.isEmpty() && one.equals(FoldedText.of(value));
    }
}
