package org.w3id.urbis.endpoint.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.queries.CatalogueQuery;
import org.w3id.urbis.queries.QueryCatalogue;

class CatalogueRoutesTest {
    private static final List<CatalogueQuery> QUERIES = QueryCatalogue.shipped().queries();

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
        String page = server.get("/queries").body();
        assertTrue(QUERIES.size() > 20);
        for (CatalogueQuery query : QUERIES) {
            assertTrue(page.contains("href=\"/queries/" + query.name() + "\""), query.name());
        }
    }

    @Test
    void everyQuestionIsAnsweredAsDataAndAsAPage() {
        for (CatalogueQuery query : QUERIES) {
            HttpResponse<String> response = server.get("/queries/" + query.name());
            assertEquals(200, response.statusCode(), query.name() + response.body());
            HttpResponse<String> page = server.get("/queries/" + query.name(), "Accept", "text/html");
            assertEquals(200, page.statusCode(), query.name() + page.body());
            assertTrue(page.body().contains("#+ summary: "), query.name());
        }
    }

    @Test
    void aQuestionFileCanBePostedAsItIs() {
        for (CatalogueQuery query : QUERIES) {
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
}
