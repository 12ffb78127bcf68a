package org.w3id.urbis.endpoint.openapi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.w3id.urbis.endpoint.page.ApiView;
import org.w3id.urbis.endpoint.page.ApiView.AnswerView;
import org.w3id.urbis.endpoint.page.ApiView.GroupView;
import org.w3id.urbis.endpoint.page.ApiView.InputView;
import org.w3id.urbis.endpoint.page.ApiView.OperationView;
import org.w3id.urbis.endpoint.page.ApiView.Prose;

/** The description as a page. */
final class OpenApiPage {
    private OpenApiPage() {}

    static ApiView of(List<Operations> described) {
        List<Operation> operations =
                described.stream().flatMap(one -> one.operations().stream()).toList();
        return new ApiView(Arrays.stream(Group.values())
                .map(group -> new GroupView(
                        group.title(),
                        group.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        Prose.of(group.description()),
                        operations.stream()
                                .filter(operation -> operation.group() == group)
                                .map(OpenApiPage::view)
                                .toList()))
                .filter(group -> !group.operations().isEmpty())
                .toList());
    }

    private static OperationView view(Operation operation) {
        return new OperationView(
                operation.id(),
                operation.method().toUpperCase(Locale.ROOT),
                operation.path(),
                operation.summary(),
                Prose.of(operation.description()),
                operation.method().equals("get") && hasExample(operation) ? example(operation) : "",
                operation.inputs().stream().map(OpenApiPage::view).toList(),
                operation
                        .sent()
                        .map(sent -> String.join(", ", sent.content().keySet()))
                        .orElse(""),
                operation.answers().stream()
                        .map(answer -> new AnswerView(
                                answer.status(),
                                Prose.of(answer.description()),
                                List.copyOf(answer.content().keySet())))
                        .toList());
    }

    private static InputView view(Input input) {
        return new InputView(
                input.name(),
                input.place().word() + (input.required() ? ", required" : ""),
                words(input.schema().keywords()),
                Prose.of(input.description()),
                input.example().map(Object::toString).orElse(""));
    }

    /** A schema in a few words. */
    private static String words(Map<String, Object> schema) {
        if (schema.get("enum") instanceof List<?> choices) {
            return "one of " + choices.stream().map(Object::toString).collect(Collectors.joining(", "));
        }
        if (schema.get("items") instanceof Schema item) {
            return "any number of: " + words(item.keywords());
        }
        String type =
                switch (schema.getOrDefault("type", "").toString()) {
                    case "integer" -> "whole number";
                    case "string" -> schema.getOrDefault("format", "text").toString();
                    case "boolean" -> "true or false";
                    default -> schema.getOrDefault("type", "").toString();
                };
        String bounds = schema.containsKey("minimum") ? ", from " + schema.get("minimum") : "";
        return type + bounds + (schema.containsKey("maximum") ? " to " + schema.get("maximum") : "");
    }

    private static boolean hasExample(Operation operation) {
        return operation.inputs().stream()
                .allMatch(input -> !input.required() || input.example().isPresent());
    }

    /** An address made from the example values; parameters that may be left out are, unless they are all there is. */
    private static String example(Operation operation) {
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        for (Input input : operation.inputs()) {
            if (input.example().isEmpty()) {
                continue;
            }
            String value = encoded(input.example().get().toString());
            if (input.place() == Input.Place.PATH) {
                path = path.replace("{" + input.name() + "}", value.replace("%2F", "/"));
            } else if (input.required()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(encoded(input.name()))
                        .append('=')
                        .append(value);
            }
        }
        return path + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
