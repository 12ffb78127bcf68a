package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * The beginning of an answer, for a page that tells of more than one.
 *
 * @param columns names of the columns; none if there is no table
 * @param rows    the first rows; a cell without words is unbound
 * @param told    how much there is in all, or why nothing is shown, in words
 * @param href    where all of it is
 * @param tryIt   where the query is to be changed
 */
public record AnswerView(List<String> columns, List<List<Link>> rows, String told, String href, String tryIt) {}
