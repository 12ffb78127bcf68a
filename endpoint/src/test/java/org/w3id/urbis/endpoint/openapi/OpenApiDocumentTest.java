package org.w3id.urbis.endpoint.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

/** The document is OpenAPI 3.1, and says all that a reader needs: what Spectral and Redocly ask of one, and more. */
class OpenApiDocumentTest {
    private static final Pattern TEMPLATE = Pattern.compile("\\{([^}]+)}");

    private static RunningServer server;
    private static JsonNode document;

    @BeforeAll
    static void start() {
        server = ShippedServer.running();
        document = Json.of(server.get("/openapi.json"));
    }

    /** An operation with where it stands. */
    private record Placed(String path, String method, JsonNode operation) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static List<Placed> operations() {
        List<Placed> all = new ArrayList<>();
        document.get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> all.add(new Placed(path.getKey(), method.getKey(), method.getValue()))));
        assertTrue(all.size() > 150);
        return all;
    }

    @Test
    void itIsOpenApiBySchemaOfTheInitiative() {
        JsonSchema schema = JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V202012,
                        builder -> builder.schemaMappers(mappers ->
                                mappers.mapPrefix("https://spec.openapis.org/", "classpath:spec.openapis.org/")))
                .getSchema(SchemaLocation.of("https://spec.openapis.org/oas/3.1/schema-base/2022-10-07"));
        assertEquals(Set.of(), schema.validate(document));
        assertEquals("3.1.1", document.get("openapi").textValue());
        ObjectNode broken = document.deepCopy();
        broken.withObjectProperty("info").remove("title");
        broken.withObjectProperty("paths").removeAll();
        assertFalse(schema.validate(broken).isEmpty(), "the schema finds nothing");
    }

    @Test
    void everyOperationSaysWhatItIs() {
        Set<String> ids = new HashSet<>();
        Set<String> tags = new HashSet<>();
        document.get("tags").forEach(tag -> {
            tags.add(tag.get("name").textValue());
            assertFalse(tag.get("description").textValue().isBlank());
        });
        for (Placed placed : operations()) {
            JsonNode operation = placed.operation();
            String id = operation.get("operationId").textValue();
            assertTrue(id.matches("[a-z][A-Za-z0-9]*"), id);
            assertTrue(ids.add(id), "twice: " + id);
            assertEquals(1, operation.get("tags").size(), placed::toString);
            assertTrue(tags.contains(operation.get("tags").get(0).textValue()), placed::toString);
            assertFalse(operation.get("summary").textValue().endsWith("."), placed::toString);
            assertFalse(operation.get("description").textValue().isBlank(), placed::toString);
            assertTrue(operation.has("security"), placed::toString);
        }
    }

    @Test
    void everyOperationSaysHowItCanEnd() {
        for (Placed placed : operations()) {
            Set<String> statuses = new TreeSet<>();
            placed.operation().get("responses").fieldNames().forEachRemaining(statuses::add);
            assertTrue(statuses.stream().anyMatch(status -> status.matches("[23]..")), placed::toString);
            assertTrue(statuses.stream().anyMatch(status -> status.startsWith("4")), placed::toString);
            placed.operation().get("responses").forEach(answer -> {
                JsonNode response = resolved(answer);
                assertFalse(response.get("description").textValue().isBlank(), placed::toString);
            });
            for (String status : statuses) {
                if (status.compareTo("400") >= 0) {
                    JsonNode content = resolved(
                                    placed.operation().get("responses").get(status))
                            .get("content");
                    // Whether a server is ready is an answer and no problem, whichever it is.
                    boolean state = placed.path().startsWith("/health");
                    assertTrue(state || content.has("application/problem+json"), () -> placed + " " + status);
                }
            }
        }
    }

    @Test
    void everyParameterIsTypedAndExplained() {
        for (Placed placed : operations()) {
            Set<String> inPath = new HashSet<>();
            Set<String> named = new HashSet<>();
            JsonNode parameters = placed.operation().path("parameters");
            parameters.forEach(one -> {
                JsonNode parameter = resolved(one);
                String name = parameter.get("name").textValue();
                String where = placed + " " + name;
                assertTrue(named.add(parameter.get("in").textValue() + " " + name), where);
                assertTrue(parameter.get("description").textValue().endsWith("."), where);
                assertFalse(parameter.get("schema").isEmpty(), where);
                if (parameter.get("in").textValue().equals("path")) {
                    assertTrue(parameter.get("required").booleanValue(), where);
                    inPath.add(name);
                }
            });
            Set<String> inTemplate = new HashSet<>();
            Matcher template = TEMPLATE.matcher(placed.path());
            while (template.find()) {
                inTemplate.add(template.group(1));
            }
            assertEquals(inTemplate, inPath, placed::toString);
        }
    }

    @Test
    void whatIsRequiredIsDefinedAndWhatIsReferredToIsThere() {
        Set<String> referred = new HashSet<>();
        walk(document, referred);
        document.get("components")
                .properties()
                .forEach(section -> section.getValue().fieldNames().forEachRemaining(name -> {
                    String reference = "#/components/" + section.getKey() + "/" + name;
                    boolean used =
                            referred.contains(reference) || section.getKey().equals("securitySchemes");
                    assertTrue(used, () -> reference + " is used nowhere");
                }));
    }

    private static void walk(JsonNode node, Set<String> referred) {
        if (node.path("$ref").isTextual()) {
            referred.add(node.get("$ref").textValue());
            assertFalse(resolved(node).isMissingNode(), () -> node.get("$ref").textValue());
        }
        if (node.path("required").isArray() && node.has("type")) {
            node.get("required")
                    .forEach(name ->
                            assertTrue(node.path("properties").has(name.textValue()), () -> name + " in " + node));
        }
        node.forEach(child -> walk(child, referred));
    }

    /** The document in YAML and the page say the same. */
    @Test
    void yamlSaysTheSameAndThePageNamesEveryOperation() throws IOException {
        HttpResponse<String> yaml = server.get("/openapi.yaml");
        assertEquals(
                "application/yaml", yaml.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(document, new YAMLMapper().readTree(yaml.body()));
        String page = server.get("/openapi", "Accept", "text/html").body();
        for (Placed placed : operations()) {
            assertTrue(
                    page.contains(
                            "id=\"" + placed.operation().get("operationId").textValue() + "\""),
                    placed::toString);
        }
    }

    @Test
    void itIsChosenByAcceptAndKnownByTag() {
        assertEquals(document, Json.of(server.get("/openapi")));
        assertEquals(document, Json.of(server.get("/openapi", "Accept", "application/vnd.oai.openapi+json")));
        HttpResponse<String> again = server.get(
                "/openapi.json",
                "If-None-Match",
                server.get("/openapi.json").headers().firstValue("ETag").orElseThrow());
        assertEquals(304, again.statusCode());
        assertEquals(406, server.get("/openapi", "Accept", "text/turtle").statusCode());
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").textValue().substring(1)) : node;
    }
}
