package org.w3id.urbis.endpoint.collection;

/** What a filter compares. */
public enum FilterType {
    /** Other things, by IRI, key or code. */
    THING,
    /** Words, found anywhere in the text whatever their case and accents. */
    WORDS,
    /** Numbers. */
    NUMBER,
    /** Years, months or days. */
    DATE,
    /** Whether anything is said. */
    PRESENCE
}
