package org.w3id.urbis.endpoint.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

/** A query with a misspelt term is answered as SPARQL has it, and the answer tells. */
class QueryHintsTest {
    private static final RunningServer SERVER = ShippedServer.running();
    private static final String PREFIXES = "PREFIX urbis: <https://w3id.org/urbis/ontology#>"
            + " PREFIX comparator: <https://w3id.org/urbis/id/comparator/>"
            + " PREFIX network: <https://w3id.org/urbis/id/network/> ";

    private static String hint(HttpResponse<?> answer) {
        return answer.headers().firstValue("Urbis-Hint").orElse("");
    }

    private static String full(String names) {
        return names.replace("urbis:", "https://w3id.org/urbis/ontology#")
                .replace("comparator:", "https://w3id.org/urbis/id/comparator/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "SELECT * { ?s a urbis:Netwrok } # urbis:Netwrok # urbis:Network",
                "ASK { ?s urbis:isMemberOf/(urbis:webside|urbis:website) ?x } # urbis:webside # urbis:website",
                "SELECT * { GRAPH ?g { ?s !(urbis:website|urbis:x) ?x } OPTIONAL { ?s urbis:comparator"
                        + " comparator:nearli } } # comparator:nearli # comparator:nearly",
                "CONSTRUCT { ?s a urbis:Mine } WHERE { ?s a urbis:Qqqqqqqqqqqq } # urbis:Qqqqqqqqqqqq #"
            })
    void itNamesWhatIsNotKnownAndWhatWasMeant(String query, String unknown, String meant) {
        HttpResponse<String> answer = SERVER.query(PREFIXES + query);
        assertEquals(200, answer.statusCode(), answer::body);
        String expected =
                "unknown-term;iri=\"" + full(unknown) + "\"" + (meant == null ? "" : ";meant=\"" + full(meant) + "\"");
        assertEquals(expected, hint(answer));
        assertTrue(answer.headers()
                .firstValue("Access-Control-Expose-Headers")
                .orElse("")
                .contains("Urbis-Hint"));
        HttpResponse<String> again = SERVER.query(
                PREFIXES + query,
                "If-None-Match",
                answer.headers().firstValue("ETag").orElseThrow());
        assertEquals(304, again.statusCode());
        assertEquals(expected, hint(again), "the same when asked again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?s a urbis:Network ; urbis:website ?w } LIMIT 1",
                "SELECT * { ?s urbis:comparator comparator:nearly } LIMIT 1",
                "SELECT * { network:nobody urbis:website ?w }",
                "CONSTRUCT { ?s a urbis:Mine } WHERE { ?s a urbis:Network }",
                "SELECT * { ?s ?p ?o } LIMIT 1"
            })
    void whatIsKnownOrNotForUsToListIsNotHintedAt(String query) {
        HttpResponse<String> answer = SERVER.query(PREFIXES + query);
        assertEquals(200, answer.statusCode(), answer::body);
        assertEquals("", hint(answer));
    }

    @Test
    void thePlanTellsToo() {
        String path = "/sparql/plan?query=";
        JsonNode plan = Json.of(SERVER.get(path + RunningServer.encode(PREFIXES + "ASK { ?s urbis:webside ?x }")));
        assertEquals(full("urbis:webside"), plan.at("/hints/0/iri").asText());
        assertEquals(full("urbis:website"), plan.at("/hints/0/meant/0").asText());
        assertFalse(Json.of(SERVER.get(path + RunningServer.encode("ASK {}"))).has("hints"));
    }
}
