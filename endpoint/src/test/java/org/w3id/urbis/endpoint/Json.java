package org.w3id.urbis.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpResponse;

/** Answers that are JSON. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** Reads JSON. */
    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(text, noJson);
        }
    }

    /** The body of an answer that must be a success. */
    public static JsonNode of(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), () -> response.uri() + "\n" + response.body());
        return parse(response.body());
    }

    /** The path and query of an address in a document. */
    public static String path(JsonNode address) {
        URI uri = URI.create(address.textValue());
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
