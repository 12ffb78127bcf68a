package org.w3id.urbis.endpoint.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

/**
 * The server does what the document says: each operation is asked with its examples and with what it must refuse, and what
 * comes back has the status, the headers, the media type and the form that are described. Operations that want a token are
 * asked without one, and with one where they are made.
 */
class OpenApiContractTest {
    private static final String BOUNDARY = "between";
    private static final String BAD = "%7Bno%20such%7D";

    private static RunningServer server;
    private static List<DescribedOperation> operations;
    private static Contract contract;

    @BeforeAll
    static void start() {
        server = ShippedServer.running();
        JsonNode document = Json.of(server.get("/openapi.json"));
        contract = new Contract(document);
        operations = DescribedOperation.all(document);
        assertTrue(operations.size() > 200);
    }

    /** Asks operations side by side and tells everything that is not as described. */
    private static void hold(Stream<DescribedOperation> asked, Asked asking) {
        List<DescribedOperation> all = asked.toList();
        assertFalse(all.isEmpty());
        TreeSet<String> departures = new TreeSet<>();
        all.parallelStream().forEach(operation -> {
            List<String> found = new ArrayList<>();
            asking.ask(operation, found::add);
            synchronized (departures) {
                departures.addAll(found);
            }
        });
        assertTrue(departures.isEmpty(), () -> departures.size() + ":\n" + String.join("\n", departures));
    }

    /** Asks an operation and tells what is not as described. */
    private interface Asked {
        void ask(DescribedOperation operation, Consumer<String> departure);
    }

    private static Stream<DescribedOperation> gets() {
        return operations.stream()
                .filter(operation -> operation.method().equals("get") && operation.open())
                .filter(operation -> operation.address().isPresent());
    }

    /** Lists of all kinds are made by the same few lines: some stand for the others where that is what is asked about. */
    private static Stream<DescribedOperation> some() {
        return gets().filter(operation -> !operation.path().startsWith("/api/")
                        || operation.path().matches("/api/(cities|commitments|themes)(/.*)?"))
                .filter(operation -> !operation.path().startsWith("/queries/")
                        || operation.path().matches("/queries/(commitment|city)/.*"))
                .filter(operation -> !operation.path().startsWith("/collections/")
                        || operation.path().startsWith("/collections/cities"));
    }

    @Test
    void answersToTheExamplesAreAsDescribed() {
        hold(gets(), (operation, departure) -> {
            String address = operation.address().orElseThrow();
            Map<String, String> least = operation.examples(false);
            Map<String, String> all = operation.examples(true);
            ask(operation, address + DescribedOperation.query(all), departure);
            if (!least.equals(all) && !operation.path().startsWith("/api/")) {
                ask(operation, address + DescribedOperation.query(least), departure);
            }
        });
    }

    private static HttpResponse<String> ask(
            DescribedOperation operation, String address, Consumer<String> departure, String... headers) {
        HttpResponse<String> response = server.get(address, headers);
        contract.departures(operation, response).forEach(departure);
        return response;
    }

    @Test
    void everyFormDescribedCanBeHad() {
        hold(some(), (operation, departure) -> {
            String address = operation.address().orElseThrow() + DescribedOperation.query(operation.examples(false));
            boolean byAddress =
                    operation.path().contains("{form}") || operation.path().contains("{file}");
            List<String> forms = new ArrayList<>();
            operation.answer(200).path("content").fieldNames().forEachRemaining(forms::add);
            for (String form : forms) {
                HttpResponse<String> response = ask(operation, address, departure, "Accept", form);
                boolean other = !byAddress
                        && response.statusCode() == 200
                        && !Contract.mediaType(response).equals(form);
                if (other) {
                    departure.accept(operation + " as " + form + " comes as " + Contract.mediaType(response));
                }
            }
            if (operation.describes(406) && !byAddress) {
                HttpResponse<String> none = ask(operation, address, departure, "Accept", "application/x-nothing");
                if (none.statusCode() != 406) {
                    departure.accept(operation + " does not refuse a form that there is not");
                }
            }
        });
    }

    @Test
    void whatTheClientHasIsNotSentAgain() {
        hold(some().filter(operation -> operation.describes(304)), (operation, departure) -> {
            String address = operation.address().orElseThrow() + DescribedOperation.query(operation.examples(false));
            Optional<String> tag = server.head(address).headers().firstValue("ETag");
            if (tag.isEmpty()) {
                departure.accept(operation + " has no tag");
                return;
            }
            HttpResponse<String> again = ask(operation, address, departure, "If-None-Match", tag.get());
            if (again.statusCode() != 304) {
                departure.accept(operation + " is sent again");
            }
        });
    }

    /** What a parameter cannot be is refused with a problem that names it. */
    @Test
    void badValuesAreRefusedByName() {
        hold(some(), (operation, departure) -> {
            for (JsonNode parameter : operation.parameters("query")) {
                String name = parameter.get("name").textValue();
                if (canBeBad(parameter.get("schema"))) {
                    Map<String, String> pairs = new LinkedHashMap<>(operation.examples(false));
                    pairs.put(name, RunningServer.encode(name) + "=" + BAD);
                    refused(operation, pairs, name, departure);
                }
                if (parameter.path("required").booleanValue()) {
                    Map<String, String> pairs = new LinkedHashMap<>(operation.examples(false));
                    pairs.remove(name);
                    refused(operation, pairs, name, departure);
                }
            }
        });
    }

