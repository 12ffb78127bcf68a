package org.w3id.urbis.loader.validation;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/** Says what is wrong with IRIs. */
final class IriFaults {

    private static final String OF_RULE = "(?: Code: \\d+/\\S+ in \\w+:)? ?(.*)";

    private IriFaults() {}

    static List<FaultRule> rules() {
        return List.of(
                FaultRule.says("Bad character in IRI \\(bad character: '<'\\).*", Check.SYNTAX, "iri.holds-bracket")
                        .mendedBy("iri.holds-bracket.fix"),
                FaultRule.says("Bad character in IRI \\((?:space|tab character)\\).*", Check.BAD_IRI, "iri.blank")
                        .mendedBy("iri.blank.fix"),
                FaultRule.says(
                                "Illegal character in IRI \\(codepoint .*?, '(.*)'\\).*",
                                Check.BAD_IRI,
                                "iri.character",
                                "character")
                        .mendedBy("iri.character.fix"),
                FaultRule.says(
                                "Bad IRI: <(.*)> Spaces are not legal in URIs/IRIs.",
                                Check.BAD_IRI,
                                "iri.holds-blank",
                                "iri")
                        .mendedBy("iri.blank.fix"),
                FaultRule.of(
                        "Bad IRI: <(.*?)>" + OF_RULE,
                        (message, at) -> said(message, at, Severity.VIOLATION, "iri.none")),
                FaultRule.of(
                        "Unwise IRI: <(.*?)>" + OF_RULE,
                        (message, at) -> said(message, at, Severity.WARNING, "iri.unusual")),
                FaultRule.says("Relative IRI: (.*)", Check.BAD_IRI, "iri.relative", "iri")
                        .mendedBy("iri.relative.fix"));
    }

    /** What the library says of an IRI is one of very many rules, and so stays in its words. */
    private static Finding said(Matcher message, Position at, Severity severity, String key) {
        String detail = message.group(2);
        String lower =
                detail.isEmpty() ? detail : detail.substring(0, 1).toLowerCase(Locale.ROOT) + detail.substring(1);
        return Finding.of(at, severity, Check.BAD_IRI, Wording.of(key, "iri", message.group(1), "detail", lower));
    }
}
