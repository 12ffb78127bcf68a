package org.w3id.urbis.endpoint.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
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
        assertEquals("fr, en", header(french, "Content-Language"));
        JsonNode problem = Json.parse(french.body());
        assertEquals("Rien n’est connu sous ce nom", problem.get("title").textValue());
        assertEquals(Json.parse(english.body()).get("detail"), problem.get("detail"), "the detail is English in both");
        assertTrue(header(french, "Vary").contains("Accept-Language"), header(french, "Vary"));
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
        assertTrue(met.body().contains("<p class=\"detail\" lang=\"en\" dir=\"ltr\">"), met.body());
        assertEquals(400, SERVER.get("/problem/not-found?lang=xx").statusCode());
        assertEquals(
                304,
                SERVER.get("/problem/not-found", "If-None-Match", header(SERVER.get("/problem/not-found"), "ETag"))
                        .statusCode());
    }
}
