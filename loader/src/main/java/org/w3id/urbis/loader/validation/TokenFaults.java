package org.w3id.urbis.loader.validation;

import java.util.List;

/** Says what is wrong with a word or mark of the Turtle family that cannot stand where it does. */
final class TokenFaults {

    private TokenFaults() {}

    static List<FaultRule> rules() {
        return List.of(
                FaultRule.says("Language not valid: (.*)", Check.BAD_LANGUAGE, "language.none", "language")
                        .mendedBy("language.form"),
                FaultRule.says("Bad language tag.*", Check.BAD_LANGUAGE, "language.missing")
                        .mendedBy("language.form"),
                FaultRule.says("expected \"\\^\\^\"", Check.SYNTAX, "datatype.one-caret")
                        .mendedBy("datatype.one-caret.fix"),
                FaultRule.says("Datatype URI required after \\^\\^.*", Check.SYNTAX, "datatype.missing")
                        .mendedBy("datatype.missing.fix"),
                FaultRule.says("Keyword 'a' not legal at this point", Check.SYNTAX, "token.a-as-value")
                        .mendedBy("token.a-as-value.fix"),
                FaultRule.says("Expected IRI for predicate: got: (.*)", Check.SYNTAX, "token.no-property", "token")
                        .mendedBy("token.no-property.fix"),
                FaultRule.says(
                                "Unrecognized \\(expected an RDF Term\\): (.*)",
                                Check.SYNTAX,
                                "token.value-missing",
                                "token")
                        .mendedBy("token.value-missing.fix"),
                FaultRule.says(
                                "(?:Unrecognized keyword: |Illegal object: |Out of place: \\[KEYWORD:|Not a valid"
                                        + " token.*KEYWORD:)(.*?)]?",
                                Check.SYNTAX,
                                "token.bare-word",
                                "word")
                        .mendedBy("token.bare-word.fix", "word"),
                FaultRule.says(
                                "(?:Out of place|Not a valid token for an RDF term): (.*)",
                                Check.SYNTAX,
                                "token.out-of-place",
                                "token")
                        .mendedBy("token.out-of-place.fix"),
                FaultRule.says("Unrecognized directive: (.*)", Check.SYNTAX, "directive.unknown", "directive")
                        .mendedBy("directive.unknown.fix"),
                FaultRule.says("Illegal escape sequence value: (.) .*", Check.SYNTAX, "text.escape", "character")
                        .mendedBy("text.escape.fix"),
                FaultRule.says("Subject is a literal: .*", Check.SYNTAX, "token.text-as-subject")
                        .mendedBy("token.text-as-subject.fix"),
                FaultRule.says(
                        "Failed to find a prefix name or keyword: (.*?)\\(\\d+;.*",
                        Check.SYNTAX,
                        "token.cannot-begin",
                        "character"));
    }
}
