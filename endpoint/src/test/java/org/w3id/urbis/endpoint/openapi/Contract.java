package org.w3id.urbis.endpoint.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds answers to what the document says of them; each departure is told in words. */
final class Contract {
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private static final String HERE = "urn:urbis:openapi";
    private static final String COMPONENTS = "#/components/schemas/";

    private final JsonSchemaFactory schemas;
    private final Map<JsonNode, JsonSchema> known = new ConcurrentHashMap<>();

    Contract(JsonNode document) {
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        named.put("$id", HERE)
                .set("$defs", absolute(document.at("/components/schemas").deepCopy()));
        this.schemas = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                factory -> factory.schemaLoaders(loaders -> loaders.schemas(Map.of(HERE, named.toString()))));
    }

    /** What of an answer is not as the operation says; empty if all is. */
    List<String> departures(DescribedOperation operation, HttpResponse<String> response) {
        String what = operation + ": " + response.uri() + " " + response.statusCode();
        if (!operation.describes(response.statusCode())) {
            return List.of(what + " is not described: " + start(response.body()));
        }
        JsonNode answer = operation.answer(response.statusCode());
        List<String> departures = new ArrayList<>();
        answer.path("headers").fieldNames().forEachRemaining(header -> {
            if (response.headers().firstValue(header).isEmpty()) {
                departures.add(what + " has no header " + header);
            }
        });
        JsonNode content = answer.path("content");
        if (content.isEmpty()) {
            if (!response.body().isEmpty()) {
                departures.add(what + " has a body that is not described: " + start(response.body()));
            }
            return departures;
        }
        String mediaType = mediaType(response);
        JsonNode form = content.path(mediaType);
        if (form.isMissingNode()) {
            departures.add(what + " comes as \"" + mediaType + "\"");
        } else if (mediaType.endsWith("json")) {
            faults(form.get("schema"), response.body()).forEach(fault -> departures.add(what + " " + fault));
        }
        return departures;
    }

    /** What of a JSON text is not as a schema of the document says. */
    List<String> faults(JsonNode schema, String json) {
        JsonSchema reading = known.computeIfAbsent(schema, this::schema);
        return reading.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private JsonSchema schema(JsonNode schema) {
        JsonNode absolute = absolute(schema.deepCopy());
        return schemas.getSchema(SchemaLocation.of("urn:urbis:" + known.size()), absolute, CONFIG);
    }

    /** The schemas of the document stand under a name of their own, and references lead there. */
    private static JsonNode absolute(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("$ref").isTextual()) {
            object.put("$ref", HERE + object.get("$ref").textValue().replace(COMPONENTS, "#/$defs/"));
        }
        node.forEach(Contract::absolute);
        return node;
    }

    static String mediaType(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Content-Type")
                .orElse("")
                .replaceFirst(";.*", "")
                .strip();
    }

    private static String start(String body) {
        return body.length() > 300 ? body.substring(0, 300) + "…" : body;
    }
}
