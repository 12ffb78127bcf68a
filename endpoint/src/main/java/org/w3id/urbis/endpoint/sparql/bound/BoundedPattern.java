package org.w3id.urbis.endpoint.sparql.bound;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;

/**
 * Regular expressions of a query, which stop when the query is to stop.
 *
 * <p>They are Java's, as everywhere in Jena, so that they mean the same. One object serves one place in a query and
 * keeps the last expression it made, which is mostly the only one.
 */
final class BoundedPattern {
    private static final int LONGEST_PATTERN = 10_000;
    /** How often something may have to be repeated: repeating nothing at all reads no characters. */
    private static final long MOST_REPEATED = 10_000;

    private static final Pattern COUNTED = Pattern.compile("\\{([0-9]+)[,}]");

    private volatile Made last;

    private record Made(String text, String flags, Pattern pattern) {}

    /**
     * Begins to match.
     *
     * @param function name for messages
     * @param flags    null if there are none
     * @param stop     set when the query is to stop
     * @throws ExprEvalException     if the expression or its flags cannot be understood
     * @throws BeyondBoundsException if the expression is too long or repeats too often
     */
    Matcher matcher(String function, String text, NodeValue expression, NodeValue flags, AtomicBoolean stop) {
        String flagText = flags == null ? "" : string(function, flags);
        String expressionText = string(function, expression);
        Made made = last;
        if (made == null || !made.text().equals(expressionText) || !made.flags().equals(flagText)) {
            check(expressionText);
            made = new Made(expressionText, flagText, RegexEngine.makePattern(function, expressionText, flagText));
            last = made;
        }
        return made.pattern().matcher(new StoppableText(text, stop));
    }

    private static String string(String function, NodeValue value) {
        if (!value.isString()) {
            throw new ExprEvalException(function + ": " + value + " is not a string");
        }
        return value.getString();
    }

    private static void check(String expression) {
        if (expression.length() > LONGEST_PATTERN) {
            throw new BeyondBoundsException(
                    "The query holds a regular expression of more than %,d characters.".formatted(LONGEST_PATTERN));
        }
        double repeated = 1;
        Matcher counts = COUNTED.matcher(expression);
        while (counts.find()) {
            repeated *= Math.max(1, Double.parseDouble(counts.group(1)));
        }
        if (repeated > MOST_REPEATED) {
            throw new BeyondBoundsException(
                    "The query holds a regular expression that repeats more than %,d times.".formatted(MOST_REPEATED));
        }
    }

    /** What is to be thrown when Java's matcher, which calls itself for each repetition of a group, ran out of stack. */
    static BeyondBoundsException tooDeep() {
        return new BeyondBoundsException("A regular expression of the query repeats a group too often on a long text.");
    }
}
