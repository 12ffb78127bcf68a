package org.w3id.urbis.endpoint.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Operations as they stand in the document. */
final class OperationNode {
    /** Name of the security scheme. */
    static final String TOKEN = "token";

    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Shared parameters = new Shared("parameters");
    private final Shared responses = new Shared("responses");
    private final RecordedAnswers recorded = RecordedAnswers.shipped();

    /** Prepares to write operations, whose common parts are then written once. */
    OperationNode(List<Operation> operations) {
        for (Operation operation : operations) {
            operation.inputs().forEach(input -> parameters.count(input(input)));
            operation.answers().forEach(answer -> responses.count(answer(operation, answer)));
        }
    }

    /** Writes what operations have in common; to be called when all have been written. */
    void writeShared(ObjectNode components) {
        parameters.write(components);
        responses.write(components);
    }

    ObjectNode of(Operation operation) {
        ObjectNode node = JSON.objectNode();
        node.put("operationId", operation.id());
        node.putArray("tags").add(operation.group().title());
        node.put("summary", operation.summary());
        node.put("description", operation.description());
        if (!operation.inputs().isEmpty()) {
            ArrayNode inputs = node.putArray("parameters");
            operation.inputs().forEach(input -> inputs.add(parameters.use(input(input), input.name())));
        }
        operation.sent().ifPresent(sent -> node.set("requestBody", sent(sent)));
        ObjectNode answers = node.putObject("responses");
        operation.answers().forEach(answer -> {
            String status = Integer.toString(answer.status());
            answers.set(status, responses.use(answer(operation, answer), status));
        });
        ArrayNode security = node.putArray("security");
        if (operation.secured()) {
            security.addObject().putArray(TOKEN);
        }
        return node;
    }

    private static ObjectNode input(Input input) {
        ObjectNode node = JSON.objectNode();
        node.put("name", input.name());
        node.put("in", input.place().word());
        node.put("description", input.description());
        if (input.required()) {
            node.put("required", true);
        }
        if (input.deprecated()) {
            node.put("deprecated", true);
        }
        if (input.commas()) {
            node.put("style", "form").put("explode", false);
        }
        node.set("schema", value(input.schema()));
        input.example().ifPresent(example -> node.set("example", value(example)));
        return node;
    }

    private static ObjectNode sent(Sent sent) {
        ObjectNode node = JSON.objectNode();
        node.put("description", sent.description());
        node.put("required", sent.required());
        ObjectNode content = node.putObject("content");
        sent.content().forEach((mediaType, form) -> {
            ObjectNode one = content.putObject(mediaType);
            one.set("schema", value(form.schema()));
            one.set("example", value(form.example()));
        });
        return node;
    }

    private ObjectNode answer(Operation operation, Answer answer) {
        ObjectNode node = JSON.objectNode();
        node.put("description", answer.description());
        if (!answer.headers().isEmpty()) {
            ObjectNode headers = node.putObject("headers");
            answer.headers().forEach(header -> headers.putObject(header.title())
                    .put("$ref", "#/components/headers/" + header.title()));
        }
        if (!answer.content().isEmpty()) {
            ObjectNode content = node.putObject("content");
            answer.content().forEach((mediaType, schema) -> {
                ObjectNode form = content.putObject(mediaType);
                form.set("schema", value(schema));
                if (answer.status() == 200) {
                    recorded.example(operation.id(), mediaType)
                            .ifPresent(example -> form.putObject("examples").set(operation.id(), example));
                }
            });
        }
        return node;
    }

    /** Text, numbers, booleans, lists, maps and schemas as JSON. */
    static JsonNode value(Object value) {
        return switch (value) {
            case Schema schema -> value(schema.keywords());
            case Map<?, ?> map -> {
                ObjectNode node = JSON.objectNode();
                map.forEach((name, member) -> node.set(name.toString(), value(member)));
                yield node;
            }
            case List<?> list -> {
                ArrayNode node = JSON.arrayNode();
                list.forEach(member -> node.add(value(member)));
                yield node;
            }
            case Boolean truth -> JSON.booleanNode(truth);
            case Integer number -> JSON.numberNode(number);
            case Long number -> JSON.numberNode(number);
            case Double number -> JSON.numberNode(number);
            default -> JSON.textNode(value.toString());
        };
    }
}
