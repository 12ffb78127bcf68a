package org.w3id.urbis.endpoint.reconciliation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.urbis.endpoint.reconciliation.Condition.Quantifier;
import org.w3id.urbis.endpoint.reconciliation.Condition.Target;
import org.w3id.urbis.endpoint.reconciliation.Feature.Kind;
import org.w3id.urbis.loader.names.Name;
import org.w3id.urbis.loader.names.NamedThing;

/**
 * Makes one score of the likeness of a name and of all else that is known: the likeness is taken as it is, and whatever
 * contradicts takes its share away.
 */
final class Scoring {

    private static final double ANOTHER_COUNTRY = 0.4;
    private static final double COUNTRY_UNKNOWN = 0.9;
    private static final double ANOTHER_PLACE = 0.6;
    private static final double ANOTHER_VALUE = 0.75;
    private static final double ANOTHER_IDENTIFIER = 0.7;
    /** What distance and inhabitants must leave of the score to count as agreement. */
    private static final double CLOSE = 0.95;

    private final MatchQuery query;
    private final Hints hints;
    private final Evidence evidence;

    Scoring(MatchQuery query, Hints hints, Evidence evidence) {
        this.query = query;
        this.hints = hints;
        this.evidence = evidence;
    }

    /** What a condition that does not count towards the score still decides: whether a thing is a candidate at all. */
    boolean admits(NamedThing thing) {
        return query.conditions().stream()
                .filter(condition -> condition.required() || condition.quantifier() == Quantifier.NONE)
                .allMatch(condition -> agrees(thing, condition).orElse(condition.quantifier() == Quantifier.NONE));
    }

    private Optional<Boolean> agrees(NamedThing thing, Condition condition) {
        if (!Terms.MEASURED.contains(condition.property())) {
            return evidence.agrees(thing, condition);
        }
        List<Feature> unused = new ArrayList<>();
        double share =
                condition.property().equals(Terms.POPULATION) ? population(thing, unused) : distance(thing, unused);
        return unused.isEmpty() ? Optional.empty() : Optional.of(share >= CLOSE);
    }

    /**
     * Scores a thing.
     *
     * @param likeness how much its name is like the one asked for, 0 to 1
     * @param name     the name that is, if any
     */
    Candidate score(NamedThing thing, double likeness, Optional<Name> name) {
        List<Feature> features = new ArrayList<>();
        double factor = 1;
        boolean certain = false;
        int compared = 0;
        int agreeing = 0;
        for (Condition condition : query.conditions()) {
            if (condition.target() == Target.NAME || Terms.MEASURED.contains(condition.property())) {
                continue;
            }
            Optional<Boolean> agrees = evidence.agrees(thing, condition);
            if (isCountry(condition)) {
                factor *= agrees.map(same -> same ? 1 : ANOTHER_COUNTRY)
                        .orElse(hints.countries().isEmpty() ? 1 : COUNTRY_UNKNOWN);
                agrees.ifPresent(same -> features.add(new Feature(Kind.COUNTRY, same)));
            } else if (condition.property().equals(Terms.WITHIN)) {
                factor *= agrees.map(same -> same ? 1 : ANOTHER_PLACE).orElse(1.0);
                agrees.ifPresent(same -> features.add(new Feature(Kind.WITHIN, same)));
            } else if (isIdentifying(condition)) {
                certain |= agrees.orElse(false);
                factor *= agrees.map(same -> same ? 1 : ANOTHER_IDENTIFIER).orElse(1.0);
                agrees.ifPresent(same -> features.add(new Feature(Kind.IDENTIFIER, same)));
            } else if (agrees.isPresent()) {
                compared++;
                agreeing += agrees.get() ? 1 : 0;
                factor *= agrees.get() ? 1 : ANOTHER_VALUE;
            }
        }
        if (compared > 0) {
            features.add(new Feature(Kind.PROPERTY, (double) agreeing / compared));
        }
        factor *= distance(thing, features) * population(thing, features);
        common(thing, likeness, name, features);
        double score = certain ? 1 : likeness * factor;
        return new Candidate(thing, likeness, Math.round(score * 1000) / 10.0, certain, distinct(features), false);
    }

    private static boolean isCountry(Condition condition) {
        return condition.property().equals(Terms.COUNTRY);
    }

    private static boolean isIdentifying(Condition condition) {
        return condition.target() == Target.ID || Terms.IDENTIFIERS.contains(condition.property());
    }

    private void common(NamedThing thing, double likeness, Optional<Name> name, List<Feature> features) {
        features.addFirst(new Feature(Kind.NAME, Math.round(likeness * 1000) / 10.0));
        name.ifPresent(one -> features.add(new Feature(Kind.ALIAS, one.role() != Name.Role.PREFERRED)));
        if (!query.types().isEmpty()) {
            features.add(new Feature(Kind.TYPE, query.types().stream().anyMatch(thing.types()::contains)));
        }
        features.add(new Feature(Kind.WEIGHT, Math.round(thing.weight() * 100) / 100.0));
    }

    /** Near is as good as the name; a city some way off may still be meant, because its middle is anybody's guess. */
    private double distance(NamedThing thing, List<Feature> features) {
        if (hints.position().isEmpty() || thing.position().isEmpty()) {
            return 1;
        }
        double km = hints.position().get().distanceKm(thing.position().get());
        features.add(new Feature(Kind.DISTANCE, Math.round(km * 10) / 10.0));
        if (km <= 15) {
            return 1;
        }
        return km <= 40 ? 0.95 : km <= 100 ? 0.8 : 0.4;
    }

    /** Counts of inhabitants differ by year and by what is counted; tenfold is another place. */
    private double population(NamedThing thing, List<Feature> features) {
        if (hints.population().isEmpty() || hints.population().getAsDouble() <= 0 || thing.population() <= 0) {
            return 1;
        }
        double share = thing.population() / hints.population().getAsDouble();
        features.add(new Feature(Kind.POPULATION, Math.round(share * 1000) / 1000.0));
        double apart = Math.abs(Math.log10(share));
        return apart <= 0.5 ? 1 : apart <= 1 ? 0.95 : 0.85;
    }

    /** One of each kind: the id of a feature stands once in an answer. */
    private static List<Feature> distinct(List<Feature> features) {
        Set<Kind> seen = EnumSet.noneOf(Kind.class);
        return features.stream().filter(feature -> seen.add(feature.kind())).toList();
    }
}
