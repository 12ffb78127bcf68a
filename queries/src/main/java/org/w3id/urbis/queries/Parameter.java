package org.w3id.urbis.queries;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * A blank that a question leaves for its asker to fill.
 *
 * @param name        the name of the variable in the query, without the question mark
 * @param type        what may be put in
 * @param defaults    the values that stand in the query's own {@code VALUES} block; empty if it is left open
 * @param several     whether more than one value may be given
 * @param description what it means, in a few words
 */
public record Parameter(String name, ParameterType type, List<Node> defaults, boolean several, String description) {

    /** Copies the defaults. */
    public Parameter {
        defaults = List.copyOf(defaults);
    }
}
