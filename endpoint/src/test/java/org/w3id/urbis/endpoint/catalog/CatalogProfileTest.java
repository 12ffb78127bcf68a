package org.w3id.urbis.endpoint.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.ShippedServer;

/**
 * The catalogue keeps every rule of cardinality, class and datatype of DCAT-AP 3.0.0. {@code dcat-ap-3.0.0.csv} holds them as
 * facts: how often a property may stand at things of a class, and what its values are.
 *
 * @see <a href="https://semiceu.github.io/DCAT-AP/releases/3.0.0/">DCAT-AP 3.0.0</a>
 */
class CatalogProfileTest {
    private static final PrefixMapping PREFIXES = PrefixMapping.Factory.create()
            .setNsPrefix("adms", "http://www.w3.org/ns/adms#")
            .setNsPrefix("dcat", "http://www.w3.org/ns/dcat#")
            .setNsPrefix("dcatap", "http://data.europa.eu/r5r/")
            .setNsPrefix("dct", "http://purl.org/dc/terms/")
            .setNsPrefix("eli", "http://data.europa.eu/eli/ontology#")
            .setNsPrefix("foaf", "http://xmlns.com/foaf/0.1/")
            .setNsPrefix("locn", "http://www.w3.org/ns/locn#")
            .setNsPrefix("odrl", "http://www.w3.org/ns/odrl/2/")
            .setNsPrefix("prov", "http://www.w3.org/ns/prov#")
            .setNsPrefix("rdfs", "http://www.w3.org/2000/01/rdf-schema#")
            .setNsPrefix("skos", "http://www.w3.org/2004/02/skos/core#")
            .setNsPrefix("spdx", "http://spdx.org/rdf/terms#")
            .setNsPrefix("time", "http://www.w3.org/2006/time#")
            .setNsPrefix("vcard", "http://www.w3.org/2006/vcard/ns#")
            .setNsPrefix("xsd", "http://www.w3.org/2001/XMLSchema#")
            .lock();

    private static List<Rule> rules;
    private static Graph catalog;

    /** How often a property may stand, and what its values are; empty if they may be anything. */
    private record Rule(Node sort, Node property, int least, int most, String values) {
        static Rule of(String line) {
            String[] cells = line.split(",");
            return new Rule(
                    node(cells[0]),
                    node(cells[1]),
                    Integer.parseInt(cells[2]),
                    cells[3].equals("*") ? Integer.MAX_VALUE : Integer.parseInt(cells[3]),
                    cells[4].equals("-") ? "" : cells[4]);
        }

        /** What breaks it. */
        List<String> faults(Graph graph) {
            List<String> faults = new ArrayList<>();
            for (Node thing : graph.find(Node.ANY, RDF.type.asNode(), sort)
                    .mapWith(triple -> triple.getSubject())
                    .toList()) {
                List<Node> found = graph.find(thing, property, Node.ANY)
                        .mapWith(triple -> triple.getObject())
                        .toList();
                if (found.size() < least || found.size() > most) {
                    faults.add(thing + " has " + found.size() + " " + property);
                }
                found.stream()
                        .filter(value -> !suits(graph, value))
                        .forEach(value -> faults.add(thing + " " + property + " " + value + " is no " + values));
            }
            return faults;
        }

        private boolean suits(Graph graph, Node value) {
            if (values.isEmpty()) {
                return true;
            }
            return values.startsWith("xsd:")
                    ? value.isLiteral()
                            && value.getLiteralDatatypeURI().equals(node(values).getURI())
                            && value.getLiteralDatatype().isValid(value.getLiteralLexicalForm())
                    : graph.contains(value, RDF.type.asNode(), node(values));
        }
    }

    private static Node node(String name) {
        return NodeFactory.createURI(PREFIXES.expandPrefix(name));
    }

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = CatalogProfileTest.class.getResourceAsStream("/catalog/dcat-ap-3.0.0.csv")) {
            rules = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Rule::of)
                    .toList();
        }
        assertEquals(120, rules.size());
        catalog = GraphFactory.createDefaultGraph();
        RDFParser.create()
                .source(new StringReader(ShippedServer.running()
                        .get("/catalog", "Accept", "text/turtle")
                        .body()))
                .lang(Lang.TURTLE)
                .base("http://127.0.0.1/")
                .parse(catalog);
    }

    private static List<String> faults(Graph graph) {
        return rules.stream().flatMap(rule -> rule.faults(graph).stream()).toList();
    }

    @Test
    void everyRuleIsKept() {
        assertTrue(catalog.contains(Node.ANY, RDF.type.asNode(), node("dcat:Distribution")));
        assertTrue(catalog.contains(Node.ANY, RDF.type.asNode(), node("spdx:Checksum")));
        assertEquals("", String.join("\n", faults(catalog)));
    }

    @Test
    void peopleSeeTheSameDatasetsInTheirLanguage() {
        HttpResponse<String> page =
                ShippedServer.running().get("/catalog", "Accept", "text/html", "Accept-Language", "fr");
        assertEquals(200, page.statusCode());
        assertEquals("fr", page.headers().firstValue("Content-Language").orElse(""));
        assertTrue(page.body().contains("<h1>Catalogue des jeux de données</h1>"), page.body());
        List<String> datasets = catalog.find(Node.ANY, RDF.type.asNode(), node("dcat:Dataset"))
                .mapWith(triple -> triple.getSubject().getURI())
                .toList();
        assertTrue(datasets.size() > 5);
        datasets.forEach(dataset -> assertTrue(
                page.body().contains("href=\"" + dataset.replace("https://w3id.org/urbis", "") + "\""), dataset));
        assertTrue(page.body().contains("rel=\"license\""), page.body());
    }

    /** Each statement of a kind that the profile demands is missed when it is gone. */
    @Test
    void whatIsMissingOrWrongIsNoticed() {
        for (String property : List.of("dct:publisher", "dcat:accessURL", "spdx:checksumValue", "foaf:name")) {
            Graph poorer = GraphFactory.createDefaultGraph();
            catalog.find()
                    .filterDrop(triple -> triple.getPredicate().equals(node(property)))
                    .forEachRemaining(poorer::add);
            assertFalse(faults(poorer).isEmpty(), property);
        }
        Graph untyped = GraphFactory.createDefaultGraph();
        catalog.find()
                .filterDrop(triple -> triple.getObject().equals(node("dct:LicenseDocument")))
                .forEachRemaining(untyped::add);
        assertFalse(faults(untyped).isEmpty());
    }
}
