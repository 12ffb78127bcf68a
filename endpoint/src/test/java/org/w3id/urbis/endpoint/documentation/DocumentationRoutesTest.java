package org.w3id.urbis.endpoint.documentation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3id.urbis.endpoint.Json;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;
import org.w3id.urbis.ontology.ResourceFolder;
import org.w3id.urbis.queries.CatalogueQuery;
import org.w3id.urbis.queries.QueryCatalogue;
import org.xml.sax.InputSource;

/** What the pages say is what the graph, the shapes and the catalogue hold. */
class DocumentationRoutesTest {
    private static final ResourceFolder TUTORIAL = ResourceFolder.onClasspath("urbis/tutorial");
    private static final RunningServer SERVER = ShippedServer.running();

    private static String page(String path) {
        HttpResponse<String> response = SERVER.get(path, "Accept", "text/html", "Accept-Language", "en");
        assertEquals(200, response.statusCode(), path);
        return response.body();
    }

    private static String term(String iri) {
        return page("/resource?iri=" + RunningServer.encode("https://w3id.org/urbis/" + iri));
    }

    static List<String> steps() {
        return TUTORIAL.names();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyQueryOfTheTutorialIsAnsweredAndOpensInTheWorkbench(String file) {
        String query = TUTORIAL.text(file);
        JsonNode rows = Json.of(SERVER.query(query, "Accept", "application/sparql-results+json"))
                .at("/results/bindings");
        assertTrue(rows.size() > 5, file + " gives " + rows.size());
        String tutorial = page("/documentation/tutorial");
        assertTrue(tutorial.contains("Rows in all: " + rows.size() + "<"), file + " " + rows.size());
        assertTrue(
                tutorial.contains("\"/sparql?query=" + RunningServer.encode(query) + "&amp;view=table\""),
                () -> file + " is not linked: " + tutorial);
    }

    @Test
    void everyQuestionIsAnsweredOnThePageOfItsSubject() {
        JsonNode counts = Json.of(SERVER.get("/queries/counts")).get("counts");
        for (CatalogueQuery query : QueryCatalogue.shipped().queries()) {
            if (query.isFederated()) {
                assertTrue(counts.path(query.name()).isMissingNode(), query.name());
            }
        }
        JsonNode rows = Json.of(SERVER.get("/queries/person/office-holders?format=json"))
                .at("/results/bindings");
        assertEquals(rows.size(), counts.get("person/office-holders").intValue());
        String answers = page("/documentation/answers/person");
        assertTrue(answers.contains("Rows in all: " + rows.size() + "<"), answers);
        assertTrue(answers.contains("href=\"/sparql?question=person/office-holders\""), answers);
        assertEquals(404, SERVER.get("/documentation/answers/weather").statusCode());
    }

    @Test
    void aClassIsExplainedByTheGraphTheShapesAndTheCatalogue() {
        String network = term("ontology#Network");
        assertTrue(network.contains("Members in the graph: 33"), network);
        assertTrue(network.contains("marker-end=\"url(#arrow)\""), "a drawing");
        assertTrue(
                network.contains("href=\"/resource?iri=https%3A%2F%2Fw3id.org%2Furbis%2Fshapes%23Network\""), network);
        assertTrue(network.contains("href=\"/queries/network/networks\""), network);
        assertTrue(network.contains(">organisation<"), "what is broader");
    }

    @Test
    void aPropertyIsExplainedByWhoHasIt() {
        String seat = term("ontology#seat");
        assertTrue(seat.contains("Who has it") && seat.contains(">city network<"), seat);
        assertTrue(seat.contains("Organization-seat"), seat);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shapes#Membership", "shapes#Membership-role"})
    void aShapeSaysWhatItDemandsWithExamples(String shape) {
        String membership = term(shape);
        assertTrue(membership.contains("exactly one"), membership);
        assertTrue(membership.contains("Say in what role, by a code of the list role."), membership);
        assertTrue(
                membership.contains("urbis:role &#34;member&#34;") || membership.contains("urbis:role \"member\""),
                membership);
        assertTrue(membership.contains("href=\"#Membership-role\""), "what the refused example breaks");
    }

    @Test
    void aSourceIsToldWithItsLicenceAndWhatWasDrawnFromIt() {
        String sources = page("/documentation/sources");
        assertTrue(sources.contains("International City Networks Directory"), sources);
        assertTrue(sources.contains("Geneva Cities Hub"), sources);
        assertTrue(sources.contains("https://creativecommons.org/licenses/by/4.0/"), sources);
    }

    /** The measurements that stand in the graph are those on the page of sources and in the catalogue. */
    @Test
    void aSourceIsToldWithWhatWasMeasuredOfIt() {
        String source = "https://w3id.org/urbis/id/source/city-networks-directory-2021";
        JsonNode measured = Json.of(SERVER.query(
                        "PREFIX dqv: <http://www.w3.org/ns/dqv#> SELECT ?value { ?measurement dqv:computedOn <" + source
                                + "> ; dqv:value ?value ; dqv:isMeasurementOf"
                                + " <https://w3id.org/urbis/id/quality-metric/notes> }",
                        "Accept",
                        "application/sparql-results+json"))
                .at("/results/bindings/0/value/value");
        assertTrue(measured.asInt() > 100, measured.toString());
        String counted = ">notes on sources</span> <span class=\"count\">" + measured.asText() + "<";
        assertTrue(page("/documentation/sources").contains(counted), counted);
        assertTrue(page("/catalog").contains(counted), counted);
        assertTrue(SERVER.get("/catalog?format=nt").body().contains("<" + source + "> <http://www.w3.org/ns/dqv#has"));
    }

    @Test
    void theOntologyIsOneDrawing() {
        String diagram = page("/documentation/diagram");
        String governs = "href=\"/resource?iri=https%3A%2F%2Fw3id.org%2Furbis%2Fontology%23governs\"";
        assertTrue(diagram.contains(governs) && diagram.contains("governs → city"), diagram);
        HttpResponse<String> alone = SERVER.get("/documentation/diagram.svg", "Accept-Language", "ar");
        assertEquals("image/svg+xml", alone.headers().firstValue("Content-Type").orElseThrow());
        Document drawing = assertDoesNotThrow(() -> DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(alone.body()))));
        assertEquals("rtl", drawing.getDocumentElement().getAttribute("direction"));
        assertTrue(alone.body().contains(">شبكة مدن<"), alone.body());
    }

    @Test
    void thePagesAreKnownByTag() {
        String tag = SERVER.get("/documentation/answers/event")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertEquals(
                304,
                SERVER.get("/documentation/answers/event", "If-None-Match", tag).statusCode());
    }
}
