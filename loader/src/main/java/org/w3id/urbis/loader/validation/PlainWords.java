package org.w3id.urbis.loader.validation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in plain words what a parser says in its own, at the place where the author has to mend it.
 *
 * <p>A parser notices a missing mark at whatever comes next, often a line later. The author looks for the place where
 * the mark should be.
 */
final class PlainWords {

    private static final Pattern TOKEN = Pattern.compile("\\[[A-Z_]+:(.*)]");

    /** How to write a language. */
    static final String A_LANGUAGE = "Write one such as @en, @fr or @zh-Hant.";

    private final SourceText source;
    private final List<Rule> rules = List.of(
            rule("Triples not terminated by DOT", this::missingMark),
            rule("(?:Prefix|Base) directive not terminated by a dot", this::missingDirectiveDot),
            rule("Triples not terminated properly in \\[\\]-list", this::missingMarkInBrackets),
            rule(
                    "Broken token \\(.* in string\\)",
                    (m, at) -> at(
                            Check.SYNTAX,
                            openedBefore(at, "\"'"),
                            "A text is not closed on the line where it begins.",
                            "Close it with a quotation mark, or write a text of several lines between \"\"\" and"
                                    + " \"\"\".")),
            rule(
                    "Broken (?:long string|token:.*)",
                    (m, at) -> at(
                            Check.SYNTAX,
                            lastLongQuote(at),
                            "A text is opened here and never closed.",
                            "Close it with the quotation marks it begins with.")),
            rule(
                    "Broken IRI .*",
                    (m, at) -> at(
                            Check.SYNTAX,
                            openedBefore(at, "<"),
                            "An IRI is not closed on the line where it begins.",
                            "Close it with “>”.")),
            rule(
                    "Bad character in IRI \\(bad character: '<'\\).*",
                    (m, at) -> at(
                            Check.SYNTAX,
                            at,
                            "An IRI holds a “<”, so the “>” that should close it is probably missing.",
                            "Close the IRI with “>”.")),
            rule(
                    "Bad character in IRI \\((space|tab character)\\).*",
                    (m, at) -> at(
                            Check.BAD_IRI,
                            at,
                            "An IRI holds a blank, which no IRI may.",
                            "Take it out, or write %20 for it.")),
            rule(
                    "Illegal character in IRI \\(codepoint (.*?), '(.*)'\\).*",
                    (m, at) -> at(
                            Check.BAD_IRI,
                            at,
                            "An IRI holds “" + m.group(2) + "”, which no IRI may.",
                            "Take it out, or write it percent-encoded.")),
            rule(
                    "Bad IRI: <(.*)> Spaces are not legal in URIs/IRIs.",
                    (m, at) -> at(
                            Check.BAD_IRI,
                            at,
                            "<" + m.group(1) + "> holds a blank, which no IRI may.",
                            "Take it out, or write %20 for it.")),
            rule(
                    "Bad IRI: <(.*?)>(?: Code: \\d+/\\S+ in \\w+:)? ?(.*)",
                    (m, at) -> at(Check.BAD_IRI, at, "<" + m.group(1) + "> is no IRI: " + lowerFirst(m.group(2)), "")),
            rule(
                    "Unwise IRI: <(.*?)>(?: Code: \\d+/\\S+ in \\w+:)? ?(.*)",
                    (m, at) -> warn(
                            Check.BAD_IRI, at, "<" + m.group(1) + "> is an unusual IRI: " + lowerFirst(m.group(2)))),
            rule(
                    "Relative IRI: (.*)",
                    (m, at) -> at(
                            Check.BAD_IRI,
                            at,
                            "<" + m.group(1) + "> is a relative IRI, and this format has none.",
                            "Write the whole IRI.")),
            rule("Language not valid: (.*)", (m, at) -> at(Check.BAD_LANGUAGE, at, noLanguage(m.group(1)), A_LANGUAGE)),
            rule(
                    "Bad language tag.*",
                    (m, at) -> at(Check.BAD_LANGUAGE, at, "A language is missing after “@”.", A_LANGUAGE)),
            rule(
                    "expected \"\\^\\^\"",
                    (m, at) -> at(
                            Check.SYNTAX,
                            at,
                            "One “^” after a text means nothing.",
                            "Write “^^” and a datatype such as xsd:gYear.")),
            rule(
                    "Keyword 'a' not legal at this point",
                    (m, at) -> at(
                            Check.SYNTAX,
                            at,
                            "“a” is a property and cannot be a value.",
                            "Write a value, or take out the mark before it.")),
            rule(
                    "Datatype URI required after \\^\\^.*",
                    (m, at) -> at(
                            Check.SYNTAX,
                            at,
                            "A datatype is missing after “^^”.",
                            "Write one such as xsd:gYear, or leave out “^^”.")),
            rule(
                    "Expected IRI for predicate: got: (.*)",
                    (m, at) -> at(
                            Check.SYNTAX,
                            at,
                            "A property was expected here, not " + quoted(m.group(1)) + ".",
                            "A property is written as prefix:name or <IRI>; perhaps a “;” or “.” before it is too"
                                    + " much.")),
            rule(
                    "Unrecognized \\(expected an RDF Term\\): (.*)",
                    (m, at) -> at(
                            Check.SYNTAX,
                            at,
                            "A value is missing before " + quoted(m.group(1)) + ".",
                            "Write a value, or take out the mark.")),
            rule(
                    "(?:Unrecognized keyword: |Illegal object: |Out of place: \\[KEYWORD:|Not a valid token.*KEYWORD:)"
                            + "(.*?)]?",
                    (m, at) -> at(
                            Check.SYNTAX,
                            at,
                            quoted(m.group(1))
                                    + " is neither a prefixed name, nor an IRI in angle brackets, nor a quoted text.",
                            "Write prefix:" + bare(m.group(1)) + ", <" + bare(m.group(1)) + "> or \"" + bare(m.group(1))
                                    + "\", whichever is meant.")),
            rule(
                    "(?:Out of place|Not a valid token for an RDF term): (.*)",
                    (m, at) -> at(
                            Check.SYNTAX,
                            at,
                            quoted(m.group(1)) + " is out of place here.",
                            "A statement is a subject, a property and a value, and ends with “.”.")),
            rule(
                    "Unrecognized directive: (.*)",
                    (m, at) -> at(Check.SYNTAX, at, "There is no @" + m.group(1) + ".", "Write @prefix or @base.")),
            rule(
                    "PREFIX or @prefix requires a prefix .*",
                    (m, at) -> at(
                            Check.SYNTAX,
                            at,
                            "A prefix is declared without its colon.",
                            "Write @prefix name: <IRI> .")),
            rule(
                    "@prefix requires an IRI .*",
                    (m, at) -> at(
                            Check.SYNTAX,
                            at,
                            "A prefix stands for an IRI in angle brackets.",
                            "Write @prefix name: <IRI> .")),
            rule(
                    "Illegal escape sequence value: (.) .*",
                    (m, at) -> at(
                            Check.SYNTAX,
                            at,
                            "“\\" + m.group(1) + "” means nothing in a text.",
                            "Write “\\\\” for a backslash; \\n, \\t, \\\" and \\u00E9 are known.")),
            rule(
                    "Subject is a literal: .*",
                    (m, at) -> at(
                            Check.SYNTAX,
                            at,
                            "A statement is about a thing with an IRI, not about a text.",
                            "Begin it with an IRI.")),
            rule(
                    "(?:Triple|Quad) not terminated by DOT.*|Premature end of file.*",
                    (m, at) -> at(
                            Check.SYNTAX,
                            at,
                            "The “.” that ends the statement is missing.",
                            "End each line with “.”.")),
            rule(
                    "Failed to find a prefix name or keyword: (.*?)\\(\\d+;.*",
                    (m, at) -> at(
                            Check.SYNTAX,
                            at,
                            "“" + m.group(1) + "” cannot begin a name, an IRI, a number or a text.",
                            "")),
            rule(
                    "Unicode replacement character .*",
                    (m, at) -> warn(
                            Check.ENCODING,
                            at,
                            "Here stands U+FFFD, which programs write in place of a character they could not read.")),
            rule(
                    "The document could not be loaded or parsed.*",
                    (m, at) -> at(
                            Check.SYNTAX,
                            at,
                            "The JSON is broken here.",
                            "Check commas, quotation marks and brackets.")),
            rule(
                    "JsonLdError\\[code=.*, message=(.*?)]?",
                    (m, at) -> at(Check.SYNTAX, at, "This is no JSON-LD: " + lowerFirst(m.group(1)), "")),
            rule(
                    "Not implemented \\(formulae, graph literals\\)",
                    (m, at) -> at(
                            Check.SYNTAX,
                            at,
                            "“{ }” has no meaning in Turtle.",
                            "Name the file .trig if it holds named graphs.")));

