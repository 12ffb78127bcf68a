package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * All collections.
 *
 * @param kinds the collections
 * @param forms the same list as data
 */
public record CollectionsView(List<Entry> kinds, List<Link> forms) {

    /**
     * A collection.
     *
     * @param name   what its things are called, leading to it
     * @param about  what belongs to it
     * @param number how many there are, for people
     */
    public record Entry(Link name, Text about, String number) {}
}
