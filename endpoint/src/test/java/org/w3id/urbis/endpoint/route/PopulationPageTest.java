package org.w3id.urbis.endpoint.route;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.ontology.Urbis;

/** How many live in a city is told in words, whatever the key is under which a source counts them. */
class PopulationPageTest {
    private static final Node GRAPH = node("graph/town/count");
    private static final Node CITY = node("id/city/counted");

    private static Node node(String path) {
        return NodeFactory.createURI(Urbis.BASE + path);
    }

    private static Quad quad(Node subject, String property, Node object) {
        return Quad.create(GRAPH, subject, NodeFactory.createURI(Urbis.NS + property), object);
    }

    private static List<Quad> population(String key, String number, String year) {
        Node count = node("id/population/" + key);
        return List.of(
                quad(CITY, "population", count),
                quad(count, "value", NodeFactory.createLiteralDT(number, XSDDatatype.XSDinteger)),
                quad(count, "comparator", node("id/comparator/exactly")),
                quad(count, "asOf", NodeFactory.createLiteralDT(year, XSDDatatype.XSDgYear)));
    }

    @Test
    void eachOfSeveralCountsIsTold(@TempDir Path data) {
        List<Quad> counts = new ArrayList<>(population("geonames-2660646", "183981", "2019"));
        counts.addAll(population("0123456789abcdef", "203951", "2021"));
        Town.publish(data, counts);
        try (RunningServer server = RunningServer.on(data)) {
            String page = server.get("/id/city/counted", "Accept", "text/html").body();
            assertTrue(page.contains(">183,981 (2019)<"), page);
            assertTrue(page.contains(">203,951 (2021)<"), page);
            assertFalse(page.contains(">geonames-2660646<"), page);
        }
    }

    @Test
    void peopleAreToldByWhatTheyAreCountedAs() {
        String page = ShippedServer.running()
                .get("/id/city/geneva?lang=fr", "Accept", "text/html")
                .body();
        assertTrue(page.matches("(?s).*>183\\D981 habitants<.*"), page);
    }
}
