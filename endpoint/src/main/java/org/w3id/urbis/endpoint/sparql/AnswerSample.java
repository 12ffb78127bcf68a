package org.w3id.urbis.endpoint.sparql;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * The beginning of an answer, and how much there is of it.
 *
 * @param columns names of the columns; none for a graph or a verdict
 * @param rows    the first rows, by column; what is unbound is absent
 * @param count   rows or statements in all; 1 for yes, 0 for no
 * @param more    whether counting stopped there, because nobody needs to know how many more there are
 * @param form    in lower case {@code select}, {@code ask}, {@code construct} or {@code describe}
 */
public record AnswerSample(List<String> columns, List<Map<String, Node>> rows, long count, boolean more, String form) {}
