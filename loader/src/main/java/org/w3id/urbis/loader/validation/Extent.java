package org.w3id.urbis.loader.validation;

import org.w3id.urbis.loader.validation.TurtleToken.Kind;

/** Finds where that ends which begins at a place, so that all of it can be marked or replaced. */
final class Extent {

    private final SourceText source;
    private final RdfFormat format;

    Extent(SourceText source, RdfFormat format) {
        this.source = source;
        this.format = format;
    }

    /**
     * Adds the end of the term, mark or tag that begins at a place.
     *
     * @param place a place in the text, or one whose line is not known
     * @return the place with its end; as it was if it has one, or nothing begins there
     */
    Position of(Position place) {
        if (place.line() < 1
                || place.column() < 1
                || place.endLine() > 0
                || format == RdfFormat.JSON_LD
                || format.isTable()) {
            return place;
        }
        int start = source.offset(place.line(), place.column());
        int end = format == RdfFormat.RDF_XML ? start : endOfTerm(start);
        if (end == start) {
            return place;
        }
        Position last = source.position(end);
        return place.until(last.line(), last.column());
    }

    /** The end of the term or mark that begins at an offset, a text with its language or datatype. */
    private int endOfTerm(int start) {
        if (start >= source.text().length()
                || Character.isWhitespace(source.text().charAt(start))) {
            return start;
        }
        TurtleTokens tokens = new TurtleTokens(source.text(), start);
        TurtleToken first = tokens.next();
        if (first == null || first.start() != start) {
            return start;
        }
        TurtleToken next = first.kind() == Kind.TEXT ? tokens.next() : null;
        if (next == null || next.start() != first.end()) {
            return first.end();
        }
        if (next.kind() == Kind.AT_WORD) {
            return next.end();
        }
        TurtleToken datatype = next.kind() == Kind.CARETS ? tokens.next() : null;
        return datatype == null || datatype.start() != next.end() ? first.end() : datatype.end();
    }
}
