package org.w3id.urbis.loader.linking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/** Known places by what they may be found by. Only those are kept that somebody asks for. */
final class PlaceIndex {

    private final Set<String> wantedNames = new HashSet<>();
    private final Set<Node> wantedIdentifiers = new HashSet<>();
    private final Map<String, List<Place>> byName = new HashMap<>();
    private final Set<String> divisions = new HashSet<>();
    private final Map<Node, List<Place>> byIdentifier = new HashMap<>();

    /** Makes an empty index for some places to be looked for. */
    PlaceIndex(Collection<Place> wanted) {
        for (Place place : wanted) {
            wantedNames.addAll(place.folded());
            wantedNames.addAll(place.variants());
            wantedNames.addAll(place.nearSpellings());
            wantedIdentifiers.addAll(place.identifiers());
        }
    }

    void add(Place place) {
        place.divisions().forEach(code -> divisions.add(key(place.country(), code)));
        for (String name : place.folded()) {
            if (wantedNames.contains(name)) {
                byName.computeIfAbsent(key(place.country(), name), any -> new ArrayList<>())
                        .add(place);
            }
        }
        for (Node identifier : place.identifiers()) {
            if (wantedIdentifiers.contains(identifier)) {
                byIdentifier
                        .computeIfAbsent(identifier, any -> new ArrayList<>())
                        .add(place);
            }
        }
    }

    List<Place> named(Node country, String name) {
        return byName.getOrDefault(key(country, name), List.of());
    }

    List<Place> identified(Node identifier) {
        return byIdentifier.getOrDefault(identifier, List.of());
    }

    /** Whether a country has a division with a code. */
    boolean hasDivision(Node country, String code) {
        return divisions.contains(key(country, code));
    }

    private static String key(Node country, String name) {
        return country + " " + name;
    }
}
