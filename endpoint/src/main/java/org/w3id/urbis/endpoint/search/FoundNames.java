package org.w3id.urbis.endpoint.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3id.urbis.endpoint.portrait.MainKind;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.names.NameMatch;
import org.w3id.urbis.loader.names.NameQuery;

/**
 * What the index of names holds that is like some words.
 *
 * @param matches the most alike first, {@link #MOST} at most
 * @param total   how many there are in all
 */
record FoundNames(List<NameMatch> matches, int total) {
    /** The most that are put in order and counted by kind: who sees more than these writes more of the name. */
    static final int MOST = 1_000;

    /** Looks words up; finds nothing by none. */
    static FoundNames of(NameIndex index, String words, int most) {
        if (words.isBlank()) {
            return new FoundNames(List.of(), 0);
        }
        NameQuery asked = NameQuery.of(words).limit(most);
        List<NameMatch> matches = index.search(asked);
        return new FoundNames(matches, matches.size() < most ? matches.size() : index.count(asked));
    }

    /** Whether some are left out. */
    boolean isCut() {
        return total > matches.size();
    }

    /** How many of them are of each kind. */
    Map<MainKind, Integer> counts() {
        Map<MainKind, Integer> counts = new EnumMap<>(MainKind.class);
        matches.forEach(match -> counts.merge(kind(match), 1, Integer::sum));
        return counts;
    }

    /** Those of a kind, or all. */
    List<NameMatch> of(Optional<MainKind> kind) {
        return matches.stream()
                .filter(match -> kind.isEmpty() || kind(match) == kind.get())
                .toList();
    }

    /** What a match is. */
    static MainKind kind(NameMatch match) {
        return MainKind.of(match.thing().types());
    }
}
