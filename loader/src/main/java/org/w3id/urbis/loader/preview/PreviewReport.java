package org.w3id.urbis.loader.preview;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.w3id.urbis.loader.report.Report;
import org.w3id.urbis.shapes.ShortNames;

/**
 * What is told of an entry before it is handed in or accepted: what was found in it, and what it would change.
 *
 * @param report  what was found, in whose language and how
 * @param preview what it would change; empty if it cannot be read to its end
 * @param names   how to show IRIs
 */
public record PreviewReport(Report report, Optional<Preview> preview, ShortNames names) {

    /** The label in the reader's language, else in English, else any; empty if there is none. */
    Optional<String> label(Map<String, String> labels) {
        return Stream.concat(
                        Stream.of(report.messages().locale().toLanguageTag(), "en", ""),
                        labels.keySet().stream().sorted())
                .filter(labels::containsKey)
                .map(labels::get)
                .findFirst();
    }

    /** A term as people write it in Turtle. */
    String shown(Node node) {
        if (node.isURI()) {
            return names.of(node.getURI());
        }
        String language = node.getLiteralLanguage();
        return "\"" + node.getLiteralLexicalForm() + "\"" + (language.isEmpty() ? "" : "@" + language);
    }
}
