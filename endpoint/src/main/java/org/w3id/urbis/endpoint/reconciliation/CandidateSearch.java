package org.w3id.urbis.endpoint.reconciliation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.sparql.core.DatasetGraph;
import org.w3id.urbis.endpoint.reconciliation.Condition.Quantifier;
import org.w3id.urbis.endpoint.reconciliation.Condition.Target;
import org.w3id.urbis.loader.names.Codes;
import org.w3id.urbis.loader.names.Name;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.names.NameMatch;
import org.w3id.urbis.loader.names.NameQuery;
import org.w3id.urbis.loader.names.NamedThing;
import org.w3id.urbis.loader.names.Similarity;

/** Finds the things that a client may mean, in one revision. Made for one batch, and used by one thread. */
final class CandidateSearch {

    /** Things that are scored for each name asked for. */
    private static final int POOL = 25;
    /** If no name in the country is as like as this, the name is looked for elsewhere too. */
    private static final double LIKE_ENOUGH = 0.9;
    /** What a name loses when nobody knows what stands behind it: little in the country asked for, more anywhere. */
    private static final double QUALIFIER_UNKNOWN = 0.97;

    private static final double QUALIFIER_UNKNOWN_ANYWHERE = 0.89;

    private static final double QUALIFIER_CONTRADICTS = 0.6;
    private static final double COMMON_NAME = 0.98;
    /** What counts where no name is given to compare. */
    private static final double WITHOUT_A_NAME = 0.5;

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::score)
            .thenComparingDouble(candidate -> candidate.thing().weight())
            .reversed()
            .thenComparing(candidate -> candidate.thing().iri());

    private final NameIndex names;
    private final PlaceResolver places;
    private final GraphValues values;
    private final Evidence evidence;

    CandidateSearch(NameIndex names, DatasetGraph graph) {
        this.names = names;
        this.places = new PlaceResolver(names);
        this.values = new GraphValues(graph);
        this.evidence = new Evidence(places, names, values);
    }

    /** A thing with the name by which it was found. */
    private record Found(NamedThing thing, double likeness, Optional<Name> name) {
        Found better(Found other) {
            return other.likeness() > likeness ? other : this;
        }
    }

    /**
     * Finds candidates.
     *
     * @return the best first, at most as many as asked for; the first alone may be a match
     */
    List<Candidate> find(MatchQuery query) {
        if (query.conditions().isEmpty()) {
            return List.of();
        }
        Hints hints = Hints.of(query, places);
        Map<String, Found> pool = new LinkedHashMap<>();
        byId(query).forEach(thing -> put(pool, new Found(thing, 1, Optional.empty())));
        List<AskedName> asked = query.names().stream().map(AskedName::of).toList();
        asked.forEach(name -> byName(pool, name, query, hints));
        if (asked.isEmpty() && pool.isEmpty()) {
            byValues(query, hints).forEach(thing -> put(pool, new Found(thing, WITHOUT_A_NAME, Optional.empty())));
        }
        Scoring scoring = new Scoring(query, hints, evidence);
        List<Candidate> scored = pool.values().stream()
                .filter(found -> isOfType(found.thing(), query) && scoring.admits(found.thing()))
                .map(found -> scoring.score(found.thing(), found.likeness(), found.name()))
                .filter(candidate -> candidate.score() > 0)
                .sorted(BEST_FIRST)
                .toList();
        List<Candidate> decided = MatchDecision.of(scored, !asked.isEmpty());
        return decided.subList(0, Math.min(query.limit(), decided.size()));
    }

    private static void put(Map<String, Found> pool, Found found) {
        pool.merge(found.thing().iri(), found, Found::better);
    }

    private static boolean isOfType(NamedThing thing, MatchQuery query) {
        return query.types().isEmpty()
                ? !ServedTypes.of(thing.types()).isEmpty()
                : query.types().stream().anyMatch(thing.types()::contains);
    }

    /** Those that an identifier or the id itself names. */
    private Set<NamedThing> byId(MatchQuery query) {
        Set<NamedThing> things = new LinkedHashSet<>();
        for (Condition condition : query.conditions()) {
            boolean identifies = condition.target() == Target.ID || Terms.IDENTIFIERS.contains(condition.property());
            if (identifies && condition.quantifier() != Quantifier.NONE) {
                for (String value : condition.values()) {
                    names.find(value.strip()).ifPresent(things::add);
                    if (condition.target() == Target.PROPERTY) {
                        things.addAll(names.withCode(Codes.plain(value)));
                        Codes.host(value).ifPresent(host -> things.addAll(names.withCode(host)));
                    }
                }
            }
        }
        return things;
    }

    private void byName(Map<String, Found> pool, AskedName asked, MatchQuery query, Hints hints) {
        Map<String, Found> found = new LinkedHashMap<>();
        Set<String> types = typesOf(query);
        search(found, asked, types, hints.countries());
        if (!hints.countries().isEmpty() && best(found) < LIKE_ENOUGH) {
            // Elsewhere only the very name is of interest.
            search(found, asked, types, Set.of(), NameQuery.Typos.NEVER);
        }
        if (types.contains(ServedTypes.COUNTRY)) {
            places.countries(List.of(asked.whole())).stream()
                    .map(names::find)
                    .flatMap(Optional::stream)
                    .forEach(country -> put(found, new Found(country, COMMON_NAME, Optional.empty())));
        }
        if (asked.isQualified()) {
            qualify(
                    found,
                    new Qualifiers(asked, places),
                    hints.countries().isEmpty() ? QUALIFIER_UNKNOWN_ANYWHERE : QUALIFIER_UNKNOWN);
        }
        found.values().forEach(one -> put(pool, one));
    }

    private static Set<String> typesOf(MatchQuery query) {
        return query.types().isEmpty() ? Set.copyOf(ServedTypes.all()) : query.types();
    }

    /** Looks for the name as it is, and only if it is not there for names like it. */
    private void search(Map<String, Found> pool, AskedName asked, Set<String> types, Set<String> countries) {
        search(pool, asked, types, countries, NameQuery.Typos.NEVER);
        if (best(pool) < Similarity.SAME_CORE) {
            search(pool, asked, types, countries, NameQuery.Typos.ALWAYS);
        }
    }

    private void search(
            Map<String, Found> pool, AskedName asked, Set<String> types, Set<String> countries, NameQuery.Typos typos) {
        for (String text : asked.isQualified() ? List.of(asked.whole(), asked.main()) : List.of(asked.whole())) {
            NameQuery query = new NameQuery(text, types, countries, Set.of(), false, typos, POOL);
            names.search(query).forEach(match -> put(pool, found(match)));
        }
    }

    private static double best(Map<String, Found> pool) {
        return pool.values().stream().mapToDouble(Found::likeness).max().orElse(0);
    }

    private static Found found(NameMatch match) {
        return new Found(match.thing(), match.score(), Optional.of(match.name()));
    }

    /** Takes from those that do not lie where the rest of the name says a part of their likeness. */
    private static void qualify(Map<String, Found> pool, Qualifiers qualifiers, double unknown) {
        boolean someFit = pool.values().stream()
                .anyMatch(found -> found.likeness() >= LIKE_ENOUGH && qualifiers.fit(found.thing()));
        double share = someFit || qualifiers.nameAPlace() ? QUALIFIER_CONTRADICTS : unknown;
        pool.replaceAll((iri, found) -> qualifiers.fit(found.thing())
                ? found
                : new Found(found.thing(), found.likeness() * share, found.name()));
    }

    /** Without a name or an identifier: what has the entity that is given as a value, or lies in the place; widest known first. */
    private List<NamedThing> byValues(MatchQuery query, Hints hints) {
        Set<String> within = new LinkedHashSet<>();
        Set<NamedThing> things = new LinkedHashSet<>();
        query.of(Target.PROPERTY)
                .filter(condition -> condition.quantifier() != Quantifier.NONE)
                .forEach(condition -> condition.values().forEach(value -> {
                    if (condition.property().equals(Terms.WITHIN)) {
                        within.addAll(places.places(value));
                    }
                    values.having(condition.property(), value, MatchQuery.LARGEST_LIMIT).stream()
                            .map(names::find)
                            .flatMap(Optional::stream)
                            .forEach(things::add);
                }));
        if (things.isEmpty() && !(hints.countries().isEmpty() && within.isEmpty())) {
            NameQuery all = NameQuery.of("")
                    .ofTypes(typesOf(query))
                    .inCountries(hints.countries())
                    .within(within)
                    .limit(MatchQuery.LARGEST_LIMIT);
            names.search(all).stream().map(NameMatch::thing).forEach(things::add);
        }
        return List.copyOf(things);
    }
}
