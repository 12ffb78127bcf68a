package org.w3id.urbis.loader.validation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One message of a parser, and what to say instead.
 *
 * @param pattern     the whole message
 * @param explanation what it means at a place
 */
record FaultRule(Pattern pattern, Explanation explanation) {

    /** Replaces a message by what is worked out from the text of the file. */
    static FaultRule of(String pattern, Explanation explanation) {
        return new FaultRule(Pattern.compile(pattern, Pattern.DOTALL), explanation);
    }

    /**
     * Replaces a message by a phrase whose blanks the groups of the pattern fill.
     *
     * @param pattern the whole message
     * @param check   what kind of fault it is
     * @param key     the key of the phrase
     * @param blanks  the names of the blanks, in the order of the groups
     */
    static FaultRule says(String pattern, Check check, String key, String... blanks) {
        return of(pattern, (message, at) -> Finding.of(at, Severity.VIOLATION, check, phrase(key, message, blanks)));
    }

    /** The same with what to do about it, in a phrase with the same blanks. */
    FaultRule mendedBy(String key, String... blanks) {
        return new FaultRule(
                pattern, (message, at) -> explanation.of(message, at).with(phrase(key, message, blanks)));
    }

    /** Explains a message; empty if it is another. */
    Optional<Finding> explain(String message, Position at) {
        Matcher matcher = pattern.matcher(message);
        return matcher.matches() ? Optional.of(explanation.of(matcher, at)) : Optional.empty();
    }

    private static Wording phrase(String key, Matcher message, String... blanks) {
        Map<String, Parameter> values = new LinkedHashMap<>();
        for (int i = 0; i < blanks.length; i++) {
            values.put(
                    blanks[i],
                    blanks[i].equals("token")
                            ? Token.quoted(message.group(i + 1))
                            : new Parameter.Text(Token.bare(message.group(i + 1))));
        }
        return new Wording.Phrase(key, values);
    }

    /** Says what a message means at a place. */
    @FunctionalInterface
    interface Explanation {

        Finding of(Matcher message, Position at);
    }
}
