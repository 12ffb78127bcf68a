package org.w3id.urbis.endpoint.collection;

/**
 * By what a collection is sorted. Things that have nothing to be sorted by come last either way; those that are equal stand
 * in the order of their IRIs.
 *
 * @param key        {@link #NAME}, {@link #ID}, {@link #RELEVANCE} or the subject of a filter on dates or numbers
 * @param descending whether the largest comes first
 */
public record Sort(String key, boolean descending) {
    /** By name, in the language asked for. */
    public static final String NAME = "name";
    /** By IRI, which costs nothing. */
    public static final String ID = "id";
    /** By how well the name suits the words searched for. */
    public static final String RELEVANCE = "relevance";

    /** As it stands in a request: {@code name}, {@code -deadline}. */
    String text() {
        return (descending ? "-" : "") + key;
    }
}