    PlainWords(SourceText source) {
        this.source = source;
    }

    /** Explains a message; one that is not known is passed on as it is, with the severity the parser gave it. */
    Finding explain(String message, Position at, Severity severity) {
        for (Rule rule : rules) {
            Matcher matcher = rule.pattern().matcher(message);
            if (matcher.matches()) {
                return rule.explanation().of(matcher, at);
            }
        }
        return Finding.at(at, severity, Check.SYNTAX, TOKEN.matcher(message).replaceAll("“$1”"), "");
    }

    /** Says that a text is no language tag. */
    static String noLanguage(String tag) {
        return "“" + tag + "” is no language tag.";
    }

    private Finding missingMark(Matcher message, Position at) {
        String next = restOfLine(at);
        if (next.startsWith("]") || next.startsWith(")")) {
            return at(Check.SYNTAX, at, "“" + next.charAt(0) + "” closes what was never opened.", "Take it out.");
        }
        if (isGluedToItsValue(at)) {
            return glued(at);
        }
        Position before = endBefore(at);
        if (next.isEmpty()) {
            return at(Check.SYNTAX, before, "The “.” that ends the statement is missing.", "End it with “.”.");
        }
        return at.column() == 1
                ? at(
                        Check.SYNTAX,
                        before,
                        "The “.” that ends the statement is missing after this.",
                        "End the statement with “.”.")
                : at(
                        Check.SYNTAX,
                        before,
                        "A “;” or “.” is missing after this.",
                        "Put “;” if the next line says more about the same thing, “.” if it is about another.");
    }

