package org.w3id.urbis.loader.validation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.P_Link;
import org.w3id.urbis.loader.validation.Fix.Replacement;

/** Puts latitude and longitude in their order, where the one is too large to be a latitude and the other is not. */
final class SwappedPlaces {

    private static final Node LATITUDE = NodeFactory.createURI("https://w3id.org/urbis/ontology#latitude");
    private static final Node LONGITUDE = NodeFactory.createURI("https://w3id.org/urbis/ontology#longitude");
    private static final double LARGEST_LATITUDE = 90;
    private static final double LARGEST_LONGITUDE = 180;

    private final Graph data;
    private final Function<Triple, Optional<Position>> place;

    SwappedPlaces(Graph data, Function<Triple, Optional<Position>> place) {
        this.data = data;
        this.place = place;
    }

    /** How to mend a latitude that is none; empty for other findings, or if the two are not swapped. */
    Optional<Fix> fix(Finding finding, Optional<LocatedFile> file) {
        boolean isOfLatitude =
                finding.path().filter(new P_Link(LATITUDE)::equals).isPresent()
                        && (finding.component().equals(SHACL.MaxInclusiveConstraintComponent)
                                || finding.component().equals(SHACL.MinInclusiveConstraintComponent));
        if (!isOfLatitude || file.isEmpty() || finding.focusNode().isEmpty()) {
            return Optional.empty();
        }
        Node focus = finding.focusNode().get();
        List<Node> latitudes =
                data.stream(focus, LATITUDE, Node.ANY).map(Triple::getObject).toList();
        List<Node> longitudes =
                data.stream(focus, LONGITUDE, Node.ANY).map(Triple::getObject).toList();
        if (latitudes.size() != 1
                || longitudes.size() != 1
                || size(latitudes.getFirst()) > LARGEST_LONGITUDE
                || size(longitudes.getFirst()) > LARGEST_LATITUDE) {
            return Optional.empty();
        }
        Optional<Position> first = place.apply(Triple.create(focus, LATITUDE, latitudes.getFirst()));
        Optional<Position> second = place.apply(Triple.create(focus, LONGITUDE, longitudes.getFirst()));
        return first.isPresent() && second.isPresent()
                ? swapped(first.get(), second.get(), file.get())
                : Optional.empty();
    }

    private static Optional<Fix> swapped(Position first, Position second, LocatedFile file) {
        Wording words = Wording.of("repair.swap");
        if (first.endLine() == 0 || second.endLine() == 0 || !second.file().equals(file.name())) {
            return Optional.of(Fix.saying(words));
        }
        return Optional.of(new Fix(
                words, List.of(Replacement.of(first, text(second, file)), Replacement.of(second, text(first, file)))));
    }

    private static String text(Position place, LocatedFile file) {
        SourceText source = file.source();
        return source.text()
                .substring(
                        source.offset(place.line(), place.column()), source.offset(place.endLine(), place.endColumn()));
    }

    /** How far a number is from zero; infinitely far, if it is none. */
    private static double size(Node number) {
        try {
            return Math.abs(Double.parseDouble(number.getLiteralLexicalForm()));
        } catch (NumberFormatException | UnsupportedOperationException none) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
