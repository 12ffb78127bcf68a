package org.w3id.urbis.endpoint.reconciliation;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3id.urbis.loader.names.Codes;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.names.NameMatch;
import org.w3id.urbis.loader.names.NameQuery;
import org.w3id.urbis.loader.names.NamedThing;
import org.w3id.urbis.ontology.Urbis;

/** Finds the countries and larger places that values speak of, once for each value of a batch. */
final class PlaceResolver {

    private static final Set<String> LARGER = Set.of(ServedTypes.COUNTRY, ServedTypes.REGION);
    private static final List<String> ISO = List.of(Urbis.NS + "iso3166Alpha2", Urbis.NS + "iso3166Alpha3");
    private static final String M49 = Urbis.NS + "m49Code";
    private static final int LONGEST_M49 = 3;
    /** A country's name may be mistyped or carry words such as "Republic of", but not be another one's. */
    private static final double LEAST_LIKE = 0.84;

    private final NameIndex names;
    private final Map<String, Set<String>> countries = new HashMap<>();
    private final Map<String, Set<String>> places = new HashMap<>();
    private final Map<String, Optional<NamedThing>> things = new HashMap<>();

    PlaceResolver(NameIndex names) {
        this.names = names;
    }

    /** IRIs of the countries that a name in any language, an ISO 3166 code, an M49 code or an IRI means; usually one. */
    Set<String> countries(Collection<String> values) {
        Set<String> all = new LinkedHashSet<>();
        values.forEach(value -> all.addAll(countries.computeIfAbsent(value, this::country)));
        return all;
    }

    /** IRIs of the countries and regions of a name or code; empty if there are none. */
    Set<String> places(String value) {
        return places.computeIfAbsent(value, this::place);
    }

    private Set<String> country(String value) {
        Set<String> byCode = new LinkedHashSet<>();
        for (String property : ISO) {
            byCode.addAll(withCode(Codes.of(property, value)));
        }
        if (byCode.isEmpty() && value.strip().matches("[0-9]{1,3}")) {
            // Spreadsheets take the zeros away that M49 begins with.
            byCode.addAll(withCode(
                    Codes.of(M49, "0".repeat(LONGEST_M49 - value.strip().length()) + value.strip())));
        }
        if (byCode.isEmpty()) {
            CountryNames.code(value).ifPresent(code -> byCode.addAll(withCode(Codes.of(ISO.getFirst(), code))));
        }
        return byCode.isEmpty() ? byName(value) : byCode;
    }

    private Set<String> byName(String value) {
        List<NameMatch> matches = names.search(
                NameQuery.matching(value).ofTypes(Set.of(ServedTypes.COUNTRY)).limit(3));
        Set<String> iris = new LinkedHashSet<>();
        for (NameMatch match : matches) {
            if (match.score() >= LEAST_LIKE
                    && match.score() == matches.getFirst().score()) {
                iris.add(match.thing().iri());
            }
        }
        return iris;
    }

    private Set<String> place(String value) {
        NameQuery query = NameQuery.matching(value)
                .ofTypes(LARGER)
                .typos(NameQuery.Typos.NEVER)
                .limit(10);
        Set<String> found = new LinkedHashSet<>();
        names.search(query).stream()
                .filter(match -> match.byCode() || match.score() == 1)
                .forEach(match -> found.add(match.thing().iri()));
        return found;
    }

    /**
     * Whether a thing lies in a place whose code by ISO 3166-2 is that of the thing's country with another code behind it, as
     * US-OR is the code of Oregon.
     *
     * @param code as {@link Codes} writes it
     */
    boolean isCoded(NamedThing thing, String code) {
        return thing.country().flatMap(this::alpha2).stream()
                .anyMatch(alpha2 -> thing.within().stream().anyMatch(place -> known(place)
                        .filter(found -> found.codes().contains(alpha2 + code))
                        .isPresent()));
    }

    private Optional<String> alpha2(String country) {
        String key = ISO.getFirst() + "=";
        return known(country).stream()
                .flatMap(found -> found.codes().stream())
                .filter(code -> code.startsWith(key))
                .map(code -> code.substring(key.length()))
                .findFirst();
    }

    private Optional<NamedThing> known(String iri) {
        return things.computeIfAbsent(iri, names::find);
    }

    private Set<String> withCode(String code) {
        Set<String> iris = new LinkedHashSet<>();
        names.withCode(code).stream()
                .filter(thing ->
                        Stream.of(ServedTypes.COUNTRY, ServedTypes.REGION).anyMatch(thing.types()::contains))
                .forEach(thing -> iris.add(thing.iri()));
        return iris;
    }
}
