package org.w3id.urbis.endpoint.home;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

class CountsTest {
    private final RunningServer server = ShippedServer.running();

    /** The first page reads what publication counted; a query counts the things themselves. */
    @ParameterizedTest
    @CsvSource({"en, Network, city network", "fr, Network, réseau de villes", "en, Framework, framework"})
    void areThoseOfAQuery(String lang, String type, String name) {
        String count = server.get(
                        "/sparql?query=PREFIX+u:+%3Chttps://w3id.org/urbis/ontology%23%3E+SELECT+(COUNT(DISTINCT+?t)+AS+?n)"
                            + "+%7B+?t+a+u:" + type + "+%7D",
                        "Accept",
                        "text/csv")
                .body()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        String page = server.get("/", "Accept-Language", lang).body();
        assertTrue(page.contains(name + "</span></a> <span class=\"count\">" + count + "</span>"), count);
    }
}
