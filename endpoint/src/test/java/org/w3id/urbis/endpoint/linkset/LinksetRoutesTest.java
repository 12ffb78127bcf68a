package org.w3id.urbis.endpoint.linkset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;

/** Sets of links, and terms that are not to be used any more. */
class LinksetRoutesTest {
    private static final String OLD = "https://w3id.org/urbis/ontology#oldWord";
    private static final String OF_OLD = "/resource?iri=" + RunningServer.encode(OLD);

    @TempDir
    private static Path data;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        List<Quad> more = new ArrayList<>();
        RDFParser.fromString("""
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX urbis: <https://w3id.org/urbis/ontology#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            <https://w3id.org/urbis/graph/ontology> {
              urbis:oldWord a owl:DatatypeProperty ; skos:prefLabel "old word"@en ;
                owl:deprecated true ; dct:isReplacedBy urbis:newWord ;
                prov:invalidatedAtTime "2026-01-01"^^xsd:date .
              urbis:newWord a owl:DatatypeProperty ; skos:prefLabel "new word"@en .
              <https://w3id.org/urbis/id/city/gone> owl:deprecated true ;
                dct:isReplacedBy <https://w3id.org/urbis/id/city/bridgeton> .
              <https://w3id.org/urbis/id/city/renamed>
                dct:isReplacedBy <https://w3id.org/urbis/id/city/bridgeton> .
            }
            """, Lang.TRIG).toDatasetGraph().find().forEachRemaining(more::add);
        Town.publish(data, more);
        server = RunningServer.on(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static JsonNode context(JsonNode linkset, String anchor) {
        for (JsonNode context : linkset.get("linkset")) {
            if (context.get("anchor").textValue().equals(anchor)) {
                return context;
            }
        }
        throw new AssertionError(anchor + " in " + linkset);
    }

    private static Set<String> targets(JsonNode context, String relation) {
        Set<String> targets = new HashSet<>();
        context.path(relation).forEach(target -> targets.add(target.get("href").textValue()));
        return targets;
    }

    @Test
    void aThingLeadsToAllItsLinksInOneDocument() {
        HttpResponse<String> thing = server.get("/id/city/bridgeton", "Accept", "text/turtle");
        for (String type : List.of("application/linkset+json", "application/linkset")) {
            String link = "</linkset/id/city/bridgeton>; rel=\"linkset\"; type=\"" + type + "\"";
            assertTrue(header(thing, "Link").contains(link), header(thing, "Link"));
        }
        HttpResponse<String> answer = server.get("/linkset/id/city/bridgeton", "Accept", "application/linkset+json");
        assertEquals("application/linkset+json", header(answer, "Content-Type"));
        JsonNode linkset = Json.of(answer);
        String place = server.origin() + "/id/city/bridgeton";
        JsonNode context = context(linkset, place);
        assertEquals(Set.of("https://w3id.org/urbis/id/city/bridgeton"), targets(context, "cite-as"));
        assertTrue(targets(context, "type").contains("https://schema.org/AboutPage"), context::toString);
        assertTrue(targets(context, "collection").contains(server.origin() + "/api/cities"), context::toString);
        assertTrue(targets(context, "describedby").contains(place + ".geojson"), context::toString);
        context.get("describedby").forEach(form -> {
            String address = form.get("href").textValue();
            HttpResponse<String> described =
                    server.get(address.substring(server.origin().length()));
            assertTrue(
                    header(described, "Content-Type")
                            .startsWith(form.get("type").textValue()),
                    address);
            assertEquals(Set.of(place), targets(context(linkset, address), "describes"));
        });
        assertTrue(server.get("/id/city/bridgeton.html").body().contains("href=\"/linkset/id/city/bridgeton\""));
    }

    @Test
    void bothFormsSayTheSame() {
        Set<String> json = new HashSet<>();
        for (JsonNode context :
                Json.of(server.get("/linkset/id/network/bridges")).get("linkset")) {
            context.properties().forEach(member -> member.getValue()
                    .forEach(target -> json.add(context.get("anchor").textValue() + " " + member.getKey() + " "
                            + target.get("href").textValue() + " "
                            + target.path("type").asText())));
        }
        HttpResponse<String> text = server.get("/linkset/id/network/bridges", "Accept", "application/linkset");
        assertEquals("application/linkset", header(text, "Content-Type"));
        Pattern link = Pattern.compile("<([^>]+)>; rel=\"([^\"]+)\"; anchor=\"([^\"]+)\"(?:; type=\"([^\"]+)\")?");
        Set<String> read = link.matcher(text.body())
                .results()
                .map((MatchResult match) -> match.group(3) + " " + match.group(2) + " " + match.group(1) + " "
                        + (match.group(4) == null ? "" : match.group(4)))
                .collect(Collectors.toSet());
        assertEquals(json, read);
        assertTrue(read.size() > 10, read::toString);
    }

    @Test
    void theCatalogueHasOneToo() {
        assertTrue(header(server.get("/catalog"), "Link").contains("</linkset/catalog>; rel=\"linkset\""));
        JsonNode linkset = Json.of(server.get("/linkset/catalog"));
        JsonNode context = context(linkset, server.origin() + "/catalog");
        assertEquals(Set.of("https://w3id.org/urbis/catalog"), targets(context, "cite-as"));
        for (String relation : List.of("describedby", "item", "license", "service-desc", "alternate")) {
            assertTrue(context.has(relation), relation);
            targets(context, relation).stream()
                    .filter(address -> address.startsWith(server.origin()))
                    .forEach(address -> assertEquals(
                            200,
                            server.head(address.substring(server.origin().length()))
                                    .statusCode(),
                            address));
        }
    }

    @Test
    void otherThingsAnswerAsTheirAddressesDo() {
        assertEquals(404, server.get("/linkset/id/city/none").statusCode());
        assertEquals(404, server.get("/linkset/sparql").statusCode());
        assertEquals(410, server.get("/linkset/id/city/gone").statusCode());
        assertEquals(400, server.get("/linkset/resource").statusCode());
        assertEquals(406, server.get("/linkset/catalog", "Accept", "text/html").statusCode());
        HttpResponse<String> renamed = server.get("/linkset/id/city/renamed");
        assertEquals(301, renamed.statusCode());
        assertEquals("/linkset/id/city/bridgeton", header(renamed, "Location"));
        HttpResponse<String> of = server.get("/linkset/id/network/bridges");
        assertEquals(
                304,
                server.get("/linkset/id/network/bridges", "If-None-Match", header(of, "ETag"))
                        .statusCode());
        assertEquals(200, server.get("/linkset/id/network/bridges?revision=1").statusCode());
    }

    /** RFC 9745. */
    @Test
    void aTermThatIsNotToBeUsedAnyMoreSaysSoAndNamesItsSuccessor() {
        for (String form : List.of("text/turtle", "application/ld+json", "text/html")) {
            HttpResponse<String> term = server.get(OF_OLD, "Accept", form);
            assertEquals(200, term.statusCode(), "it still means what it meant");
            assertEquals("@1767225600", header(term, "Deprecation"));
            assertTrue(
                    header(term, "Link")
                            .contains("<https://w3id.org/urbis/ontology#newWord>; rel=\"successor-version\""),
                    header(term, "Link"));
        }
        assertTrue(
                Json.of(server.get(OF_OLD + "&format=jsonld")).get("deprecated").booleanValue());
        String page = server.get(OF_OLD + "&format=html&lang=fr").body();
        assertTrue(page.contains("Ceci ne doit plus être utilisé."), page);
        assertTrue(page.contains("<a href=\"/ontology#newWord\">"), page);
        String all = server.get("/ontology.html").body();
        assertTrue(all.substring(all.indexOf("id=\"oldWord\"")).contains("This is no longer to be used."), all);
        String other = "/resource?iri=" + RunningServer.encode("https://w3id.org/urbis/ontology#newWord");
        assertEquals("", header(server.get(other), "Deprecation"));
    }
}
