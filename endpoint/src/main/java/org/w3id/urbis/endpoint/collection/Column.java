package org.w3id.urbis.endpoint.collection;

import org.apache.jena.sparql.path.Path;

/**
 * A column of a table of things.
 *
 * @param name in camel case: {@code committedBy}
 * @param path from the thing to the values
 * @param type what the values are
 */
public record Column(String name, Path path, FilterType type) {}
