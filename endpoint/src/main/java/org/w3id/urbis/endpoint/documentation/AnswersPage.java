package org.w3id.urbis.endpoint.documentation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.system.Txn;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.page.AnswerView;
import org.w3id.urbis.endpoint.page.DocumentationView;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.endpoint.sparql.AnswerSample;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.queries.CatalogueQuery;
import org.w3id.urbis.queries.QueryCatalogue;
import org.w3id.urbis.queries.QuestionWords;

/** Answers the competency questions, subject by subject, for the values that their forms begin with. */
final class AnswersPage {
    private static final String PATH = "/documentation/answers";

    private final Map<String, List<CatalogueQuery>> bySubject;
    private final LiveAnswers answers;
    private final Identifiers identifiers;

    AnswersPage(QueryCatalogue catalogue, LiveAnswers answers, Identifiers identifiers) {
        this.bySubject = catalogue.queries().stream()
                .collect(Collectors.groupingBy(
                        query -> query.name().split("/", 2)[0], TreeMap::new, Collectors.toList()));
        this.answers = answers;
        this.identifiers = identifiers;
    }

    /** The subjects that there are questions about. */
    List<String> subjects() {
        return List.copyOf(bySubject.keySet());
    }

    /** The page of a subject; without one, the list of subjects. */
    DocumentationView.Answers of(RevisionLease revision, Optional<String> subject, Languages languages) {
        Words words = Words.of(languages.first());
        // Asked before they are laid out, so that no transaction waits for a query.
        List<CatalogueQuery> questions = subject.map(bySubject::get).orElse(List.of());
        questions.stream().filter(query -> !query.isFederated()).forEach(query -> answers.of(revision, query.text()));
        List<DocumentationView.Answered> answered = Txn.calculateRead(revision.dataset(), () -> {
            AnswerLayout layout = new AnswerLayout(revision.dataset(), identifiers, languages);
            return questions.stream()
                    .map(query -> answered(query, revision, layout, languages))
                    .toList();
        });
        return new DocumentationView.Answers(
                subject.map(name -> words.get("subject." + name)).orElse(""),
                bySubject.entrySet().stream()
                        .map(entry -> new DocumentationView.Subject(
                                new Link(PATH + "/" + entry.getKey(), words.text("subject." + entry.getKey())),
                                words.number(entry.getValue().size()),
                                subject.filter(entry.getKey()::equals).isPresent()))
                        .toList(),
                answered);
    }

    private DocumentationView.Answered answered(
            CatalogueQuery query, RevisionLease revision, AnswerLayout layout, Languages languages) {
        QuestionWords.Phrase question = QuestionWords.of(languages.first()).question(query);
        String href = "/queries/" + query.name();
        String tryIt = "/sparql?question=" + query.name();
        Optional<AnswerSample> sample = answers.known(revision, query.text());
        AnswerView view = query.isFederated()
                ? layout.none("documentation.answer.elsewhere", href, tryIt)
                : layout.of(sample, href, tryIt);
        return new DocumentationView.Answered(
                query.name().split("/", 2)[1], new Text(question.text(), question.lang()), view);
    }
}
