package org.w3id.urbis.benchmark.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.w3id.urbis.ontology.Urbis;

/** Asks the match service, batch by batch, as a client of version 1.0. */
public final class MatchClient {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    /** Prepares to ask the server on a port of this machine. */
    public MatchClient(int port) {
        this.address = URI.create("http://localhost:" + port + "/reconcile/match");
    }

    /**
     * What the service says of a name.
     *
     * @param ids   the candidates, best first
     * @param match whether the first may be taken without a look
     */
    public record Reply(List<String> ids, boolean match) {}

    /**
     * Asks one batch.
     *
     * @param names       the names
     * @param withCountry whether the country is given too
     * @throws IOException if the service does not answer as it should
     */
    public List<Reply> ask(List<LabelledName> names, boolean withCountry) throws IOException {
        ObjectNode batch = MAPPER.createObjectNode();
        ArrayNode queries = batch.putArray("queries");
        for (LabelledName name : names) {
            ObjectNode query = queries.addObject().put("type", Urbis.CITY).put("limit", 5);
            ArrayNode conditions = query.putArray("conditions");
            conditions.addObject().put("matchType", "name").put("propertyValue", name.text());
            if (withCountry) {
                conditions
                        .addObject()
                        .put("matchType", "property")
                        .put("propertyId", Urbis.NS + "country")
                        .put("propertyValue", name.country());
            }
        }
        List<Reply> replies = new ArrayList<>();
        send(batch).path("results").forEach(result -> replies.add(reply(result.path("candidates"))));
        return replies;
    }

    private static Reply reply(JsonNode candidates) {
        List<String> ids = new ArrayList<>();
        candidates.forEach(candidate -> ids.add(candidate.path("id").asText()));
        return new Reply(ids, candidates.path(0).path("match").asBoolean(false));
    }

    private JsonNode send(ObjectNode batch) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(batch.toString()))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("Not answered: " + response.statusCode() + " " + response.body());
            }
            return MAPPER.readTree(response.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped", stopped);
        }
    }
}
