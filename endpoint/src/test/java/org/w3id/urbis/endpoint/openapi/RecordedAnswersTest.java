package org.w3id.urbis.endpoint.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

/**
 * The examples of the document are answers of this server. Run with {@code -Durbis.write-answers=true} to have them recorded
 * anew, to be reviewed before they are committed.
 */
class RecordedAnswersTest {
    private static final Path FILE = Path.of("src/main/resources" + RecordedAnswers.FILE);
    private static final String ORIGIN = "http://localhost:8080";

    /** What is asked for which operation. */
    private static final Map<String, String> ADDRESSES = addresses();

    private static Map<String, String> addresses() {
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put(
                "askByGet",
                "/sparql?query=ASK%20%7B%20%3Fcity%20a%20%3Chttps%3A%2F%2Fw3id.org%2Furbis%2Fontology%23City%3E%20%7D");
        addresses.put("questions", "/queries?tag=comparison");
        addresses.put(
                "commitmentQuantifiedClimateCommitments",
                "/queries/commitment/quantified-climate-commitments?latest=2030-12-31");
        addresses.put("networks", "/api/networks?q=refuge&fields=name,website");
        addresses.put("cities", "/api/cities?country=FR&limit=2&fields=name");
        addresses.put("citiesFeaturesCollection", "/collections/cities");
        addresses.put("citiesFeatures", "/collections/cities/items?limit=1");
        addresses.put("citiesFeaturesItem", "/collections/cities/items/geneva");
        addresses.put("suggestEntity", "/reconcile/suggest/entity?prefix=genev");
        addresses.put("home", "/");
        return addresses;
    }

    private final RunningServer server = ShippedServer.running();

    @Test
    void eachIsWhatTheServerAnswers() throws IOException {
        Map<String, DescribedOperation> operations = new LinkedHashMap<>();
        JsonNode document = Json.of(server.get("/openapi.json"));
        DescribedOperation.all(document)
                .forEach(operation ->
                        operations.put(operation.node().get("operationId").textValue(), operation));
        ObjectNode asked = JsonNodeFactory.instance.objectNode();
        ADDRESSES.forEach((id, address) -> asked.set(id, ask(operations.get(id), address)));
        if (Boolean.getBoolean("urbis.write-answers")) {
            Files.writeString(
                    FILE, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(asked) + "\n");
        }
        Contract contract = new Contract(document);
        ADDRESSES.keySet().forEach(id -> {
            String mediaType = asked.get(id).get("mediaType").textValue();
            JsonNode form = operations.get(id).answer(200).get("content").get(mediaType);
            JsonNode example = form.at("/examples/" + id + "/value");
            assertFalse(example.isMissingNode(), () -> id + " has no example; record it");
            assertEquals(List.of(), contract.faults(form.get("schema"), example.toString()), id);
            assertEquals(outline(asked.get(id).get("answer")), outline(example), id);
        });
    }

    private ObjectNode ask(DescribedOperation operation, String address) {
        List<String> mediaTypes = new ArrayList<>();
        operation.answer(200).get("content").fieldNames().forEachRemaining(mediaTypes::add);
        String mediaType = mediaTypes.stream()
                .filter(type -> type.endsWith("json"))
                .findFirst()
                .orElseThrow();
        HttpResponse<String> response = server.get(address, "Accept", mediaType);
        ObjectNode recorded = JsonNodeFactory.instance.objectNode();
        recorded.put("address", "GET " + address);
        recorded.put("mediaType", mediaType);
        Json.of(response);
        recorded.set("answer", Json.parse(response.body().replace(server.origin(), ORIGIN)));
        return recorded;
    }

    /** The places of a document, whichever revision it is of: those of a list are one. */
    private static Set<String> outline(JsonNode node) {
        Set<String> places = new TreeSet<>();
        outline("", node, places);
        return places;
    }

    private static void outline(String place, JsonNode node, Set<String> places) {
        places.add(place);
        node.properties().forEach(member -> outline(place + "/" + member.getKey(), member.getValue(), places));
        if (node.isArray()) {
            node.forEach(item -> outline(place + "/*", item, places));
        }
    }
}
