package org.w3id.urbis.loader.linking;

import java.util.List;
import java.util.Optional;

/**
 * What a place is, or may be.
 *
 * @param link       the place it is; empty if none is sure enough
 * @param candidates those it may be if none is, the likeliest first
 * @param reason     why none is sure, as a sentence; empty if one is, or nothing was found
 */
record Verdict(Optional<PlaceMatch> link, List<PlaceMatch> candidates, String reason) {

    Verdict {
        candidates = List.copyOf(candidates);
    }

    static Verdict linked(PlaceMatch match) {
        return new Verdict(Optional.of(match), List.of(), "");
    }

    static Verdict nothing() {
        return new Verdict(Optional.empty(), List.of(), "");
    }

    static Verdict undecided(List<PlaceMatch> candidates, String reason) {
        return new Verdict(Optional.empty(), candidates, reason);
    }
}
