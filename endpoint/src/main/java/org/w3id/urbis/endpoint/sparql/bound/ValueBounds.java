package org.w3id.urbis.endpoint.sparql.bound;

import java.util.Collection;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.vocabulary.XSD;

/**
 * How large a single value may become.
 *
 * <p>A value is made in one step that no timeout interrupts, and twenty steps of doubling make a million of one: so
 * each step is looked at.
 */
final class ValueBounds {
    /** Characters of a text. */
    static final int LONGEST_TEXT = 1_000_000;
    /** Binary digits of a number; about 6,000 decimal ones. */
    static final int MOST_BITS = 20_000;
    /** A hundred million days: dates are moved by one month at a time, and more would take minutes. */
    private static final Pattern LONG_DURATION =
            Pattern.compile("(?<![.0-9])(?:[0-9]{9,}D|[0-9]{11,}H|[0-9]{12,}M|[0-9]{14,}[.S])");

    private ValueBounds() {}

    /**
     * Looks at a value that was made or written.
     *
     * @return the value
     * @throws BeyondBoundsException if it is too large
     */
    static NodeValue checked(NodeValue value) {
        if (value.isInteger()) {
            bits(value.getInteger().bitLength());
        } else if (value.isDecimal()) {
            bits(value.getDecimal().unscaledValue().bitLength());
        } else if (value.isString() || value.isLangString()) {
            length(value.asString().length());
        } else if (value.isDuration()) {
            duration(value.asString());
        }
        return value;
    }

    /** Looks at what texts would come to together. */
    static void together(Collection<NodeValue> texts) {
        long length = 0;
        for (NodeValue text : texts) {
            if (text.isLiteral()) {
                length += text.asNode().getLiteralLexicalForm().length();
            }
        }
        length(length);
    }

    static void length(long characters) {
        if (characters > LONGEST_TEXT) {
            throw new BeyondBoundsException(
                    "The query makes a text of more than %,d characters.".formatted(LONGEST_TEXT));
        }
    }

    static void bits(long bits) {
        if (bits > MOST_BITS) {
            throw new BeyondBoundsException(
                    "The query makes a number of more than %,d binary digits.".formatted(MOST_BITS));
        }
    }

    /** Looks at a term that stands in a query. */
    static void written(Node term) {
        if (term.isLiteral() && isDuration(term.getLiteralDatatypeURI())) {
            duration(term.getLiteralLexicalForm());
        }
    }

    private static boolean isDuration(String datatype) {
        return datatype.endsWith("uration") && datatype.startsWith(XSD.getURI());
    }

    private static void duration(String lexical) {
        if (LONG_DURATION.matcher(lexical).find()) {
            throw new BeyondBoundsException("The query makes a duration of more than a hundred million days.");
        }
    }
}
