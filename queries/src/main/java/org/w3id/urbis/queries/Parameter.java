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
 * @param kinds       the classes or code lists of whose members it names one; empty if it may be any value of the type
 */
public record Parameter(
        String name, ParameterType type, List<Node> defaults, boolean several, String description, List<Node> kinds) {

    /** Copies the lists. */
    public Parameter {
        defaults = List.copyOf(defaults);
        kinds = List.copyOf(kinds);
    }

    /** The same, which names a member of some classes or code lists. */
    Parameter among(List<Node> wanted) {
        return new Parameter(name, type, defaults, several, description, wanted);
    }
}
