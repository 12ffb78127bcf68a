package org.w3id.urbis.endpoint.reconciliation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.w3id.urbis.loader.names.Position;
import org.w3id.urbis.ontology.Urbis;

/**
 * What the conditions of a query say of where and how large the thing is.
 *
 * @param countries  IRIs of its country; empty if none is given, or none that is known
 * @param position   where it lies
 * @param population how many inhabitants it has
 */
record Hints(Set<String> countries, Optional<Position> position, OptionalDouble population) {

    static Hints of(MatchQuery query, PlaceResolver places) {
        Set<String> countries = new LinkedHashSet<>();
        List<Double> numbers = new ArrayList<>();
        Optional<Double> north = Optional.empty();
        Optional<Double> east = Optional.empty();
        for (Condition condition : query.conditions()) {
            if (condition.quantifier() == Condition.Quantifier.NONE) {
                continue;
            }
            String value = condition.values().getFirst();
            switch (condition.property()) {
                case Terms.COUNTRY -> countries.addAll(places.countries(condition.values()));
                case Terms.POPULATION -> number(value).ifPresent(numbers::add);
                case Urbis.LATITUDE -> north = number(value);
                case Urbis.LONGITUDE -> east = number(value);
                case Terms.LAT_LONG -> {
                    north = number(value.split(",", 2)[0]);
                    east = number(value.substring(value.indexOf(',') + 1));
                }
                default -> {
                    // The others are compared one by one, by Evidence.
                }
            }
        }
        return new Hints(
                countries,
                position(north, east),
                numbers.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(numbers.getFirst()));
    }

    private static Optional<Position> position(Optional<Double> north, Optional<Double> east) {
        return north.isPresent() && east.isPresent() && Math.abs(north.get()) <= 90 && Math.abs(east.get()) <= 180
                ? Optional.of(new Position(north.get(), east.get()))
                : Optional.empty();
    }

    /** A number as tables print it, with or without blanks between thousands; empty if it is none. */
    private static Optional<Double> number(String text) {
        String plain = text.replaceAll("[\\s\\u00a0\\u202f']", "");
        if (plain.matches("[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?")) {
            plain = plain.replace(",", "");
        }
        return plain.matches("[-+]?[0-9]{1,15}(\\.[0-9]{1,15})?")
                ? Optional.of(Double.parseDouble(plain))
                : Optional.empty();
    }
}
