package org.w3id.urbis.loader.readform;

/** The parts of the file, in their order. All but the bytes of terms are whole numbers of 32 bits, little end first. */
enum Section {
    /** Where each term's bytes begin, and where the last ones end. */
    TERM_AT,
    /** The terms, as {@link TermBytes} writes them, padded to a multiple of four. */
    TERM_BYTES,
    /** A hash table: the number of a term, or -1. Its length is a power of two. */
    TERM_SLOTS,
    /** The names of datatypes, each ended by a zero byte, padded to a multiple of four. */
    DATATYPES,
    /** For each term where its triples begin in {@link #BY_SUBJECT}, in triples, and where the last ones end. */
    SUBJECT_AT,
    /** For each triple its property and value, sorted by subject, property, value. This is the order triples are counted in. */
    BY_SUBJECT,
    /** For each term where the triples with this property begin in {@link #BY_PROPERTY}. */
    PROPERTY_AT,
    /** For each triple its value, subject and number, sorted by property, value, subject. */
    BY_PROPERTY,
    /** For each term where the triples with this value begin in {@link #BY_VALUE}. */
    VALUE_AT,
    /** For each triple its subject, property and number, sorted by value, subject, property. */
    BY_VALUE,
    /** For each triple where its graphs begin in {@link #TRIPLE_GRAPHS}. */
    TRIPLE_GRAPHS_AT,
    /** For each triple the graphs it stands in, sorted. */
    TRIPLE_GRAPHS,
    /** The names of the graphs, sorted by number. */
    GRAPHS,
    /** For each graph where its triples begin in {@link #GRAPH_TRIPLES}. */
    GRAPH_TRIPLES_AT,
    /** For each graph the numbers of its triples, sorted. */
    GRAPH_TRIPLES,
    /** For each property: its number, how many subjects and how many values it has. */
    PROPERTIES,
    /** For each place its latitude and longitude in ten-millionths of a degree, and its number, sorted by these. */
    POINTS
}
