package org.w3id.urbis.loader.linking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds which known place another one is.
 *
 * <p>An identifier that both bear decides. Otherwise a place has to bear the name in the same country, and lie in the state that
 * stands behind the name. Where both have a
 * position, the score falls from 1 at ten kilometres or less to nothing at fifty; where not, it is the more the closer the
 * numbers of inhabitants are. A form of the name counts for less than the name, and a name with a letter less for still less; it
 * is looked at only where no place has a form of the name. A score below 0.8 decides nothing, and neither does one that another
 * place comes close to, unless of those only one has identifiers: the others were left apart by a tracker that tells of them.
 */
final class PlaceMatcher {

    /** Scores below this decide nothing. */
    static final double SURE = 0.8;

    private static final double CLEARLY_BETTER = 0.08;
    private static final double NEAR_KM = 10;
    private static final double FAR_KM = 50;
    private static final double FORM_OF_THE_NAME = 0.96;
    private static final double NEAR_SPELLING = 0.92;

    /** What one place may be taken for although one counts its inhabitants much more widely than the other. */
    private static final long WIDER_COUNT = 50;

    private static final int MOST_CANDIDATES = 5;

    private final PlaceIndex index;

    PlaceMatcher(PlaceIndex index) {
        this.index = index;
    }

    Verdict judge(Place wanted) {
        List<Place> identified = wanted.identifiers().stream()
                .flatMap(identifier -> index.identified(identifier).stream())
                .distinct()
                .toList();
        if (identified.size() == 1) {
            Place place = identified.getFirst();
            return Verdict.linked(new PlaceMatch(place, "same-code", 1, wanted.distanceKm(place)));
        }
        if (wanted.country() == null) {
            return Verdict.nothing();
        }
        List<PlaceMatch> matches = byName(wanted);
        if (matches.isEmpty()) {
            return Verdict.nothing();
        }
        PlaceMatch best = matches.getFirst();
        List<PlaceMatch> shown = matches.subList(0, Math.min(matches.size(), MOST_CANDIDATES));
        if (best.score() < SURE) {
            return Verdict.undecided(
                    shown,
                    best.distanceKm().isPresent()
                            ? "The nearest place of the name is too far away."
                            : wanted.inhabitants() > 0
                                    ? "The numbers of inhabitants are too different."
                                    : "Nothing but the name tells which place it is.");
        }
        return clear(matches)
                .map(Verdict::linked)
                .orElseGet(() -> Verdict.undecided(shown, "Several places of the name fit."));
    }

    /** The one that fits, if no other fits about as well. What only another tracker tells of is no other than what a register has. */
    private static Optional<PlaceMatch> clear(List<PlaceMatch> matches) {
        PlaceMatch best = matches.getFirst();
        List<PlaceMatch> close = matches.stream()
                .filter(match -> best.score() - match.score() < CLEARLY_BETTER)
                .toList();
        if (close.size() == 1) {
            return Optional.of(best);
        }
        List<PlaceMatch> registered = close.stream()
                .filter(match -> !match.place().identifiers().isEmpty())
                .toList();
        return registered.size() == 1 && registered.getFirst().score() >= SURE
                ? Optional.of(registered.getFirst())
                : Optional.empty();
    }

    /** All places of the name in the country that are not out of the question, the likeliest first. */
    private List<PlaceMatch> byName(Place wanted) {
        Map<Place, Double> names = new LinkedHashMap<>();
        wanted.folded().forEach(name -> index.named(wanted.country(), name).forEach(place -> names.put(place, 1.0)));
        wanted.variants().forEach(name -> index.named(wanted.country(), name)
                .forEach(place -> names.putIfAbsent(place, FORM_OF_THE_NAME)));
        if (names.isEmpty()) {
            wanted.nearSpellings().forEach(name -> index.named(wanted.country(), name)
                    .forEach(place -> names.put(place, NEAR_SPELLING)));
        }
        names.keySet().retainAll(inNamedState(wanted, names.keySet()));
        boolean only = names.size() == 1;
        List<PlaceMatch> matches = new ArrayList<>();
        names.forEach((place, name) -> {
            OptionalDouble distance = wanted.distanceKm(place);
            double score = distance.isPresent()
                    ? name * byDistance(wanted, place, distance.getAsDouble())
                    : bySize(wanted, place, name, only);
            if (score > 0 && !place.iri().equals(wanted.iri())) {
                matches.add(new PlaceMatch(place, method(wanted, name, distance, names.size()), score, distance));
            }
        });
        matches.sort(Comparator.comparingDouble(PlaceMatch::score)
                .reversed()
                .thenComparing(match -> match.place().iri().toString()));
        return matches;
    }

    /** Those of some places that may lie in the state that stands behind the name, if that is one of the country. */
    private Set<Place> inNamedState(Place wanted, Set<Place> places) {
        Set<String> states = wanted.states();
        states.removeIf(code -> !index.hasDivision(wanted.country(), code));
        return places.stream()
                .filter(place -> states.isEmpty()
                        || place.divisions().isEmpty()
                        || place.divisions().stream().anyMatch(states::contains))
                .collect(Collectors.toSet());
    }

    private static String method(Place wanted, double name, OptionalDouble distance, int places) {
        if (distance.isPresent()) {
            return "name-country-distance";
        }
        if (wanted.inhabitants() > 0) {
            return "name-country-population";
        }
        return places == 1 && name == 1.0 ? "unique-name-and-country" : "alternative-name";
    }

    private static double byDistance(Place one, Place other, double km) {
        double near = km <= NEAR_KM ? 1 : Math.max(0, 1 - (km - NEAR_KM) / (FAR_KM - NEAR_KM));
        double likeness = one.inhabitants() > 0 && other.inhabitants() > 0 ? likeness(one, other) : 0.5;
        return near * (0.85 + 0.15 * likeness);
    }

    /** Numbers of inhabitants differ by where the boundary is drawn, by a factor of five and more. */
    private static double bySize(Place one, Place other, double name, boolean only) {
        if (one.inhabitants() == 0 || other.inhabitants() == 0) {
            // The only one of a form of the name is it, as the one of the name is.
            return only && name >= FORM_OF_THE_NAME ? 0.82 : name * (one.inhabitants() == 0 ? 0.82 : 0.78);
        }
        double likeness = likeness(one, other);
        double score = name * (likeness >= 0.2 ? 0.85 + 0.1 * likeness : likeness >= 0.1 ? 0.8 : 4 * likeness);
        // Of the only place of the name in its country, a larger number is one with all that lies around.
        boolean wider = only
                && name == 1.0
                && one.inhabitants() > other.inhabitants()
                && one.inhabitants() <= WIDER_COUNT * other.inhabitants();
        return wider ? Math.max(SURE, score) : score;
    }

    /** How much alike the numbers of inhabitants are, from 0 to 1. */
    private static double likeness(Place one, Place other) {
        return (double) Math.min(one.inhabitants(), other.inhabitants())
                / Math.max(one.inhabitants(), other.inhabitants());
    }
}
