package org.w3id.urbis.loader.validation;

import java.util.List;

/** Says where a text or an IRI begins that is never closed; a parser says where it gave up looking for its end. */
final class OpenTexts {

    private final SourceText source;

    OpenTexts(SourceText source) {
        this.source = source;
    }

    List<FaultRule> rules() {
        return List.of(
                FaultRule.of(
                        "Broken token \\(.* in string\\)", (message, at) -> fault(openedBefore(at, "\"'"), "text.open")
                                .with(Wording.of("text.open.fix"))),
                FaultRule.of("Broken (?:long string|token:.*)", (message, at) -> fault(
                                lastLongQuote(at), "text.never-closed")
                        .with(Wording.of("text.never-closed.fix"))),
                FaultRule.of("Broken IRI .*", (message, at) -> fault(openedBefore(at, "<"), "iri.open")
                        .with(Wording.of("iri.open.fix"))));
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

    private static Finding fault(Position at, String key) {
        return Finding.of(at, Severity.VIOLATION, Check.SYNTAX, Wording.of(key));
    }
}
