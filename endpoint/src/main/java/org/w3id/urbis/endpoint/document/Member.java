package org.w3id.urbis.endpoint.document;

import org.apache.jena.graph.Node;

/**
 * How one property is written in documents: a line of the published context.
 *
 * @param name     the name in JSON
 * @param property the property it stands for
 * @param form     what its values look like
 * @param datatype IRI of the datatype that plain strings have; empty if they are plain text
 * @param many     whether the value is always an array, because there may be several
 * @param place    its place among the members of a document, from 0
 */
public record Member(String name, Node property, Form form, String datatype, boolean many, int place) {

    /** What values look like. */
    public enum Form {
        /** Other things, as objects with {@code id} and name. */
        REFERENCE,
        /** Words of the ontology, by their names in the context, such as {@code "deadline"}. */
        WORD,
        /** Text by language: an object whose members are language tags, {@code @none} for text without one. */
        TEXT,
        /** Strings, numbers, truth values; what is none of these by itself as an object with {@code @value}. */
        VALUE
    }
}
