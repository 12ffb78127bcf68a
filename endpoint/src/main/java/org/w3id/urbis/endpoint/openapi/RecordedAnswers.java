package org.w3id.urbis.endpoint.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Answers that the shipped graph gave, recorded as examples for the document. A test asks the server for each again and holds
 * what is recorded to what it answers now.
 */
final class RecordedAnswers {
    /** Where they stand among the resources of the program. */
    static final String FILE = "/urbis/openapi-answers.json";

    private final JsonNode byOperation;

    private RecordedAnswers(JsonNode byOperation) {
        this.byOperation = byOperation;
    }

    /**
     * Reads those that ship with the program.
     *
     * @throws IllegalStateException if the program was built without them
     */
    static RecordedAnswers shipped() {
        try (InputStream in = RecordedAnswers.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The program was built without " + FILE);
            }
            return new RecordedAnswers(new ObjectMapper().readTree(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What an operation answered in a media type, as an example of OpenAPI; empty if nothing is recorded. */
    Optional<ObjectNode> example(String operation, String mediaType) {
        JsonNode recorded = byOperation.path(operation);
        if (!recorded.path("mediaType").asText().equals(mediaType)) {
            return Optional.empty();
        }
        ObjectNode example = OperationNode.JSON.objectNode();
        example.put("summary", recorded.get("address").textValue());
        example.set("value", recorded.get("answer"));
        return Optional.of(example);
    }
}
