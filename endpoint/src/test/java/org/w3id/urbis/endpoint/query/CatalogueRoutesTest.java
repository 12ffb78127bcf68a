package org.w3id.urbis.endpoint.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.queries.CatalogueQuery;
import org.w3id.urbis.queries.QueryCatalogue;

class CatalogueRoutesTest {
    private static final List<CatalogueQuery> QUERIES = QueryCatalogue.shipped().queries();

    /** Those that ask nobody else. */
    private static final List<CatalogueQuery> OWN =
            QUERIES.stream().filter(query -> !query.isFederated()).toList();

    private static final String NETWORKS = "https://w3id.org/urbis/id/network/";

    @TempDir
    private static Path data;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        Town.publish(data);
        server = RunningServer.on(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theListNamesEveryQuestion() {
        HttpResponse<String> page = server.get("/queries", "Accept", "text/html", "Accept-Language", "ru");
        assertEquals("ru", page.headers().firstValue("Content-Language").orElseThrow());
        assertTrue(page.body().contains("<html lang=\"ru\""), page.body());
        JsonNode list = Json.of(server.get("/queries"));
        assertTrue(QUERIES.size() > 20);
        assertEquals(QUERIES.size(), list.get("total").intValue());
        for (int i = 0; i < QUERIES.size(); i++) {
            String name = QUERIES.get(i).name();
            assertTrue(page.body().contains("href=\"/queries/" + name + "\""), name);
            JsonNode entry = list.get("queries").get(i);
            assertEquals(name, entry.get("name").textValue());
            assertEquals(QUERIES.get(i).question(), entry.get("question").textValue());
            assertEquals(server.origin() + "/queries/" + name, entry.get("href").textValue());
            assertEquals(
                    QUERIES.get(i).parameters().size(), entry.get("parameters").size());
        }
        String turtle = server.get("/queries", "Accept", "text/turtle").body();
        assertTrue(turtle.contains("sh:SPARQLSelectExecutable"), turtle);
    }

    @Test
    void theListCanBeNarrowedByTag() {
        JsonNode list = Json.of(server.get("/queries?tag=membership"));
        assertTrue(list.get("total").intValue() > 0 && list.get("total").intValue() < QUERIES.size());
        list.get("queries")
                .forEach(query -> assertTrue(query.get("tags").toString().contains("\"membership\""), query::toString));
        assertEquals(0, Json.of(server.get("/queries?tag=none")).get("total").intValue());
    }

    @Test
    void parametersTellTypeDefaultAndWhatIsAllowed() {
        JsonNode list = Json.of(server.get("/queries?format=json&lang=fr")).get("queries");
        JsonNode card = entry(list, "network/contact-card").at("/parameters/0");
        assertEquals("network", card.get("name").textValue());
        assertEquals("iri", card.get("type").textValue());
        assertEquals(NETWORKS + "icorn", card.get("default").textValue());
        assertEquals(
                server.origin() + "/api/networks", card.at("/collections/0").textValue());
        String allowed = card.get("allowed").toString();
        assertTrue(allowed.contains("{\"value\":\"" + NETWORKS + "bridges\",\"name\":\"Villes à ponts\"}"), allowed);
        JsonNode box = entry(list, "city/cities-in-a-box").at("/parameters/0");
        assertEquals("decimal", box.get("type").textValue());
        assertEquals(45, box.get("default").doubleValue());
        assertTrue(entry(list, "network/compare-two-networks")
                .at("/parameters/0/default")
                .isArray());
    }

    private static JsonNode entry(JsonNode list, String name) {
        for (JsonNode entry : list) {
            if (entry.get("name").textValue().equals(name)) {
                return entry;
            }
        }
        throw new AssertionError(name);
    }

    @Test
    void aThingMayBeGivenByItsKeyAndABlankMeansTheDefault() {
        String path = "/queries/network/contact-card?network=";
        HttpResponse<String> byKey = server.get(path + "bridges", "Accept", "text/csv");
        assertEquals(200, byKey.statusCode(), byKey.body());
        String byIri = server.get(path + RunningServer.encode(NETWORKS + "bridges"), "Accept", "text/csv")
                .body();
        assertEquals(byIri, byKey.body());
        assertEquals(200, server.get(path, "Accept", "text/csv").statusCode());
        String two = "/queries/network/compare-two-networks?format=csv&network=";
        assertEquals(
                server.get(two + "bridges&network=evil").body(),
                server.get(two + "bridges+evil").body());
    }

    @Test
    void valuesThatCannotBeAreRefusedWithWhatCan() {
        HttpResponse<String> unknown = server.get("/queries/network/contact-card?network=nowhere");
        assertEquals(400, unknown.statusCode());
        JsonNode problem = Json.parse(unknown.body());
        assertEquals("network", problem.get("parameter").textValue());
        assertTrue(problem.get("allowed").toString().contains("\"" + NETWORKS + "bridges\""), unknown.body());
        HttpResponse<String> city =
                server.get("/queries/city/networks-of-a-city?city=" + RunningServer.encode(NETWORKS + "bridges"));
        assertEquals(400, city.statusCode(), city.body());
        HttpResponse<String> day = server.get("/queries/commitment/due-by?latest=soon");
        assertEquals(400, day.statusCode());
        assertTrue(day.body().contains("a day, such as 2030-12-31"), day.body());
        assertEquals(
                400,
                server.get("/queries/commitment/due-by?latest=2030-01-01&latest=2031-01-01")
                        .statusCode());
    }

    @Test
    void thePageHasAFormForWhatCanBeFilledIn() {
        String path = "/queries/network/contact-card?network=bridges&lang=ar";
        HttpResponse<String> page = server.get(path, "Accept", "text/html");
        assertEquals("ar", page.headers().firstValue("Content-Language").orElse(""));
        String body = page.body();
        assertTrue(body.contains("<html lang=\"ar\" dir=\"rtl\""), body);
        assertTrue(body.contains("action=\"/queries/network/contact-card\""), body);
        assertTrue(body.contains("<label for=\"p-network\""), body);
        assertTrue(body.contains("<option value=\"bridges\" lang=\"ar\" dir=\"rtl\" selected>"), body);
        assertTrue(body.contains("<input type=\"hidden\" name=\"lang\" value=\"ar\">"), body);
        assertTrue(body.contains("network=bridges&amp;lang=fr\""), body);
        String day =
                server.get("/queries/commitment/due-by", "Accept", "text/html").body();
        assertTrue(day.contains("type=\"date\""), day);
        assertTrue(day.contains("value=\"2030-12-31\""), day);
    }

    @Test
    void theIriOfAQuestionTellsWhatItIs() {
        String turtle =
                server.get("/queries/network/networks", "Accept", "text/turtle").body();
        assertTrue(turtle.contains("/queries/network/networks>"), turtle);
        assertTrue(turtle.contains("sh:SPARQLExecutable"), turtle);
        HttpResponse<String> text = server.get("/queries/network/networks.rq");
        assertEquals(
                "application/sparql-query",
                text.headers().firstValue("Content-Type").orElse(""));
        assertTrue(text.body().startsWith("#+ summary: "), text.body());
        assertEquals(404, server.get("/queries/network/none.rq").statusCode());
    }

    @Test
    void everyQuestionIsAnsweredAsDataAndAsAPage() {
        for (CatalogueQuery query : OWN) {
            HttpResponse<String> response = server.get("/queries/" + query.name());
            assertEquals(200, response.statusCode(), query.name() + response.body());
            HttpResponse<String> page = server.get("/queries/" + query.name(), "Accept", "text/html");
            assertEquals(200, page.statusCode(), query.name() + page.body());
            assertTrue(page.body().contains("#+ summary: "), query.name());
        }
    }

    @Test
    void whereOthersMayNotBeAskedTheQuestionSaysWhatTheOperatorHasToDo() {
        HttpResponse<String> response = server.get("/queries/commitment/by-unbis-subject");
        assertEquals(403, response.statusCode(), response.body());
        assertTrue(response.body().contains("URBIS_FEDERATION="), response.body());
        assertTrue(server.get("/queries").body().contains("\"federatesWith\": [\"sdg\", \"unbis\"]"));
    }

    @Test
    void aQuestionFileCanBePostedAsItIs() {
        for (CatalogueQuery query : OWN) {
            HttpResponse<String> response = server.post(
                    "/sparql", "application/x-www-form-urlencoded", "query=" + RunningServer.encode(query.text()));
            assertEquals(200, response.statusCode(), query.name() + response.body());
        }
    }

    @Test
    void parametersAreFilledInByName() {
        CatalogueQuery query = QUERIES.stream()
                .filter(candidate -> candidate.name().equals("network/contact-card"))
                .findFirst()
                .orElseThrow();
        String parameter = query.parameters().getFirst().name();
        String value = RunningServer.encode("https://w3id.org/urbis/id/network/bridges");
        HttpResponse<String> response =
                server.get("/queries/network/contact-card?" + parameter + "=" + value, "Accept", "text/csv");
        assertEquals(200, response.statusCode(), response.body());
        HttpResponse<String> page =
                server.get("/queries/network/contact-card?" + parameter + "=" + value, "Accept", "text/html");
        assertTrue(page.body().contains("network:bridges"), page.body());
        HttpResponse<String> wrong = server.get("/queries/network/contact-card?colour=red");
        assertEquals(400, wrong.statusCode());
        assertTrue(wrong.body().contains("\"parameter\" : \"colour\""), wrong.body());
    }

    @Test
    void unknownQuestionsAndFormsAreRefused() {
        assertEquals(404, server.get("/queries/network/none").statusCode());
        assertEquals(400, server.get("/queries/network/networks?format=pdf").statusCode());
        assertEquals(405, server.post("/queries", "text/plain", "x").statusCode());
    }

    @Test
    void questionsAreAskedInTheLanguageOfTheirReader() {
        String french = server.get("/queries/network/networks?format=html", "Accept-Language", "fr")
                .body();
        assertTrue(french.contains("<h1><span lang=\"fr\" dir=\"ltr\">Quels réseaux de villes"), french);
        String arabic = server.get("/queries?format=html&lang=ar").body();
        assertTrue(arabic.contains("<span lang=\"ar\" dir=\"rtl\">ما شبكات المدن"), arabic);
        HttpResponse<String> list = server.get("/queries?lang=zh", "Accept", "application/json");
        assertEquals("zh", list.headers().firstValue("Content-Language").orElseThrow());
        JsonNode entry = Json.of(list).get("queries").get(0);
        assertEquals("zh", entry.get("language").textValue());
        assertTrue(entry.get("question").textValue().endsWith("？"), entry::toString);
        assertTrue(
                server.get("/?lang=es", "Accept", "text/html").body().contains("lang=\"es\" dir=\"ltr\">¿"),
                "the first page");
    }
}
