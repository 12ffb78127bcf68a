package org.w3id.urbis.shapes;

import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.lib.ShLib;

/**
 * What makes shapes ill-formed: a statement of the shapes graph that SHACL does not allow.
 *
 * @param kind     what is wrong
 * @param shape    the shape, constraint or validator it is said of
 * @param property the property of the statement
 * @param value    the value of the statement; empty if one is missing
 * @param detail   what the kind says of its detail; empty if it says nothing
 * @param line     the line within the text of a query, counted from 1; 0 if the fault is in no query
 * @param column   the column within that line, counted from 1; 0 if it is not known
 * @see <a href="https://www.w3.org/TR/shacl/#syntax-rules">SHACL, appendix B, Summary of SHACL Syntax Rules</a>
 */
public record ShapeFault(
        Kind kind, Node shape, Node property, Optional<Node> value, String detail, int line, int column) {

    ShapeFault(Kind kind, Node shape, Node property, Optional<Node> value, String detail) {
        this(kind, shape, property, value, detail, 0, 0);
    }

    /** Kinds of faults. */
    public enum Kind {
        /** A shape is referred to of which the shapes graph says nothing. */
        MISSING_SHAPE,
        /** There is more than one value where one is allowed. */
        TOO_MANY,
        /** The value is of the wrong kind; the detail is the name of the kind that is wanted. */
        WRONG_TERM,
        /** The value is no property path. */
        NO_PATH,
        /** What sh:property points to has no path. */
        PATHLESS,
        /** A node shape has a path. */
        PATH_OF_NODE_SHAPE,
        /** The property only makes sense in a shape with a path. */
        NEEDS_PATH,
        /** The property needs another one beside it; the detail is the other one. */
        INCOMPLETE,
        /** The value is no regular expression; the detail is what the library says. */
        BAD_PATTERN,
        /** The value is no SPARQL query; the detail is what the parser says. */
        BAD_QUERY,
        /** The query has a form that SHACL does not allow; the detail is the form. */
        FORBIDDEN_QUERY,
        /** The query of a constraint does not return the variable in the detail. */
        UNRETURNED_VARIABLE,
        /** The shapes ask for an entailment regime, and none is supported. */
        ENTAILMENT,
        /** The engine refuses the shapes for a reason of its own, which is the detail. */
        REFUSED
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + ShLib.displayStr(shape) + " "
                + ShLib.displayStr(property)
                + value.map(node -> " " + ShLib.displayStr(node)).orElse("")
                + (detail.isEmpty() ? "" : " (" + detail + ")");
    }
}
