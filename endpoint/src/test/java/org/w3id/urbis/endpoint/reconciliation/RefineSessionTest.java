package org.w3id.urbis.endpoint.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;
import org.w3id.urbis.ontology.Urbis;

/** What OpenRefine does with a service, step by step: it knows nothing but the address and what the manifest says. */
class RefineSessionTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FORM = "application/x-www-form-urlencoded";

    private static RunningServer server;
    private static JsonNode manifest;

    @BeforeAll
    static void addTheService() {
        server = ShippedServer.running();
        manifest = ApiSchemas.FINAL.answer("manifest", server.get("/reconcile", "Accept", "*/*"));
    }

    @Test
    void aColumnOfNamesIsMatchedLookedAtAndExtended() {
        String type = suggested("type", "city").path("id").asText();
        assertEquals(Urbis.CITY, type);
        String country = suggested("property", "country").path("id").asText();
        assertEquals(Urbis.NS + "country", country);

        ObjectNode batch = MAPPER.createObjectNode();
        List<List<String>> rows = List.of(List.of("Genève", "CH"), List.of("Paris", "FR"), List.of("Nowhere", "FR"));
        for (int i = 0; i < rows.size(); i++) {
            ObjectNode query = batch.putObject("q" + i)
                    .put("query", rows.get(i).getFirst())
                    .put("type", type)
                    .put("type_strict", "should");
            query.putArray("properties")
                    .addObject()
                    .put("pid", country)
                    .put("v", rows.get(i).getLast());
        }
        JsonNode results = ApiSchemas.FINAL.answer(
                "results", server.post("/reconcile", FORM, "queries=" + RunningServer.encode(batch.toString())));
        assertEquals(
                Urbis.ID + "city/geneva",
                results.path("q0").path("result").path(0).path("id").asText());
        JsonNode paris = results.path("q1").path("result").path(0);
        assertTrue(paris.path("match").asBoolean());
        assertTrue(results.path("q2").path("result").valueStream().noneMatch(candidate -> candidate
                .path("match")
                .asBoolean()));

        String id = paris.path("id").asText();
        HttpResponse<String> preview = server.get(path(manifest.path("preview").path("url"), "{{id}}", id));
        assertEquals(200, preview.statusCode());
        assertTrue(preview.body().contains("<title>Paris</title>"), preview::body);
        String policy = preview.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("frame-ancestors *") && policy.contains("default-src 'none'"), policy);
        assertEquals(
                200,
                server.get(path(manifest.path("view").path("url"), "{{id}}", id))
                        .statusCode());

        JsonNode proposal = manifest.path("extend").path("propose_properties");
        JsonNode proposed = ApiSchemas.FINAL.answer(
                "proposal",
                server.get(
                        proposal.path("service_path").asText() + "?type=" + RunningServer.encode(type) + "&limit=30"));
        assertTrue(proposed.path("properties").findValuesAsText("id").contains(country), proposed::toString);

        ObjectNode question = MAPPER.createObjectNode();
        question.putArray("ids").add(id);
        question.putArray("properties").addObject().put("id", country);
        JsonNode extension = ApiSchemas.FINAL.answer(
                "extension", server.post("/reconcile", FORM, "extend=" + RunningServer.encode(question.toString())));
        JsonNode value = extension.path("rows").path(id).path(country).path(0);
        assertEquals(
                "http://metadata.un.org/sdg/codes/geoArea/250", value.path("id").asText());
        assertEquals("France", value.path("name").asText());
        assertEquals(
                ServedTypes.COUNTRY,
                extension.path("meta").path(0).path("type").path("id").asText());
    }

    @Test
    void whatIsTypedIsCompletedPageByPageAndShownWhenPointedAt() {
        JsonNode service = manifest.path("suggest").path("entity");
        String address = service.path("service_path").asText() + "?prefix=gen";
        JsonNode all = ApiSchemas.FINAL
                .answer("suggestions", server.get(address + "&limit=4"))
                .path("result");
        assertEquals(4, all.size());
        assertEquals(Urbis.ID + "city/geneva", all.path(0).path("id").asText());
        assertEquals(Urbis.CITY, all.path(0).path("notable").path(0).path("id").asText());
        for (String skip : List.of("cursor", "offset")) {
            JsonNode rest = ApiSchemas.FINAL
                    .answer("suggestions", server.get(address + "&limit=2&" + skip + "=2"))
                    .path("result");
            assertEquals(all.path(2), rest.path(0));
            assertEquals(2, rest.size());
        }
        String id = all.path(0).path("id").asText();
        JsonNode flyout = ApiSchemas.FINAL.answer(
                "flyout",
                server.get(service.path("flyout_service_path").asText().replace("${id}", RunningServer.encode(id))));
        assertEquals(id, flyout.path("id").asText());
        assertTrue(flyout.path("html").asText().contains("Geneva"));
    }

    @Test
    void suggestionsTakeEmptyPrefixesAndIdsAndTheReadersLanguage() {
        List<String> types = new ArrayList<>();
        ApiSchemas.FINAL
                .answer("suggestions", server.get("/reconcile/suggest/type?prefix=&limit=50"))
                .path("result")
                .forEach(type -> types.add(type.path("id").asText()));
        assertEquals(ServedTypes.all(), types);
        assertEquals(
                10,
                ApiSchemas.FINAL
                        .answer("suggestions", server.get("/reconcile/suggest/property?prefix="))
                        .path("result")
                        .size());
        String id = Urbis.ID + "network/c40";
        assertEquals(
                id,
                ApiSchemas.FINAL
                        .answer(
                                "suggestions",
                                server.get("/reconcile/suggest/entity?prefix=" + RunningServer.encode(id)))
                        .path("result")
                        .path(0)
                        .path("id")
                        .asText());
        JsonNode ville = ApiSchemas.DRAFT
                .answer(
                        "suggestions",
                        server.get("/reconcile/suggest/type?prefix=vil&version=1.0-draft", "Accept-Language", "fr"))
                .path("result")
                .path(0);
        assertEquals(Urbis.CITY, ville.path("id").asText());
        assertEquals("ville", ville.path("name").asText());
        assertEquals("fr", ville.path("lang").asText());
        // A name that there is in English only, described in Arabic: one language would be wrong for half of it.
        JsonNode c40 = ApiSchemas.DRAFT
                .answer(
                        "suggestions",
                        server.get("/reconcile/suggest/entity?prefix=C40&version=1.0-draft", "Accept-Language", "ar"))
                .path("result")
                .path(0);
        assertEquals("C40 Cities", c40.path("name").asText());
        assertTrue(c40.path("description").asText().codePoints().anyMatch(c -> c >= 0x600 && c < 0x700));
        assertFalse(c40.has("lang") || c40.has("dir"), c40::toString);
        assertEquals(400, server.get("/reconcile/suggest/entity").statusCode());
        assertEquals(
                400, server.get("/reconcile/suggest/entity?prefix=a&cursor=-1").statusCode());
        assertEquals(
                400, server.get("/reconcile/suggest/entity?prefix=a&limit=x").statusCode());
        assertEquals(404, server.get("/reconcile/suggest/other?prefix=a").statusCode());
    }

    @Test
    void valuesComeAsTheirTypesAndInTheFormOfTheVersion() {
        String question = """
            {"ids": ["%1$scity/paris", "%1$sframework/sendai", "nothing"],
             "properties": [{"id": "population"}, {"id": "latitude"}, {"id": "adopted"},
               {"id": "http://www.w3.org/2004/02/skos/core#closeMatch", "settings": {"limit": 1}},
               {"id": "http://www.w3.org/2003/01/geo/wgs84_pos#lat_long"}]}
            """.formatted(Urbis.ID);
        JsonNode rows = ApiSchemas.DRAFT
                .answer("extension", server.post("/reconcile/extend", "application/json", question))
                .path("rows");
        JsonNode paris = rows.path(0).path("properties");
        assertEquals(2138551, paris.path(0).path("values").path(0).path("int").asInt());
        assertEquals(
                48.85341, paris.path(1).path("values").path(0).path("float").asDouble());
        assertEquals(
                "https://sws.geonames.org/2988507/",
                paris.path(3).path("values").path(0).path("str").asText());
        assertEquals(
                "48.85341,2.3488",
                paris.path(4).path("values").path(0).path("str").asText());
        JsonNode sendai = rows.path(1).path("properties");
        assertEquals(
                "2015-03-18T00:00:00",
                sendai.path(2).path("values").path(0).path("date").asText());
        assertTrue(rows.path(2).path("properties").valueStream().allMatch(property -> property.path("values")
                .isEmpty()));
        ApiSchemas.FINAL.answer("extension", server.get("/reconcile?extend=" + RunningServer.encode(question)));
    }

    @Test
    void textsComeInTheReadersLanguageOrInAll() {
        String question = """
            {"ids": ["http://metadata.un.org/sdg/codes/geoArea/756"],
             "properties": [{"id": "http://www.w3.org/2004/02/skos/core#prefLabel", "settings": {"languages": %s}}]}
            """;
        JsonNode one = values(question.formatted("false"));
        assertEquals(1, one.size());
        assertEquals("Suiza", one.path(0).path("str").asText());
        assertEquals("es", one.path(0).path("lang").asText());
        assertEquals(6, values(question.formatted("true")).size());
    }

    private static JsonNode values(String question) {
        return ApiSchemas.DRAFT
                .answer(
                        "extension",
                        server.post("/reconcile/extend", "application/json", question, "Accept-Language", "es"))
                .path("rows")
                .path(0)
                .path("properties")
                .path(0)
                .path("values");
    }

    @Test
    void aQuestionForDataThatIsNoneIsToldAsAProblem() {
        for (String question : List.of("{", "[]", "{\"ids\": []}", "{\"ids\": \"x\", \"properties\": []}")) {
            assertEquals(
                    400,
                    server.post("/reconcile/extend", "application/json", question)
                            .statusCode(),
                    question);
        }
        assertEquals(
                404,
                server.get("/reconcile/preview?id=http://a.example/unknown").statusCode());
        assertEquals(400, server.get("/reconcile/preview").statusCode());
        assertFalse(server.get(
                        "/reconcile/preview?id=" + RunningServer.encode("<script>alert(1)</script>"),
                        "Accept",
                        "text/html")
                .body()
                .contains("<script>"));
    }

    private static JsonNode suggested(String what, String prefix) {
        JsonNode service = manifest.path("suggest").path(what);
        return ApiSchemas.FINAL
                .answer("suggestions", server.get(service.path("service_path").asText() + "?prefix=" + prefix))
                .path("result")
                .path(0);
    }

    /** The path of an address that is made of a template and an id. */
    private static String path(JsonNode template, String hole, String id) {
        return Json.path(MAPPER.getNodeFactory().textNode(template.asText().replace(hole, RunningServer.encode(id))));
    }
}
