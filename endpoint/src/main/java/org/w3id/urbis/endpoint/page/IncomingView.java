package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * Those that refer to a thing by one property.
 *
 * @param property the property
 * @param count    how many, as words
 * @param links    those shown
 * @param cut      whether some are left out
 * @param allHref  query for all of them
 */
public record IncomingView(Link property, String count, List<Link> links, boolean cut, String allHref) {}
