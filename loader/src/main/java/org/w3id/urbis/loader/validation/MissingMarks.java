package org.w3id.urbis.loader.validation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says where a mark is missing between or within statements.
 *
 * <p>A parser notices a missing mark at whatever comes next, often a line later. The author looks for the place where
 * the mark should be.
 */
final class MissingMarks {

    private static final Pattern BARE_WORD = Pattern.compile("(?!(?:a|true|false)\\b)[a-zA-Z][\\w-]*(?=\\s|$)");

    /** The beginning of a line with one name and no more. */
    private static final Pattern ONE_NAME = Pattern.compile("\\s*[\\w-]*:[\\w-]+");

    /** The end of a line with a property and no value. */
    private static final Pattern LAST_NAME = Pattern.compile("(?:^|[\\s;\\[])(?:a|[\\w-]*:[\\w-]+)$");

    /** One name at the beginning of a line of N-Quads. */
    private static final Pattern GRAPH = Pattern.compile("\\s*(?:<[^>]*>|_:\\S+)\\s*");

    private final SourceText source;

    MissingMarks(SourceText source) {
        this.source = source;
    }

    List<FaultRule> rules() {
        return List.of(
                FaultRule.of("Triples not terminated by DOT", this::betweenStatements),
                FaultRule.of("(?:Prefix|Base) directive not terminated by a dot", this::afterDirective),
                FaultRule.of(
                        "PREFIX or @prefix requires a prefix .*",
                        (message, at) -> inDirective(at, "directive.no-colon")),
                FaultRule.of("@prefix requires an IRI .*", (message, at) -> inDirective(at, "directive.no-iri")),
                FaultRule.of("Triples not terminated properly in \\[\\]-list", this::inBrackets),
                FaultRule.of("(?:Triple|Quad) not terminated by DOT.*|Premature end of file.*", (message, at) -> fault(
                                isFirstOfLine(at)
                                        ? endBefore(at)
                                        : endOfLineAbove(at).orElse(at),
                                Wording.of("mark.dot-missing"))
                        .with(Wording.of("mark.dot-missing.each-line"))));
    }

    private Finding betweenStatements(Matcher message, Position at) {
        String next = restOfLine(at);
        if (next.startsWith("]") || next.startsWith(")")) {
            return fault(at, Wording.of("mark.never-opened", "mark", next.charAt(0)))
                    .with(Wording.of("mark.take-out"));
        }
        if (isGluedToItsValue(at)) {
            return glued(at);
        }
        if (isBareWord(next)) {
            return bareWord(at, next);
        }
        Position before = endBefore(at);
        Optional<Finding> lost = somethingLost(next, before, at);
        if (lost.isPresent()) {
            return lost.get();
        }
        if (next.isEmpty()) {
            return fault(before, Wording.of("mark.dot-missing")).with(Wording.of("mark.dot-missing.end"));
        }
        return at.column() == 1
                ? fault(before, Wording.of("mark.dot-missing-after")).with(Wording.of("mark.dot-missing-after.fix"))
                : fault(before, Wording.of("mark.semicolon-missing")).with(Wording.of("mark.semicolon-missing.fix"));
    }

    private Finding inBrackets(Matcher message, Position at) {
        if (isGluedToItsValue(at)) {
            return glued(at);
        }
        String next = restOfLine(at);
        if (isBareWord(next)) {
            return bareWord(at, next);
        }
        Optional<Finding> lost = somethingLost(next, endBefore(at), at);
        if (lost.isPresent()) {
            return lost.get();
        }
        return next.isEmpty() || ".;,".indexOf(next.charAt(0)) >= 0
                ? fault(endBefore(at), Wording.of("mark.bracket-open")).with(Wording.of("mark.bracket-open.fix"))
                : fault(endBefore(at), Wording.of("mark.semicolon-or-bracket-missing"))
                        .with(Wording.of("mark.semicolon-or-bracket-missing.fix"));
    }

