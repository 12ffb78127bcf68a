package org.w3id.urbis.endpoint.negotiation;

import java.util.List;
import java.util.Optional;

/** Chooses a representation by the Accept header. RFC 9110, section 12.5.1. */
public final class Negotiation {
    private Negotiation() {}

    /**
     * Chooses among offers.
     *
     * @param accept the header, several joined by commas; empty if there is none, which means anything
     * @param offers what there is, best first: the order decides between equal weights
     * @return the choice, or empty if the client wants none of them
     */
    public static Optional<Choice> choose(String accept, List<Representation> offers) {
        WeightedList ranges = WeightedList.parse(accept);
        if (ranges.entries().isEmpty()) {
            return Optional.of(Choice.of(offers.getFirst()));
        }
        Choice best = null;
        double bestWeight = 0;
        for (Representation offer : offers) {
            double weight = weight(ranges, offer.mediaType());
            if (weight > bestWeight) {
                best = Choice.of(offer);
                bestWeight = weight;
            }
        }
        for (Representation offer : offers) {
            for (String alias : offer.aliases()) {
                double weight = exactWeight(ranges, alias);
                if (weight > bestWeight) {
                    best = new Choice(offer, alias);
                    bestWeight = weight;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** The weight of the most specific range that a media type falls in; 0 if none. */
    private static double weight(WeightedList ranges, String mediaType) {
        String anySubtype = mediaType.substring(0, mediaType.indexOf('/') + 1) + "*";
        for (String range : List.of(mediaType, anySubtype, "*/*")) {
            for (WeightedList.Entry entry : ranges.entries()) {
                if (entry.value().equals(range)) {
                    return entry.weight();
                }
            }
        }
        return 0;
    }

    /** Aliases count only when named in full: a wildcard is better served by the proper media type. */
    private static double exactWeight(WeightedList ranges, String mediaType) {
        return ranges.entries().stream()
                .filter(entry -> entry.value().equals(mediaType))
                .mapToDouble(WeightedList.Entry::weight)
                .findFirst()
                .orElse(0);
    }
}
