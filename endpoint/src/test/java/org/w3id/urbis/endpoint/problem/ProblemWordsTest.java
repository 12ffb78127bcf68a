package org.w3id.urbis.endpoint.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        HttpResponse<String> fault =
                SERVER.get("/sparql?query=SELECT", "Accept", "application/json", "Accept-Language", "es");
        assertEquals(400, fault.statusCode());
        assertEquals("es, en", header(fault, "Content-Language"));
        assertTrue(Json.parse(fault.body()).get("detail").textValue().startsWith("Line 1"), fault.body());
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
