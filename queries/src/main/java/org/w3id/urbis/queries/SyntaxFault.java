package org.w3id.urbis.queries;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.QueryParseException;

/**
 * Where a query stops being SPARQL.
 *
 * @param line    the line of the first word that does not fit, counted from 1; 0 if it is not known
 * @param column  its column, counted from 1; 0 if it is not known
 * @param message what stands there, and what could
 */
public record SyntaxFault(int line, int column, String message) {

    /** The parser's own numbers are those of the word before. */
    private static final Pattern PLACE = Pattern.compile("at line (\\d+), column (\\d+)\\.");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /**
     * Reads what the parser says.
     *
     * @param refusal its refusal of a query
     * @return place and message, on one line
     */
    public static SyntaxFault of(QueryParseException refusal) {
        String message = SPACE.matcher(String.valueOf(refusal.getMessage()))
                .replaceAll(" ")
                .strip();
        Matcher place = PLACE.matcher(message);
        return place.find()
                ? new SyntaxFault(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)), message)
                : new SyntaxFault(Math.max(refusal.getLine(), 0), Math.max(refusal.getColumn(), 0), message);
    }

    /**
     * Says where, after the name of a file.
     *
     * @param file the name of the file
     * @return {@code file:line:column}
     */
    public String place(String file) {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
