package org.w3id.urbis.endpoint.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

class ProblemWordsTest {
    private static final RunningServer SERVER = ShippedServer.running();

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "es", "fr", "ru", "zh"})
    void everyTypeIsNamedAndExplainedInEveryLanguage(String lang) {
        Set<String> expected = new TreeSet<>();
        for (ProblemType type : ProblemType.values()) {
            expected.add(type.slug() + ".title");
            expected.add(type.slug() + ".about");
        }
        for (ProblemDetail detail : ProblemDetail.values()) {
            expected.add(detail.key());
            String words = ProblemWords.of(lang).texts().getProperty(detail.key(), "");
            assertEquals(places(detail.english()), places(words), detail.key());
        }
        Properties english = ProblemWords.of("en").texts();
        english.stringPropertyNames().forEach(key -> {
            expected.add(key);
            String sentence = english.getProperty(key);
            assertEquals(places(sentence), places(ProblemWords.of(lang).texts().getProperty(key, "")), key);
            assertEquals(
                    places(sentence).stream().distinct().count(),
                    places(sentence).size(),
                    key);
        });
        assertTrue(english.size() > 200);
        assertEquals(expected, new TreeSet<>(ProblemWords.of(lang).texts().stringPropertyNames()));
        for (ProblemType type : ProblemType.values()) {
            assertNotEquals(type.title(), ProblemWords.of(lang).title(type));
            assertFalse(ProblemWords.of(lang).explanation(type).isBlank());
        }
    }

    @Test
    void aProblemIsInEnglishUnlessTheReaderAsksOtherwise() {
        HttpResponse<String> english = SERVER.get("/id/city/nowhere", "Accept", "application/json");
        assertEquals("en", header(english, "Content-Language"));
        assertEquals(
                "Nothing is known by this name",
                Json.parse(english.body()).get("title").textValue());
        HttpResponse<String> french = SERVER.get(
                "/id/city/nowhere", "Accept", "application/json", "Accept-Language", "de, fr-CH;q=0.9, en;q=0.5");
        assertEquals("fr", header(french, "Content-Language"));
        JsonNode problem = Json.parse(french.body());
        assertEquals("Rien n’est connu sous ce nom", problem.get("title").textValue());
        assertEquals(
                "On ne sait rien de <https://w3id.org/urbis/id/city/nowhere>.",
                problem.get("detail").textValue());
        assertTrue(header(french, "Vary").contains("Accept-Language"), header(french, "Vary"));
    }

    /** What stands for values in a text, each as often as it does. */
    private static List<String> places(String text) {
        return Pattern.compile("\\{[0-9]}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    @Test
    void whatHasNoWordsInALanguageIsToldInEnglishAndSaysSo() {
        Problem unheard = Problem.of(ProblemType.INTERNAL, "Nobody has said this before.");
        assertFalse(ProblemWords.of("es").tells(unheard));
        assertEquals("Nobody has said this before.", ProblemWords.of("es").detail(unheard));
        Problem lengthy = Problem.of(ProblemType.QUERY_SYNTAX, "Line 1, column 2: " + "a Add: ".repeat(100_000));
        assertFalse(ProblemWords.of("es").tells(lengthy));
    }

    /** What a message is made of is found again in it, also where one sentence stands within another. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/sparql?query=SELECT | Строка 1, столбец 6: запрос кончается там, где ожидается продолжение.",
                "/sparql?query=ASK%20%7B%20%3Fs%20skoss%3Ax%20%22%3F%22%20%7D | Строка 1, столбец 10: префикс «skoss:»"
                        + " не объявлен. Может быть, «skos:»? Добавьте: PREFIX skos:"
                        + " <http://www.w3.org/2004/02/skos/core#>",
                "/sparql?query=SELCT | Строка 1, столбец 1: «SELCT» не является словом SPARQL. Может быть, SELECT?",
                "/api/cities?sort=populaton&limit=1 | Упорядочить по «populaton» нельзя. Может быть, population?",
                "/collections/cities/items?limit=0 | Параметр «limit» — целое число от 1 до 10000, а не «0».",
                "/queries/commitment/due-by?latest=soon | Параметр «latest» принимает день, например 2030-12-31, а не"
                        + " «soon».",
                "/sparql?query=ASK%7BSERVICE%20%3Chttp://a.example/%3E%7B%7D%7D | Запрос обращается к"
                        + " http://a.example/, а это не одна из точек, к которым можно обращаться отсюда: таких нет."
            })
    void sentencesWithinSentencesAreTold(String path, String detail) {
        HttpResponse<String> problem = SERVER.get(path, "Accept", "application/json", "Accept-Language", "ru");
        String said = Json.parse(problem.body()).get("detail").textValue();
        assertTrue(said.startsWith(detail), said);
        assertEquals("ru", header(problem, "Content-Language"));
    }

    @Test
    void aValueIsPutInAsItIs() {
        HttpResponse<String> odd =
                SERVER.get("/queries/a/%7B0%7D%7B1%7D", "Accept", "application/json", "Accept-Language", "ru");
        assertEquals(
                "В каталоге нет вопроса «a/{0}{1}». Все перечислены в /queries.",
                Json.parse(odd.body()).get("detail").textValue());
    }

    @Test
    void pagesOfProblemsSpeakTheReadersLanguage() {
        HttpResponse<String> arabic = SERVER.get("/problem/not-found", "Accept-Language", "ar");
        assertEquals(200, arabic.statusCode());
        assertEquals("ar", header(arabic, "Content-Language"));
        assertTrue(arabic.body().contains("<html lang=\"ar\" dir=\"rtl\">"), arabic.body());
        assertTrue(arabic.body().contains("لا شيء معروف بهذا الاسم"));
        assertTrue(arabic.body().contains("href=\"/problem/not-found?lang=ru\""));
        HttpResponse<String> met = SERVER.get("/id/city/nowhere?lang=zh", "Accept", "text/html");
        assertEquals(404, met.statusCode());
        assertTrue(met.body().contains("<h1>没有以此命名的内容</h1>"), met.body());
        assertTrue(met.body().contains("<p class=\"detail\" lang=\"zh\" dir=\"ltr\">对 "), met.body());
        assertEquals(400, SERVER.get("/problem/not-found?lang=xx").statusCode());
        assertEquals(
                304,
                SERVER.get("/problem/not-found", "If-None-Match", header(SERVER.get("/problem/not-found"), "ETag"))
                        .statusCode());
    }
}
