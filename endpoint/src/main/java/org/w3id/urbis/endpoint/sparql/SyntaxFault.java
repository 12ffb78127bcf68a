package org.w3id.urbis.endpoint.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * @param suggestion the keyword that was likely meant, if one is close
 */
record SyntaxFault(String detail, int line, int column, List<String> expected, Optional<String> suggestion) {
    private static final Pattern PLACE = Pattern.compile("at line ([0-9]{1,9}), column ([0-9]{1,9})");
    private static final Pattern UNEXPECTED = Pattern.compile(
            "Encountered (?:\"<EOF>\"|\" (?:<[A-Z0-9_]+>|\".*?\") \"(.*?) ?\"\") at line", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*$");
    private static final Pattern CHOICE = Pattern.compile("^\\s+(\\S+) \\.\\.\\.$|^\\s+(\\S+)$", Pattern.MULTILINE);

    /**
     * Understands a message.
     *
     * @param text    the query
     * @param message what the parser said of it
     * @param line    where the parser's exception puts it, from 1, or 0 or less if it does not tell
     */
    static SyntaxFault of(String text, String message, int line, int column) {
        Matcher place = PLACE.matcher(message);
        int realLine = line;
        int realColumn = column;
        if (place.find()) {
            realLine = Integer.parseInt(place.group(1));
            realColumn = Integer.parseInt(place.group(2));
        }
        if (message.startsWith("Lexical error") && realLine > 0) {
            return ofLetters(text, realLine, realColumn);
        }
        Matcher unexpected = UNEXPECTED.matcher(message);
        if (!unexpected.find()) {
            return new SyntaxFault(message, realLine, realColumn, List.of(), Optional.empty());
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
        return new SyntaxFault(detail, realLine, realColumn, List.copyOf(expected), Optional.empty());
    }

    /** Letters that make no word of SPARQL; the parser tells where they ended. */
    private static SyntaxFault ofLetters(String text, int line, int column) {
        List<String> lines = text.lines().toList();
        String before = line <= lines.size()
                ? lines.get(line - 1)
                        .substring(0, Math.min(column - 1, lines.get(line - 1).length()))
                : "";
        Matcher word = WORD.matcher(before);
        if (!word.find()) {
            String detail = "Line %d, column %d: what begins here or before has no end, or no meaning in SPARQL."
                    .formatted(line, column);
            return new SyntaxFault(detail, line, column, List.of(), Optional.empty());
        }
        Optional<String> meant = KeywordAdvice.nearest(word.group());
        String detail = "Line %d, column %d: \"%s\" is no word of SPARQL.%s"
                .formatted(
                        line,
                        word.start() + 1,
                        word.group(),
                        meant.map(keyword -> " Did you mean " + keyword + "?").orElse(""));
        return new SyntaxFault(detail, line, word.start() + 1, List.of(), meant);
    }
}