    private static boolean canBeBad(JsonNode schema) {
        JsonNode one = schema.has("items") ? schema.get("items") : schema;
        return one.has("enum")
                || one.has("pattern")
                || !one.path("type").asText("string").equals("string")
                || List.of("date", "date-time", "iri", "iri-reference")
                        .contains(one.path("format").asText());
    }

    private static void refused(
            DescribedOperation operation, Map<String, String> pairs, String name, Consumer<String> departure) {
        String address = operation.address().orElseThrow() + DescribedOperation.query(pairs);
        HttpResponse<String> response = ask(operation, address, departure);
        if (response.statusCode() != 400) {
            departure.accept(operation + " answers " + response.statusCode() + " to " + address);
        } else if (!Json.parse(response.body()).path("parameter").asText().equals(name)) {
            departure.accept(operation + " does not name " + name + ": " + response.body());
        }
    }

    @Test
    void parametersThatAreNotDescribedAreRefused() {
        hold(
                some().filter(operation -> operation.path().matches("/(api|collections|queries)/.*"))
                        .filter(operation -> !operation.path().matches("/api/[a-z-]+/\\{key}|.*\\.rq")),
                (operation, departure) -> {
                    Map<String, String> pairs = new LinkedHashMap<>(operation.examples(false));
                    pairs.put("no-such-parameter", "no-such-parameter=1");
                    refused(operation, pairs, "no-such-parameter", departure);
                });
    }

    @Test
    void whatIsNotThereIsSaidNotToBe() {
        hold(
                gets().filter(operation -> operation.describes(404)
                        && !operation.parameters("path").isEmpty()
                        && !operation.path().contains("{form}")),
                (operation, departure) -> {
                    String address = operation.path().replaceAll("\\{[^}]*}", "no-such-thing-0");
                    HttpResponse<String> response = ask(operation, address, departure);
                    if (response.statusCode() != 404 && response.statusCode() != 400) {
                        departure.accept(operation + " answers " + response.statusCode() + " to " + address);
                    }
                });
        hold(
                some().filter(operation -> operation.parameters("query").stream()
                        .anyMatch(parameter -> parameter.get("name").textValue().equals("revision"))),
                (operation, departure) -> {
                    Map<String, String> pairs = new LinkedHashMap<>(operation.examples(false));
                    pairs.put("revision", "revision=987654321");
                    String address = operation.address().orElseThrow() + DescribedOperation.query(pairs);
                    HttpResponse<String> response = ask(operation, address, departure);
                    if (response.statusCode() != 404) {
                        departure.accept(operation + " answers " + response.statusCode() + " to " + address);
                    }
                });
    }

    @Test
    void whatIsSentIsAnsweredAsDescribed() {
        hold(
                operations.stream().filter(operation -> operation.method().equals("post") && operation.open()),
                (operation, departure) -> {
                    operation
                            .node()
                            .get("requestBody")
                            .get("content")
                            .properties()
                            .forEach(form -> {
                                JsonNode example = form.getValue().get("example");
                                if (example.isTextual() && example.textValue().isEmpty()) {
                                    // A workbook is no text that a description could show.
                                    return;
                                }
                                boolean parts = form.getKey().startsWith("multipart/");
                                HttpResponse<String> response = server.post(
                                        operation.path(),
                                        parts ? form.getKey() + "; boundary=" + BOUNDARY : form.getKey(),
                                        body(form.getKey(), example));
                                contract.departures(operation, response).forEach(departure);
                                // A form that takes a token as one of its fields has none to show in an example.
                                boolean lacksToken = response.statusCode() == 401
                                        && !operation.answer(401).isMissingNode();
                                if (response.statusCode() >= 300 && !lacksToken) {
                                    departure.accept(operation + " refuses its example: " + response.body());
                                }
                            });
                    HttpResponse<String> image = server.post(operation.path(), "image/png", "no picture");
                    contract.departures(operation, image).forEach(departure);
                    if (image.statusCode() != 415) {
                        departure.accept(operation + " answers " + image.statusCode() + " to a picture");
                    }
                });
    }

    private static String body(String mediaType, JsonNode example) {
        if (example.isTextual()) {
            return example.textValue();
        }
        if (mediaType.startsWith("multipart/")) {
            StringBuilder body = new StringBuilder();
            example.properties().forEach(part -> body.append("--" + BOUNDARY + "\r\n")
                    .append("Content-Disposition: form-data; name=\"" + part.getKey())
                    .append("\"; filename=\"entry.ttl\"\r\nContent-Type: text/turtle\r\n\r\n")
                    .append(part.getValue().textValue() + "\r\n"));
            return body + "--" + BOUNDARY + "--\r\n";
        }
        return mediaType.endsWith("json") ? example.toString() : form(example);
    }

    private static String form(JsonNode example) {
        List<String> pairs = new ArrayList<>();
        example.properties()
                .forEach(member -> pairs.add(member.getKey() + "="
                        + RunningServer.encode(member.getValue().asText())));
        return String.join("&", pairs);
    }

    /** What wants a token says so. */
    @Test
    void securedOperationsRefuseStrangers() {
        hold(operations.stream().filter(operation -> !operation.open()), (operation, departure) -> {
            String address = operation.path().replaceAll("\\{[^}]*}", "0");
            HttpResponse<String> response =
                    server.send(operation.method().toUpperCase(Locale.ROOT), address, "text/turtle", "");
            contract.departures(operation, response).forEach(departure);
            assertEquals(401, response.statusCode(), address);
        });
    }
}
