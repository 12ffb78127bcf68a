package org.w3id.urbis.endpoint.collection;

import java.util.List;
import org.apache.jena.sparql.path.Path;

/**
 * What a thing can be asked for: one property, or a path of several.
 *
 * @param name        in lower case with dashes: {@code committed-by}
 * @param path        from the thing to the values
 * @param type        what the values are
 * @param spaces      what the IRIs of things begin with that a bare key may stand for
 * @param description what it means, a full sentence
 */
record Subject(String name, Path path, FilterType type, List<String> spaces, String description) {
    /** Copies the list. */
    Subject {
        spaces = List.copyOf(spaces);
    }
}
