package org.w3id.urbis.loader.entry;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.graph.Node;

/**
 * A property as a column.
 *
 * @param key      its name in the published context, which is the name of the column, such as {@code memberCount}
 * @param iri      its IRI
 * @param values   what its values are
 * @param kinds    the kinds of things it points to, as in {@code id/<kind>/}; empty if any or none
 * @param areas    whether it points to countries and regions of M49
 * @param nested   the class of the nodes it points to that have no name of their own
 * @param datatype the datatype of its values, if it has one that is not text, a date or a number
 */
record Property(
        String key,
        Node iri,
        ValueKind values,
        Set<String> kinds,
        boolean areas,
        Optional<Node> nested,
        Optional<RDFDatatype> datatype) {

    /** What the values of a property are. */
    enum ValueKind {
        /** Text in a language. */
        TEXT,
        /** Text in a language or in none. */
        NAME,
        /** Text as printed. */
        STRING,
        /** A year, month or day. */
        DATE,
        /** A whole number or one with a decimal point. */
        NUMBER,
        /** A literal of one datatype. */
        TYPED,
        /** A thing. */
        REFERENCE,
        /** A term of the ontology. */
        TERM,
        /** A node with properties of its own. */
        NESTED
    }

    /** Copies the kinds. */
    Property {
        Objects.requireNonNull(key, "key");
        kinds = Set.copyOf(kinds);
    }

    /** Whether it points to codes of one list or to areas alone, so that a label tells which. */
    boolean isOfList(CodeLists lists) {
        return kinds.size() == 1 && lists.isList(kinds.iterator().next());
    }
}
