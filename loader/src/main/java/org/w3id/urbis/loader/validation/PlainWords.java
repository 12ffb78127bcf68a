package org.w3id.urbis.loader.validation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says in plain words what a parser says in its own, at the place where the author has to mend it. */
final class PlainWords {

    private final List<FaultRule> rules;

    PlainWords(SourceText source) {
        this.rules = Stream.of(
                        new MissingMarks(source).rules(),
                        new OpenTexts(source).rules(),
                        IriFaults.rules(),
                        TokenFaults.rules(),
                        DocumentFaults.rules())
                .flatMap(List::stream)
                .toList();
    }

    /** Explains a message; one that is not known is passed on as it is, with the severity the parser gave it. */
    Finding explain(String message, Position at, Severity severity) {
        return rules.stream()
                .map(rule -> rule.explain(message, at))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> Finding.of(
                        at, severity, Check.SYNTAX, Wording.of("syntax.other", "message", Token.bareAll(message))));
    }
}