    /** Says that a property is missing before a value, or a value after a property at the end of a line. */
    private Optional<Finding> somethingLost(String next, Position before, Position at) {
        if (!next.isEmpty() && source.line(before.line()).startsWith(";", before.column() - 1)) {
            return Optional.of(
                    fault(at, Wording.of("mark.property-missing")).with(Wording.of("mark.property-missing.fix")));
        }
        String word = source.line(at.line()).substring(0, before.line() == at.line() ? before.column() : 0);
        if (!ONE_NAME.matcher(word).matches()) {
            return Optional.empty();
        }
        Position above = endBefore(new Position(at.file(), at.line(), 1));
        return above.line() < at.line()
                        && LAST_NAME
                                .matcher(source.line(above.line()).substring(0, above.column()))
                                .find()
                ? Optional.of(fault(
                                above,
                                Wording.of(
                                        "token.value-missing",
                                        "token",
                                        Wording.of("token.quoted", "token", word.strip())))
                        .with(Wording.of("token.value-missing.fix")))
                : Optional.empty();
    }

    /** Where a line ends with what should go on, the parser looks for the rest of it on the next. */
    private Finding inDirective(Position at, String key) {
        return fault(isFirstOfLine(at) ? endBefore(at) : at, Wording.of(key)).with(Wording.of("directive.form"));
    }

    private boolean isFirstOfLine(Position at) {
        String line = source.line(at.line());
        return line.substring(0, Math.max(0, Math.min(at.column() - 1, line.length())))
                .isBlank();
    }

    /** Where the line above ends, if the first name of this one was read as the graph of that: it lacks its mark. */
    private Optional<Position> endOfLineAbove(Position at) {
        Position above = endBefore(new Position(at.file(), at.line(), 1));
        String line = source.line(at.line());
        return above.line() < at.line()
                        && GRAPH.matcher(line.substring(0, Math.min(line.length(), at.column() - 1)))
                                .matches()
                        && !source.line(above.line()).stripTrailing().endsWith(".")
                ? Optional.of(above)
                : Optional.empty();
    }

    private Finding afterDirective(Matcher message, Position at) {
        return fault(endBefore(at), Wording.of("directive.dot-missing")).with(Wording.of("directive.form"));
    }

    /** Whether letters follow on a value without a blank, as in 12th or 1OO. */
    private boolean isGluedToItsValue(Position at) {
        String line = source.line(at.line());
        return at.column() > 1
                && at.column() <= line.length()
                && isWordPart(line.charAt(at.column() - 2))
                && isWordPart(line.charAt(at.column() - 1));
    }

    private Finding glued(Position at) {
        return fault(at, Wording.of("mark.glued", "rest", restOfLine(at).split("[\\s;,.]", 2)[0]))
                .with(Wording.of("mark.glued.fix"));
    }

    /** Whether a word stands there that cannot be a name, as of a property whose colon was lost. */
    private static boolean isBareWord(String next) {
        return BARE_WORD.matcher(next).lookingAt();
    }

    private static Finding bareWord(Position at, String next) {
        String word = next.split("\\s", 2)[0];
        return fault(at, Wording.of("token.bare-word", "word", word))
                .with(Wording.of("token.bare-word.fix", "word", word));
    }

    private String restOfLine(Position at) {
        String line = source.line(at.line());
        return at.column() >= 1 && at.column() <= line.length() ? line.substring(at.column() - 1) : "";
    }

    /** The last character before a place that is neither blank nor part of a comment line. */
    private Position endBefore(Position at) {
        String line = source.line(at.line());
        String before = line.substring(0, Math.min(line.length(), Math.max(0, at.column() - 1)));
        int number = at.line();
        while (number > 1 && (before.isBlank() || before.stripLeading().startsWith("#"))) {
            before = source.line(--number);
        }
        int end = beforeComment(before).stripTrailing().length();
        return end == 0 ? at : source.position(number, end).until(number, end + 1);
    }

    /** Cuts off a comment at the end of a line: a hash after a blank, with no quotation mark or bracket after it. */
    private static String beforeComment(String line) {
        int hash = line.lastIndexOf(" #");
        return hash < 0 || line.substring(hash).matches(".*[\"'>].*") ? line : line.substring(0, hash);
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static Finding fault(Position at, Wording wording) {
        return Finding.of(at, Severity.VIOLATION, Check.SYNTAX, wording);
    }
}
