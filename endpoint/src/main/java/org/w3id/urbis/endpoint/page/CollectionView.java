package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * A page of a collection.
 *
 * @param title    what the things are called
 * @param path     where the collection is
 * @param about    what belongs to it
 * @param total    how many there are in all, for people
 * @param search   words searched for, empty if none
 * @param sorts    orders to choose from
 * @param kept     parameters that the form hands on
 * @param chosen   filters that are set; each leads to the list without it
 * @param facets   values to narrow the list by
 * @param columns  headings of the columns after the name
 * @param rows     the things on this page
 * @param pages    other pages of the list
 * @param forms    the same list as data
 * @param compared whether things of the list can be chosen to be set side by side
 */
public record CollectionView(
        Text title,
        String path,
        Text about,
        String total,
        String search,
        List<Choice> sorts,
        List<Hidden> kept,
        List<Link> chosen,
        List<Facet> facets,
        List<Text> columns,
        List<Row> rows,
        List<Link> pages,
        List<Link> forms,
        boolean compared) {

    /**
     * One of several to choose from.
     *
     * @param value    as it stands in the address
     * @param label    for people
     * @param selected whether it is the one now
     */
    public record Choice(String value, String label, boolean selected) {}

    /**
     * A parameter that is handed on unseen.
     *
     * @param name  its name
     * @param value its value
     */
    public record Hidden(String name, String value) {}

    /**
     * Values that things in the list have.
     *
     * @param name   what they are values of
     * @param values the commonest first
     */
    public record Facet(Text name, List<FacetValue> values) {}

    /**
     * A value and how many things in the list have it.
     *
     * @param link   the value, leading to the list narrowed by it
     * @param number how many
     */
    public record FacetValue(Link link, String number) {}

    /**
     * A thing.
     *
     * @param iri   its IRI
     * @param name  leading to its page
     * @param cells what stands in each column; a link without address is only words
     */
    public record Row(String iri, Link name, List<List<Link>> cells) {}
}
