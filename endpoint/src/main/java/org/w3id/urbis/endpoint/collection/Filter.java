package org.w3id.urbis.endpoint.collection;

import java.util.List;
import org.apache.jena.sparql.path.Path;

/**
 * A parameter that keeps some things of a collection and leaves the others out.
 *
 * @param name        the parameter
 * @param subject     the name without what says how values are compared: {@code deadline} of {@code deadline-before}
 * @param path        from the thing to the values
 * @param type        what is compared
 * @param bound       how
 * @param spaces      what the IRIs of things begin with that a bare key may stand for, in the order they are tried
 * @param description what it means, a full sentence
 * @param example     a value that the shipped graph knows
 * @param obsolete    whether it goes by a property that is not to be used any more
 */
public record Filter(
        String name,
        String subject,
        Path path,
        FilterType type,
        Bound bound,
        List<String> spaces,
        String description,
        String example,
        boolean obsolete) {

    /** Copies the list. */
    public Filter {
        spaces = List.copyOf(spaces);
    }
}
