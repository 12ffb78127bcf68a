package org.w3id.urbis.endpoint.documentation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.page.AnswerView;
import org.w3id.urbis.endpoint.page.ApiView;
import org.w3id.urbis.endpoint.page.DocumentationView;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.ontology.ResourceFolder;

/** First steps in SPARQL on this graph, each with a query to be tried; the last is the reader's own. */
final class TutorialPage {
    private static final String WORDS = "documentation.tutorial.";
    private static final String ENDING = ".rq";

    private final List<Query> queries;
    private final LiveAnswers answers;
    private final Identifiers identifiers;

    TutorialPage(LiveAnswers answers, Identifiers identifiers) {
        ResourceFolder folder = ResourceFolder.onClasspath("urbis/tutorial");
        this.queries = folder.names(ENDING).stream()
                .map(file -> new Query(
                        file.substring(file.indexOf('-') + 1, file.length() - ENDING.length()), folder.text(file)))
                .toList();
        this.answers = answers;
        this.identifiers = identifiers;
    }

    /** The query of a step. */
    private record Query(String step, String text) {}

    DocumentationView.Tutorial of(RevisionLease revision, Languages languages) {
        Words words = Words.of(languages.first());
        queries.forEach(query -> answers.of(revision, query.text()));
        return Txn.calculateRead(revision.dataset(), () -> {
            AnswerLayout layout = new AnswerLayout(revision.dataset(), identifiers, languages);
            return new DocumentationView.Tutorial(queries.stream()
                    .map(query -> step(query, revision, layout, words))
                    .toList());
        });
    }

    private DocumentationView.Step step(Query query, RevisionLease revision, AnswerLayout layout, Words words) {
        String encoded = URLEncoder.encode(query.text(), StandardCharsets.UTF_8);
        String tryIt = "/sparql?query=" + encoded + "&view=table";
        AnswerView answer =
                layout.of(answers.known(revision, query.text()), "/sparql?query=" + encoded + "&format=html", tryIt);
        return new DocumentationView.Step(
                query.step(),
                words.get(WORDS + query.step()),
                prose(words, WORDS + query.step()),
                query.text(),
                answer);
    }

    /** The paragraphs that there are words for. */
    static List<ApiView.Prose> prose(Words words, String key) {
        List<ApiView.Prose> prose = new ArrayList<>();
        for (int number = 1; words.has(key + "." + number); number++) {
            prose.add(ApiView.Prose.of(words.get(key + "." + number)));
        }
        return prose;
    }
}
