package org.w3id.urbis.endpoint.negotiation;

/**
 * Which of the two content codings there are a client takes. RFC 9110, section 12.5.3.
 *
 * @param gzip     whether it takes gzip, at least as readily as an answer that is not compressed
 * @param identity whether it takes an answer that is not compressed
 */
public record ContentCodings(boolean gzip, boolean identity) {

    /** Reads an Accept-Encoding header that is there; an empty one takes nothing compressed. */
    public static ContentCodings of(String acceptEncoding) {
        double gzip = -1;
        double identity = -1;
        double others = -1;
        for (WeightedList.Entry entry : WeightedList.parse(acceptEncoding).entries()) {
            switch (entry.value()) {
                case "gzip", "x-gzip" -> gzip = Math.max(gzip, entry.weight());
                case "identity" -> identity = entry.weight();
                case "*" -> others = entry.weight();
                default -> {
                    // Codings that are not there.
                }
            }
        }
        double gzipWeight = gzip >= 0 ? gzip : Math.max(others, 0);
        boolean identityTaken = identity >= 0 ? identity > 0 : others != 0;
        // What is named outweighs what is not; where both are named, the weights decide, and gzip wins a tie.
        boolean preferred = identity <= gzipWeight;
        return new ContentCodings(gzipWeight > 0 && preferred, identityTaken);
    }
}
