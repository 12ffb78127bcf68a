package org.w3id.urbis.loader.linking;

/**
 * How many cities of a source were found among those known.
 *
 * @param linked  found, for sure enough
 * @param unsure  that may be some known city, and were left apart
 * @param unknown of which nothing was found
 */
public record LinkCount(int linked, int unsure, int unknown) {

    /** No cities. */
    public static final LinkCount NONE = new LinkCount(0, 0, 0);

    /**
     * Adds another count.
     *
     * @param other the other
     * @return both together
     */
    public LinkCount plus(LinkCount other) {
        return new LinkCount(linked + other.linked, unsure + other.unsure, unknown + other.unknown);
    }
}
