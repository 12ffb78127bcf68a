package org.w3id.urbis.endpoint.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The OpenAPI document, put together from what the groups of routes say of themselves.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.1.html">OpenAPI 3.1.1</a>
 */
public final class OpenApiDocument {
    /** Raised when a client could notice; the policy stands in docs/api.md. */
    static final String VERSION = "1.0.0";

    private static final Schema PROBLEM = Schema.object()
            .saying("What went wrong, by RFC 9457. Further members depend on the type, which explains itself at its"
                    + " IRI.")
            .having("type", Schema.text("uri").saying("Which problem it is; its explanation is found there."))
            .having("title", Schema.text().saying("The same for every case of the type."))
            .having("status", Schema.integer(400, 599))
            .having("detail", Schema.text().saying("What is wrong in this case, and how to mend it."))
            .having("parameter", Schema.text().saying("The parameter that cannot be used, if it is one."))
            .requiring("type", "title", "status", "detail");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private OpenApiDocument() {}

    /**
     * Puts the document together.
     *
     * @param described the groups of routes
     * @throws IllegalStateException if two operations share a path and method, or two schemas a name
     */
    static ObjectNode of(List<Operations> described) {
        List<Operation> operations =
                described.stream().flatMap(one -> one.operations().stream()).toList();
        ObjectNode document = JSON.objectNode();
        document.put("openapi", "3.1.1");
        document.set("info", info());
        document.putArray("servers").addObject().put("url", "/").put("description", "The server that this came from.");
        document.set("tags", tags(operations));
        OperationNode nodes = new OperationNode(operations);
        document.set("paths", paths(operations, nodes));
        ObjectNode components = components(described, operations);
        nodes.writeShared(components);
        document.set("components", components);
        return document;
    }

    private static ObjectNode info() {
        ObjectNode info = JSON.objectNode();
        info.put("title", "Urbis");
        info.put("version", VERSION);
        info.put("summary", "A linked open graph of cities, their networks, and what they promised.");
        info.put(
                "description",
                "Everything here is read without a key, unless an operation says otherwise. Every answer made from the"
                    + " graph names its revision in the header `Urbis-Revision` and carries a strong entity tag; HEAD"
                    + " and OPTIONS are answered wherever GET is. Errors are problem documents (RFC 9457). `/sparql`"
                    + " answers the method QUERY (RFC 10008) as well, which OpenAPI 3.1 cannot say.");
        info.putObject("contact").put("name", "Urbis").put("url", "https://w3id.org/urbis/");
        info.putObject("license").put("name", "Apache License 2.0").put("identifier", "Apache-2.0");
        return info;
    }

    private static ArrayNode tags(List<Operation> operations) {
        ArrayNode tags = JSON.arrayNode();
        Arrays.stream(Group.values())
                .filter(group -> operations.stream().anyMatch(operation -> operation.group() == group))
                .forEach(group -> tags.addObject().put("name", group.title()).put("description", group.description()));
        return tags;
    }

    private static ObjectNode paths(List<Operation> operations, OperationNode nodes) {
        ObjectNode paths = JSON.objectNode();
        for (Operation operation : operations) {
            ObjectNode path = paths.withObjectProperty(operation.path());
            if (path.has(operation.method())) {
                throw new IllegalStateException("Described twice: " + operation.method() + " " + operation.path());
            }
            path.set(operation.method(), nodes.of(operation));
        }
        return paths;
    }

    private static ObjectNode components(List<Operations> described, List<Operation> operations) {
        Map<String, Schema> schemas = new TreeMap<>();
        schemas.put("Problem", PROBLEM);
        for (Operations one : described) {
            one.schemas().forEach((name, schema) -> {
                if (schemas.put(name, schema) != null) {
                    throw new IllegalStateException("Two schemas are called " + name);
                }
            });
        }
        ObjectNode components = JSON.objectNode();
        ObjectNode schemaNodes = components.putObject("schemas");
        schemas.forEach((name, schema) -> schemaNodes.set(name, OperationNode.value(schema)));
        ObjectNode headers = components.putObject("headers");
        used(operations).forEach(header -> headers.putObject(header.title())
                .put("description", header.description())
                .set("schema", OperationNode.value(header.schema())));
        if (operations.stream().anyMatch(Operation::secured)) {
            components
                    .putObject("securitySchemes")
                    .putObject(OperationNode.TOKEN)
                    .put("type", "http")
                    .put("scheme", "bearer")
                    .put("description", "A token that the operator of the server gave out.");
        }
        return components;
    }

    private static Collection<AnswerHeader> used(List<Operation> operations) {
        return operations.stream()
                .flatMap(operation -> operation.answers().stream())
                .flatMap(answer -> answer.headers().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
