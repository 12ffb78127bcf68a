package org.w3id.urbis.loader.linking;

import java.util.LinkedHashSet;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.w3id.urbis.loader.mapping.Slug;

/**
 * What is known of a city to tell it from others.
 *
 * @param iri         its IRI
 * @param names       the names it bears, as written
 * @param country     its country; null if none is stated
 * @param latitude    degrees north
 * @param longitude   degrees east
 * @param inhabitants the largest of the numbers of inhabitants stated; 0 if none is
 * @param identifiers IRIs under which others know it
 * @param divisions   codes of the state or the like in which it lies
 */
record Place(
        Node iri,
        Set<String> names,
        Node country,
        OptionalDouble latitude,
        OptionalDouble longitude,
        long inhabitants,
        Set<Node> identifiers,
        Set<String> divisions) {

    /** The code of a state behind a name, as in "Cambridge, MA". */
    private static final Pattern STATE = Pattern.compile(", ([A-Z]{2})$");

    private static final double EARTH_RADIUS_KM = 6371.0;

    Place {
        names = Set.copyOf(names);
        identifiers = Set.copyOf(identifiers);
        divisions = Set.copyOf(divisions);
    }

    /** Its names without accents and the like; of one printed as two, such as "Gasteiz / Vitoria", each as well. */
    Set<String> folded() {
        Set<String> folded = new LinkedHashSet<>();
        for (String name : names) {
            folded.add(Slug.of(name));
            if (name.contains(" / ")) {
                Stream.of(name.split(" / ")).map(Slug::of).forEach(folded::add);
            }
        }
        return folded;
    }

    /** What its names end in that may be the code of a state. */
    Set<String> states() {
        return names.stream()
                .map(STATE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** Other forms its names may have elsewhere. */
    Set<String> variants() {
        return NameForms.of(names, folded());
    }

    /** Its longer names with one letter left out, the first excepted. */
    Set<String> nearSpellings() {
        return NameForms.withoutALetter(folded());
    }

    /** How far it is to another place on the ground, in kilometres; empty if one of the two has no position. */
    OptionalDouble distanceKm(Place other) {
        if (latitude.isEmpty() || longitude.isEmpty() || other.latitude.isEmpty() || other.longitude.isEmpty()) {
            return OptionalDouble.empty();
        }
        double north = Math.toRadians(other.latitude.getAsDouble() - latitude.getAsDouble());
        double east = Math.toRadians(other.longitude.getAsDouble() - longitude.getAsDouble());
        double half = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(latitude.getAsDouble()))
                        * Math.cos(Math.toRadians(other.latitude.getAsDouble()))
                        * Math.pow(Math.sin(east / 2), 2);
        return OptionalDouble.of(2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half))));
    }
}
