package org.w3id.urbis.endpoint.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.w3id.urbis.endpoint.Json;

/** What answers of a version of the API look like. */
enum ApiSchemas {
    FINAL("version-0.2.json"),
    DRAFT("version-1.0-draft.json");

    private final ObjectNode schemas;

    ApiSchemas(String file) {
        try (InputStream in = ApiSchemas.class.getResourceAsStream("/reconciliation/" + file)) {
            schemas = (ObjectNode) new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer, which must be a success and as the schema of that name says. */
    JsonNode answer(String name, HttpResponse<String> response) {
        JsonNode answer = Json.of(response);
        assertEquals(List.of(), faults(name, answer), response::body);
        return answer;
    }

    /** What is wrong with an answer. */
    List<String> faults(String name, JsonNode answer) {
        ObjectNode schema = schemas.deepCopy().put("$ref", "#/$defs/" + name);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(answer)
                .stream()
                .map(ValidationMessage::toString)
                .toList();
    }
}
