package org.w3id.urbis.endpoint.query;

import java.util.List;
import java.util.Map;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.page.Frame;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.Pages;
import org.w3id.urbis.endpoint.page.QueryView;
import org.w3id.urbis.endpoint.page.QuestionView;
import org.w3id.urbis.endpoint.sparql.AnswerPage;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.queries.CatalogueQuery;
import org.w3id.urbis.queries.Parameter;
import org.w3id.urbis.queries.ParameterType;
import org.w3id.urbis.queries.QuestionWords;

/**
 * The page of a question: what it asks, a form for what can be filled in, and its answer.
 *
 * @param pages     renders it
 * @param known     which things parameters may name
 * @param query     the question
 * @param values    what was filled in, by parameter
 * @param languages of the reader
 * @param address   where the answer is found, with all parameters but the language
 * @param chosen    whether the language was asked for by a parameter, which the form then keeps
 */
record QuestionPage(
        Pages pages,
        KnownValues known,
        CatalogueQuery query,
        Map<String, List<String>> values,
        Languages languages,
        String address,
        boolean chosen)
        implements AnswerPage {
    /** A list that is shorter is chosen from; in a longer one, one types. */
    private static final int MOST_TO_CHOOSE_FROM = 60;

    @Override
    public String language() {
        return languages.first();
    }

    @Override
    public String variant() {
        return languages.toString() + chosen;
    }

    @Override
    public byte[] of(RevisionLease revision, QueryView answer) {
        Frame frame =
                Frame.of(languages, revision.info().number(), revision.info().created(), address);
        String path = "/queries/" + query.name();
        return pages.question(
                frame,
                new QuestionView(
                        path,
                        CataloguePages.text(words().question(query)),
                        CataloguePages.text(words().summary(query)),
                        query.tags().stream().map(this::tag).toList(),
                        query.parameters().stream()
                                .map(parameter -> field(parameter, revision))
                                .toList(),
                        chosen ? languages.first() : "",
                        CatalogueDocument.forms(query.form()).reversed().stream()
                                .map(form -> form.suffix())
                                .toList(),
                        answer));
    }

    private QuestionWords words() {
        return QuestionWords.of(languages.first());
    }

    private Link tag(String tag) {
        return new Link(CataloguePages.tagged(tag), CataloguePages.text(words().tag(tag)));
    }

    private QuestionView.Field field(Parameter parameter, RevisionLease revision) {
        List<String> filled = values.getOrDefault(
                parameter.name(),
                parameter.defaults().stream()
                        .map(node -> CatalogueOperations.value(node).toString())
                        .toList());
        KnownValues.Listed members = parameter.kinds().isEmpty()
                ? new KnownValues.Listed(List.of(), false)
                : known.list(revision, parameter.kinds(), languages);
        boolean chosenFrom = members.whole()
                && (parameter.several() || members.values().size() <= MOST_TO_CHOOSE_FROM)
                && filled.stream().allMatch(value -> members.values().stream()
                        .anyMatch(member -> member.iri().equals(value)));
        List<QuestionView.Option> options = members.values().stream()
                .map(member -> new QuestionView.Option(
                        Filling.shortly(parameter, member.iri()), member.name(), filled.contains(member.iri())))
                .toList();
        String value = String.join(
                " ", filled.stream().map(one -> Filling.shortly(parameter, one)).toList());
        return new QuestionView.Field(
                parameter.name(),
                CataloguePages.text(words().parameter(parameter)),
                chosenFrom ? "select" : input(parameter.type()),
                parameter.several(),
                value,
                options);
    }

    private static String input(ParameterType type) {
        return switch (type) {
            case DATE -> "date";
            case INTEGER, DECIMAL, YEAR -> "number";
            case IRI, STRING, LANGUAGE -> "text";
        };
    }
}
