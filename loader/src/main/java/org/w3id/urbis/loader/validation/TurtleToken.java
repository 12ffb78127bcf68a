package org.w3id.urbis.loader.validation;

/**
 * A part of a text in Turtle, TriG, N-Triples or N-Quads, as it is written.
 *
 * @param kind  what it looks like
 * @param start the offset of its first character
 * @param end   the offset after its last character
 */
record TurtleToken(Kind kind, int start, int end) {

    /** What a token looks like. */
    enum Kind {
        /** An IRI in angle brackets, or what was begun as one and not closed on its line. */
        IRI,
        /** A text in quotation marks, without its language or datatype; it may lack its end. */
        TEXT,
        /** A prefixed name, a keyword or any other word that is not quoted. */
        WORD,
        /** A number. */
        NUMBER,
        /** A language or directive: a word after “@”. */
        AT_WORD,
        /** “^^”. */
        CARETS,
        /** “.”, the end of a statement. */
        DOT,
        /** Any other mark. */
        MARK
    }
}
