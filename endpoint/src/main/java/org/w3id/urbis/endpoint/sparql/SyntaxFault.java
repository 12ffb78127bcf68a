package org.w3id.urbis.endpoint.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a parser's message says, in words for the author of a query.
 *
 * <p>The message is trusted more than the exception's own line and column: for an unexpected token these are those of
 * the token before it.
 *
 * @param detail   what is wrong and where
 * @param line     line, from 1, or 0 or less if not known
 * @param column   column, from 1
 * @param expected what could have stood there, if the parser said so
 */
record SyntaxFault(String detail, int line, int column, List<String> expected) {
    private static final Pattern PLACE = Pattern.compile("at line ([0-9]{1,9}), column ([0-9]{1,9})");
    private static final Pattern UNEXPECTED = Pattern.compile(
            "Encountered (?:\"<EOF>\"|\" (?:<[A-Z0-9_]+>|\".*?\") \"(.*?) ?\"\") at line", Pattern.DOTALL);
    private static final Pattern CHOICE = Pattern.compile("^\\s+(\\S+) \\.\\.\\.$|^\\s+(\\S+)$", Pattern.MULTILINE);

    static SyntaxFault of(String message, int line, int column) {
        Matcher place = PLACE.matcher(message);
        int realLine = line;
        int realColumn = column;
        if (place.find()) {
            realLine = Integer.parseInt(place.group(1));
            realColumn = Integer.parseInt(place.group(2));
        }
        Matcher unexpected = UNEXPECTED.matcher(message);
        if (!unexpected.find()) {
            return new SyntaxFault(message, realLine, realColumn, List.of());
        }
        String what = unexpected.group(1) == null ? "the query ends" : "\"" + unexpected.group(1) + "\" stands";
        List<String> expected = new ArrayList<>();
        Matcher choice = CHOICE.matcher(message.substring(unexpected.end()));
        while (choice.find()) {
            String token = choice.group(1) == null ? choice.group(2) : choice.group(1);
            expected.add(token.replaceAll("^\"|\"$", ""));
        }
        String detail =
                "Line %d, column %d: %s where something else is expected.".formatted(realLine, realColumn, what);
        return new SyntaxFault(detail, realLine, realColumn, List.copyOf(expected));
    }
}
