package org.w3id.urbis.endpoint.documentation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.page.AnswerView;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.page.Wording;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.endpoint.sparql.AnswerSample;

/** Lays the beginning of an answer out, with names in place of IRIs; in a transaction of the caller's. */
final class AnswerLayout {
    private final DescriptionReader reader;
    private final Identifiers identifiers;
    private final Languages languages;
    private final Words words;

    AnswerLayout(DatasetGraph dataset, Identifiers identifiers, Languages languages) {
        this.reader = new DescriptionReader(dataset, identifiers);
        this.identifiers = identifiers;
        this.languages = languages;
        this.words = Words.of(languages.first());
    }

    /**
     * Lays out.
     *
     * @param sample the answer; empty if there was none in time
     * @param href   where all of it is
     * @param tryIt  where the query is to be changed
     */
    AnswerView of(Optional<AnswerSample> sample, String href, String tryIt) {
        return sample.map(answer -> new AnswerView(
                        answer.rows().isEmpty() ? List.of() : answer.columns(),
                        answer.rows().stream()
                                .map(row -> answer.columns().stream()
                                        .map(column -> cell(row, column))
                                        .toList())
                                .toList(),
                        told(answer),
                        href,
                        tryIt))
                .orElseGet(() -> none("documentation.answer.late", href, tryIt));
    }

    /** A place for an answer that is not asked for here. */
    AnswerView none(String key, String href, String tryIt) {
        return new AnswerView(List.of(), List.of(), words.get(key), href, tryIt);
    }

    private String told(AnswerSample answer) {
        String number = words.number(answer.count());
        return switch (answer.form()) {
            case "ask" -> words.get(answer.count() > 0 ? "workbench.result.yes" : "workbench.result.no");
            case "select" ->
                answer.count() == 0
                        ? words.get("answer.none")
                        : words.get(
                                answer.more() ? "documentation.answer.manyRows" : "documentation.answer.rows", number);
            default -> words.get("documentation.answer.statements", number);
        };
    }

    private Link cell(Map<String, Node> row, String column) {
        Node term = row.get(column);
        if (term == null || term.isBlank()) {
            return new Link("", Text.plain(""));
        }
        if (term.isLiteral()) {
            return new Link("", new Text(term.getLiteralLexicalForm(), term.getLiteralLanguage()));
        }
        return new Wording(Map.of(term, reader.names(term)), identifiers, languages).link(term);
    }
}
