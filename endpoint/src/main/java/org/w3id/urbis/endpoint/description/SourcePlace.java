package org.w3id.urbis.endpoint.description;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * What a named graph was read from.
 *
 * @param graph    the graph
 * @param document the document, if the catalogue names one
 * @param heading  heading of the section, if any
 * @param lines    first and last line of the section, such as {@code 207-234}, if any
 * @param licenses IRIs of the licences under which the graph may be used
 */
public record SourcePlace(
        Node graph, Optional<Node> document, Optional<String> heading, Optional<String> lines, List<Node> licenses) {}
