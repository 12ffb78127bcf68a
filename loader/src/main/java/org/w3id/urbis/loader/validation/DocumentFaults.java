package org.w3id.urbis.loader.validation;

import java.util.List;
import java.util.Locale;

/** Says what is wrong with a document as a whole: its encoding, its JSON, the format it is in. */
final class DocumentFaults {

    private DocumentFaults() {}

    static List<FaultRule> rules() {
        return List.of(
                FaultRule.of(
                        "Unicode replacement character .*",
                        (message, at) ->
                                Finding.of(at, Severity.WARNING, Check.ENCODING, Wording.of("encoding.replaced"))),
                FaultRule.of(
                        "JsonLdError\\[code=.*, message=(.*?)(?: \\[code=\\w+]\\.?)?]?",
                        (message, at) -> Finding.of(
                                at,
                                Severity.VIOLATION,
                                Check.SYNTAX,
                                Wording.of(
                                        "json.no-json-ld",
                                        "detail",
                                        message.group(1).substring(0, 1).toLowerCase(Locale.ROOT)
                                                + message.group(1).substring(1)))),
                FaultRule.says(
                                "Not implemented \\(formulae, graph literals\\)",
                                Check.SYNTAX,
                                "document.graph-in-turtle")
                        .mendedBy("document.graph-in-turtle.fix"));
    }
}
