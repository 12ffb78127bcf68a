package org.w3id.urbis.loader.validation;

import org.w3id.urbis.loader.validation.TurtleToken.Kind;

/**
 * Cuts a text of the Turtle family into its parts, whatever is wrong with it: what is opened and not closed on its line
 * ends with the line, unless it is a text in three quotation marks.
 *
 * @see <a href="https://www.w3.org/TR/turtle/#sec-grammar-grammar">RDF 1.1 Turtle, section 6.5, Grammar</a>
 */
final class TurtleTokens {

    private static final String MARKS = ";,[](){}";

    private final String text;
    private int at;

    /** Begins at an offset, which has to lie between tokens or at the start of one. */
    TurtleTokens(String text, int from) {
        this.text = text;
        this.at = from;
    }

    /** Returns the next token; null at the end of the text. */
    TurtleToken next() {
        skipBlanksAndComments();
        if (at >= text.length()) {
            return null;
        }
        int start = at;
        char c = text.charAt(at);
        Kind kind;
        if (c == '<') {
            kind = iri();
        } else if (c == '"' || c == '\'') {
            kind = Kind.TEXT;
            text(c);
        } else if (c == '@') {
            at++;
            word();
            kind = Kind.AT_WORD;
        } else if (text.startsWith("^^", at)) {
            at += 2;
            kind = Kind.CARETS;
        } else if (MARKS.indexOf(c) >= 0) {
            at++;
            kind = Kind.MARK;
        } else if (c == '.' && !isDigit(at + 1)) {
            at++;
            kind = Kind.DOT;
        } else {
            word();
            at = Math.max(at, start + 1);
            kind = isNumber(start) ? Kind.NUMBER : Kind.WORD;
        }
        return new TurtleToken(kind, start, at);
    }

    private void skipBlanksAndComments() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                at = lineEnd(at);
            } else if (c <= ' ') {
                at++;
            } else {
                return;
            }
        }
    }

    /** An IRI has no blanks; a lone “<” is a mark. */
    private Kind iri() {
        int end = at + 1;
        int stop = lineEnd(at);
        while (end < stop && text.charAt(end) != '>' && " \t\"".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        boolean closed = end < stop && text.charAt(end) == '>';
        at = closed ? end + 1 : Math.max(end, at + 1);
        return Kind.IRI;
    }

    private void text(char quote) {
        String three = String.valueOf(quote).repeat(3);
        boolean isLong = text.startsWith(three, at);
        int stop = isLong ? text.length() : lineEnd(at);
        at += isLong ? 3 : 1;
        while (at < stop) {
            if (text.charAt(at) == '\\') {
                at = Math.min(at + 2, stop);
            } else if (isLong ? text.startsWith(three, at) : text.charAt(at) == quote) {
                at += isLong ? 3 : 1;
                // Quotation marks before the closing three belong to the text.
                while (isLong && at < text.length() && text.charAt(at) == quote) {
                    at++;
                }
                return;
            } else {
                at++;
            }
        }
    }

    /** A word goes on to the next blank or mark; a dot is part of it only if more of it follows. */
    private void word() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                at += 2;
            } else if (c <= ' ' || "<\"'@^".indexOf(c) >= 0 || MARKS.indexOf(c) >= 0 || c == '.' && !isInWord(at + 1)) {
                return;
            } else {
                at++;
            }
        }
    }

    private boolean isInWord(int offset) {
        int next = offset;
        while (next < text.length() && text.charAt(next) == '.') {
            next++;
        }
        if (next >= text.length()) {
            return false;
        }
        char c = text.charAt(next);
        return c > ' ' && c != '#' && "<\"'@^".indexOf(c) < 0 && MARKS.indexOf(c) < 0;
    }

    private boolean isNumber(int start) {
        char first = text.charAt(start);
        return isDigit(start) || "+-.".indexOf(first) >= 0 && isDigit(start + 1);
    }

    private boolean isDigit(int offset) {
        return offset < text.length() && text.charAt(offset) >= '0' && text.charAt(offset) <= '9';
    }

    private int lineEnd(int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end;
    }
}
