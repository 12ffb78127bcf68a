package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * Features, or collections of them, as a table.
 *
 * @param title   what they are called
 * @param about   what belongs to them
 * @param links   where to go from here
 * @param columns headings
 * @param rows    cells; a link without address is only words
 * @param pages   other pages of the table
 */
public record FeaturesView(
        Text title, Text about, List<Link> links, List<Text> columns, List<List<Link>> rows, List<Link> pages) {}
