package org.w3id.urbis.loader.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.w3id.urbis.loader.validation.Fix.Replacement;
import org.w3id.urbis.loader.validation.ForgivingPrefixes.Undefined;

/** Says what is wrong with prefixes, where they are used or where they are declared. */
final class PrefixFaults {

    private static final Pattern DECLARATION =
            Pattern.compile("(?im)^[ \\t]*@?prefix\\s+([\\w.-]*):\\s*<([^>\\s]*)>[ \\t]*\\.?");

    private final SourceText source;

    PrefixFaults(SourceText source) {
        this.source = source;
    }

    /** Says that a prefix is not declared: where it is used, or where a slip in its declaration is. */
    Finding undefined(Undefined undefined, Position use) {
        Optional<MatchResult> slip = undefined.sameIri().flatMap(this::declaration);
        if (slip.isPresent()) {
            Position name = source.stretch(slip.get().start(1), slip.get().end(1));
            return fault(
                            name,
                            Wording.of(
                                    "prefix.declared-as",
                                    "declared",
                                    slip.get().group(1),
                                    "prefix",
                                    undefined.prefix()))
                    .with(Fix.changing(
                            Wording.of("prefix.declare-as", "prefix", undefined.prefix()),
                            Replacement.of(name, undefined.prefix())));
        }
        return fault(use, Wording.of("prefix.undefined", "prefix", undefined.prefix()))
                .with(fix(undefined, use));
    }

    /** Says of each prefix whose IRI is mistyped where it is declared. */
    List<Finding> misdeclared(Map<String, String> misdeclared, KnownPrefixes known) {
        List<Finding> findings = new ArrayList<>();
        misdeclared.forEach((prefix, iri) -> declaration(prefix).ifPresent(declaration -> {
            Position place = source.stretch(declaration.start(2), declaration.end(2));
            String usual = known.all().get(prefix);
            findings.add(fault(place, Wording.of("prefix.misdeclared", "prefix", prefix, "iri", usual))
                    .with(Fix.changing(
                            Wording.of("prefix.misdeclared.fix", "iri", usual), Replacement.of(place, usual))));
        }));
        return findings;
    }

    private Fix fix(Undefined undefined, Position use) {
        String prefix = undefined.prefix();
        Map<String, String> guesses = undefined.guesses();
        if (guesses.isEmpty()) {
            return Fix.saying(Wording.of("prefix.declare", "prefix", prefix));
        }
        if (guesses.containsKey(prefix)) {
            String iri = guesses.get(prefix);
            return Fix.changing(
                    Wording.of("prefix.add", "prefix", prefix, "iri", iri),
                    Replacement.before(top(), "@prefix " + prefix + ": <" + iri + "> .\n"));
        }
        Wording meant = Meant.of(guesses.entrySet().stream()
                        .<Parameter>map(
                                guess -> Wording.of("prefix.meant", "prefix", guess.getKey(), "iri", guess.getValue()))
                        .toList())
                .orElseThrow();
        boolean isThere = source.text().startsWith(prefix + ":", source.offset(use.line(), use.column()));
        return guesses.size() == 1 && isThere
                ? Fix.changing(
                        meant,
                        new Replacement(
                                use.line(),
                                use.column(),
                                use.line(),
                                use.column() + prefix.length(),
                                guesses.keySet().iterator().next()))
                : Fix.saying(meant);
    }

    /** The beginning of the line after the last declaration at the top of the file; of the first line if there is none. */
    private Position top() {
        int line = DECLARATION
                .matcher(source.text())
                .results()
                .map(declaration -> source.position(declaration.end()).line() + 1)
                .reduce(1, Math::max);
        return line > source.lineCount() ? source.position(1, 1) : source.position(line, 1);
    }

    private Optional<MatchResult> declaration(String prefix) {
        return DECLARATION
                .matcher(source.text())
                .results()
                .filter(declaration -> declaration.group(1).equals(prefix))
                .findFirst();
    }

    private static Finding fault(Position place, Wording wording) {
        return Finding.of(place, Severity.VIOLATION, Check.UNDEFINED_PREFIX, wording);
    }
}
