package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * A page of those that refer to a thing by one property.
 *
 * @param thing    the thing
 * @param property the property
 * @param count    how many there are, as words
 * @param links    those on this page
 * @param position which page this is, as words
 * @param previous the page before; empty if this is the first
 * @param next     the page after; empty if this is the last
 */
public record ReferencesView(
        Link thing, Link property, String count, List<Link> links, String position, String previous, String next) {}
