package org.w3id.urbis.queries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.queries.QuestionWords.Phrase;

/** Every question is asked in the six languages of the United Nations. */
class QuestionWordsTest {
    private final List<CatalogueQuery> queries = QueryCatalogue.shipped().queries();

    @Test
    void thereAreFilesForTheOtherFive() {
        assertEquals(Set.of("ar", "es", "fr", "ru", "zh"), QuestionWords.languages());
    }

    @Test
    void everyLanguageHasEveryTextAndNoOther() {
        for (String lang : QuestionWords.languages()) {
            QuestionWords words = QuestionWords.of(lang);
            Set<String> missing = new TreeSet<>();
            int phrases = 0;
            Set<String> parameters = new TreeSet<>();
            Set<String> tags = new TreeSet<>();
            for (CatalogueQuery query : queries) {
                phrases += check(missing, query.name() + " summary", words.summary(query), lang);
                phrases += check(missing, query.name() + " question", words.question(query), lang);
                query.parameters().stream()
                        .filter(parameter -> parameters.add(parameter.description()))
                        .forEach(
                                parameter -> check(missing, parameter.description(), words.parameter(parameter), lang));
                query.tags().stream().filter(tags::add).forEach(tag -> check(missing, tag, words.tag(tag), lang));
            }
            assertEquals(Set.of(), missing, lang);
            assertEquals(phrases + parameters.size() + tags.size(), words.keys().size(), () -> lang + " says too much");
        }
    }

    private static int check(Set<String> missing, String what, Phrase phrase, String lang) {
        if (!phrase.lang().equals(lang) || phrase.text().isBlank()) {
            missing.add(what);
        }
        return 1;
    }

    /** A text in the file of another language shows by its letters, and a question by its end. */
    @Test
    void textsAreInTheirOwnScriptAndAreQuestions() {
        for (CatalogueQuery query : queries) {
            assertTrue(QuestionWords.of("ar").question(query).text().matches(".*\\p{IsArabic}.*؟"), query.name());
            assertTrue(QuestionWords.of("ru").question(query).text().matches(".*\\p{IsCyrillic}.*\\?"), query.name());
            assertTrue(QuestionWords.of("zh").question(query).text().matches(".*\\p{IsHan}.*？"), query.name());
            assertTrue(QuestionWords.of("es").question(query).text().matches(".*¿.*\\?"), query.name());
            assertTrue(QuestionWords.of("fr").question(query).text().matches(".* \\?"), query.name());
            for (String lang : QuestionWords.languages()) {
                assertTrue(!QuestionWords.of(lang).summary(query).text().endsWith("."), query.name());
            }
        }
    }

    @Test
    void whatIsNotTranslatedIsToldInEnglish() {
        CatalogueQuery own = CatalogueQuery.parse("own/question", """
            #+ summary: Anything
            #+ question: Is there anything?
            #+ tags: overview
            #+ audience: portal

            ASK { ?s ?p ?o }
            """);
        assertEquals(
                new Phrase("Is there anything?", "en"), QuestionWords.of("fr").question(own));
        assertEquals(new Phrase("vue d’ensemble", "fr"), QuestionWords.of("fr").tag("overview"));
        assertEquals(new Phrase("Anything", "en"), QuestionWords.of("en").summary(own));
    }
}
