package org.w3id.urbis.endpoint.query;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.page.CatalogueView;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.queries.CatalogueQuery;
import org.w3id.urbis.queries.QueryCatalogue;
import org.w3id.urbis.queries.QuestionWords;

/** The catalogue as pages show it. */
public final class CataloguePages {
    /** Questions for the first page; those that a catalogue lacks are made up for by others of it. */
    private static final List<String> EXAMPLES =
            List.of("commitment/quantified-climate-commitments", "network/member-counts", "framework/who-contributes");

    /** How many questions are offered to somebody who looks for words. */
    private static final int MOST_FOUND = 4;

    private static final int FEWEST_LETTERS = 3;

    private final QueryCatalogue catalogue;

    /** Shows a catalogue. */
    public CataloguePages(QueryCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The questions with a tag; all of them without one. */
    List<CatalogueQuery> tagged(Optional<String> tag) {
        return catalogue.queries().stream()
                .filter(query -> tag.isEmpty() || query.tags().contains(tag.get()))
                .toList();
    }

    /** Some questions by subject. */
    CatalogueView list(List<CatalogueQuery> queries, Optional<String> tag, Languages languages) {
        return list(queries, tag, languages, address(tag), CatalogueRoutes.FORMS_OF_LIST);
    }

    /** All questions by subject, on the page of a document that is offered in some forms. */
    CatalogueView all(Languages languages, String address, List<Representation> forms) {
        return list(catalogue.queries(), Optional.empty(), languages, address, forms);
    }

    private static CatalogueView list(
            List<CatalogueQuery> queries,
            Optional<String> tag,
            Languages languages,
            String address,
            List<Representation> forms) {
        QuestionWords words = QuestionWords.of(languages.first());
        Map<String, List<CatalogueView.Entry>> subjects = new TreeMap<>();
        for (CatalogueQuery query : queries) {
            subjects.computeIfAbsent(query.name().split("/", 2)[0], any -> new ArrayList<>())
                    .add(new CatalogueView.Entry(
                            query.name(), text(words.question(query)), text(words.summary(query)), href(query)));
        }
        String join = address.contains("?") ? "&" : "?";
        return new CatalogueView(
                subjects.entrySet().stream()
                        .map(entry -> new CatalogueView.Subject(entry.getKey(), entry.getValue()))
                        .toList(),
                tag.map(words::tag).map(CataloguePages::text).orElse(Text.plain("")),
                forms.stream()
                        .filter(form -> form != Representation.HTML)
                        .map(form -> new Link(address + join + "format=" + form.suffix(), Text.plain(form.title())))
                        .toList());
    }

    /** Where the list is found. */
    static String address(Optional<String> tag) {
        return tag.map(CataloguePages::tagged).orElse("/queries");
    }

    /** Where the questions with a tag are listed. */
    static String tagged(String tag) {
        return "/queries?tag=" + encoded(tag);
    }

    /** Where the same question is answered with the same parameters, but for the language. */
    static String address(CatalogueQuery query, Parameters parameters) {
        List<String> pairs = new ArrayList<>();
        parameters.values().forEach((name, values) -> values.stream()
                .filter(value -> !name.equals("lang"))
                .forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
        return href(query) + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Words with their language, for a page. */
    static Text text(QuestionWords.Phrase phrase) {
        return new Text(phrase.text(), phrase.lang());
    }

    /** Three questions to begin with, or as many as there are, in the language of the reader. */
    public List<Link> examples(Languages languages) {
        QuestionWords words = QuestionWords.of(languages.first());
        List<CatalogueQuery> chosen = new ArrayList<>();
        EXAMPLES.forEach(name -> catalogue.find(name).ifPresent(chosen::add));
        catalogue.queries().stream()
                .filter(query -> !chosen.contains(query))
                .limit(EXAMPLES.size() - chosen.size())
                .forEach(chosen::add);
        return chosen.stream()
                .map(query -> new Link(href(query), text(words.question(query))))
                .toList();
    }

    /** Questions that have all the words of a text, in the language of the reader or in English; few at most. */
    public List<Link> about(String text, Languages languages) {
        List<String> wanted = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() >= FEWEST_LETTERS)
                .toList();
        QuestionWords words = QuestionWords.of(languages.first());
        return wanted.isEmpty()
                ? List.of()
                : catalogue.queries().stream()
                        .filter(query -> wanted.stream().allMatch(searched(query, words)::contains))
                        .limit(MOST_FOUND)
                        .map(query -> new Link(href(query), text(words.question(query))))
                        .toList();
    }

    private static String searched(CatalogueQuery query, QuestionWords words) {
        return String.join(
                        " ",
                        words.question(query).text(),
                        words.summary(query).text(),
                        query.question(),
                        String.join(" ", query.tags()))
                .toLowerCase(Locale.ROOT);
    }

    private static String href(CatalogueQuery query) {
        return "/queries/" + query.name();
    }
}
