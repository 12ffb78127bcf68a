package org.w3id.urbis.endpoint.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

/** Links of the shipped graph lead where they should: to versions, to collections and to what is in them. */
class ShippedLinksTest {
    private final RunningServer server = ShippedServer.running();

    private String links(String path) {
        HttpResponse<String> response = server.head(path);
        assertEquals(200, response.statusCode(), path);
        return response.headers().firstValue("Link").orElse("");
    }

    @Test
    void theVersionOfTheOntologyIsFoundByItsIri() {
        String triples =
                server.get("/ontology", "Accept", "application/n-triples").body();
        Matcher version = Pattern.compile("versionIRI> <https://w3id.org/urbis(/ontology/([0-9.]+))>")
                .matcher(triples);
        assertTrue(version.find());
        String path = version.group(1);
        assertEquals(
                triples, server.get(path, "Accept", "application/n-triples").body());
        assertEquals(triples, server.get(path + ".nt").body());
        assertTrue(links(path).contains("</ontology>; rel=\"latest-version\""), links(path));
        HttpResponse<String> unknown = server.get("/ontology/99.0.0");
        assertEquals(404, unknown.statusCode());
        assertTrue(unknown.body().contains("\"" + version.group(2) + "\""), unknown.body());
    }

    @Test
    void collectionsAndTheirThingsLeadToEachOther() {
        String thing = "https://w3id.org/urbis/id/network/c40";
        String list = links("/api/networks?limit=5");
        assertTrue(list.contains("<" + thing + ">; rel=\"item\""), list);
        assertTrue(list.contains("/catalog>; rel=\"describedby\""), list);
        String things = links("/id/network/c40");
        assertTrue(things.contains("</api/networks>; rel=\"collection\""), things);
        assertTrue(things.contains("<" + thing + ">; rel=\"cite-as\""), things);
        assertTrue(things.contains("rel=\"license\""), things);
        // A longer list would not fit into a header.
        assertTrue(!links("/api/countries?limit=100").contains("rel=\"item\""));
    }
}