    private Finding missingMarkInBrackets(Matcher message, Position at) {
        if (isGluedToItsValue(at)) {
            return glued(at);
        }
        String next = restOfLine(at);
        return next.isEmpty() || ".;,".indexOf(next.charAt(0)) >= 0
                ? at(
                        Check.SYNTAX,
                        endBefore(at),
                        "A “[” is not closed before the statement goes on.",
                        "Close it with “]”.")
                : at(
                        Check.SYNTAX,
                        endBefore(at),
                        "A “;” or “]” is missing after this.",
                        "Put “;” if the next line says more about what the “[” opens, “]” if it does not.");
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
        return at(
                Check.SYNTAX,
                at,
                "A value is followed by “" + restOfLine(at).split("[\\s;,.]", 2)[0] + "” with nothing between.",
                "Put a text in quotation marks.");
    }

    private String restOfLine(Position at) {
        String line = source.line(at.line());
        return at.column() >= 1 && at.column() <= line.length() ? line.substring(at.column() - 1) : "";
    }

    private Finding missingDirectiveDot(Matcher message, Position at) {
        return at(
                Check.SYNTAX,
                endBefore(at),
                "The “.” that ends the declaration is missing.",
                "Write @prefix name: <IRI> .");
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
        return end == 0 ? at : source.position(number, end);
    }

    /** Cuts off a comment at the end of a line: a hash after a blank, with no quotation mark or bracket after it. */
    private static String beforeComment(String line) {
        int hash = line.lastIndexOf(" #");
        return hash < 0 || line.substring(hash).matches(".*[\"'>].*") ? line : line.substring(0, hash);
    }

    /** The last opening mark on the line before the break at which the parser gave up. */
    private Position openedBefore(Position at, String marks) {
        int number = at.column() <= 1 ? at.line() - 1 : at.line();
        String line = source.line(number);
        for (int i = line.length() - 1; i >= 0; i--) {
            if (marks.indexOf(line.charAt(i)) >= 0) {
                return source.position(number, i + 1);
            }
        }
        return at;
    }

    private Position lastLongQuote(Position at) {
        int offset = Math.max(source.text().lastIndexOf("\"\"\""), source.text().lastIndexOf("'''"));
        return offset < 0 ? openedBefore(at, "\"'") : source.position(offset);
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static String quoted(String token) {
        return switch (token) {
            case "[DOT]" -> "“.”";
            case "[COMMA]" -> "“,”";
            case "[SEMICOLON]" -> "“;”";
            case "[EQUALS]" -> "“=”";
            case "[EOF]" -> "the end of the file";
            default -> "“" + bare(token) + "”";
        };
    }

    private static String bare(String token) {
        Matcher matcher = TOKEN.matcher(token);
        return matcher.matches() ? matcher.group(1) : token;
    }

    private static String lowerFirst(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static Finding at(Check check, Position position, String message, String fix) {
        return Finding.at(position, Severity.VIOLATION, check, message, fix);
    }

    private static Finding warn(Check check, Position position, String message) {
        return Finding.at(position, Severity.WARNING, check, message, "");
    }

    private static Rule rule(String pattern, Explanation explanation) {
        return new Rule(Pattern.compile(pattern, Pattern.DOTALL), explanation);
    }

    /** One message of the parser and what to say instead. */
    private record Rule(Pattern pattern, Explanation explanation) {}

    /** Says what a message means at a place. */
    @FunctionalInterface
    private interface Explanation {

        Finding of(Matcher message, Position at);
    }
}
