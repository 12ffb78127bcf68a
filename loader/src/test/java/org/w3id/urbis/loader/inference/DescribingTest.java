package org.w3id.urbis.loader.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.mapping.Candidate;
import org.w3id.urbis.loader.mapping.MappingFunctions;
import org.w3id.urbis.ontology.ResourceFolder;

class DescribingTest {

    private static final String VOID = "http://rdfs.org/ns/void#";
    private static final String DQV = "http://www.w3.org/ns/dqv#";
    private static final Node DATASET = NodeFactory.createURI("https://w3id.org/urbis/id/dataset/urbis");
    private static final Node DESCRIPTION = BaseIri.URBIS.graph("description");

    /** Three cities, two of them matched, one named in two languages, one statement made by two graphs. */
    private static final String WORLD = """
        PREFIX city: <https://w3id.org/urbis/id/city/>
        PREFIX g: <https://w3id.org/urbis/graph/>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX urbis: <https://w3id.org/urbis/ontology#>
        g:a { city:graz a urbis:City ; skos:prefLabel "Graz"@en , "格拉茨"@zh ;
                  skos:closeMatch <https://sws.geonames.org/2778067/> .
              city:lima a urbis:City ; skos:prefLabel "Lima"@en ; skos:closeMatch <https://sws.geonames.org/3936456/> . }
        g:b { city:graz a urbis:City . city:kigali a urbis:City ; skos:prefLabel "Kigali"@en . }
        """;

    private final Candidate candidate = new Candidate(BaseIri.URBIS);

    @BeforeEach
    void describe() {
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFParser.fromString(WORLD, Lang.TRIG).parse(dataset);
        dataset.find().forEachRemaining(candidate::add);
        Describing.shipped().addTo(candidate);
    }

    @Test
    void theWholeIsCountedWithoutItsDescription() {
        assertEquals(9, number(DATASET, VOID + "triples"));
        assertEquals(3, number(DATASET, VOID + "distinctSubjects"));
        assertEquals(7, number(DATASET, VOID + "distinctObjects"));
        assertEquals(3, number(DATASET, VOID + "properties"));
        assertEquals(1, number(DATASET, VOID + "classes"));
        assertEquals(3, number(DATASET, VOID + "entities"));
    }

    @Test
    void eachGraphIsAPart() {
        assertEquals(
                List.of(BaseIri.URBIS.graph("a"), BaseIri.URBIS.graph("b")),
                objects(DATASET, VOID + "subset").stream()
                        .filter(part -> part.getURI().contains("/graph/"))
                        .toList());
        assertEquals(7, number(BaseIri.URBIS.graph("a"), VOID + "triples"));
        assertEquals(3, number(BaseIri.URBIS.graph("b"), VOID + "triples"));
    }

    @Test
    void classesAndPropertiesHaveTheirShare() {
        Node cities = objects(DATASET, VOID + "classPartition").getFirst();
        assertEquals(3, number(cities, VOID + "entities"));
        assertEquals(
                "https://w3id.org/urbis/id/city/graz",
                objects(cities, VOID + "exampleResource").getFirst().toString());
        assertEquals(3, objects(cities, VOID + "propertyPartition").size());
        Node names = objects(DATASET, VOID + "propertyPartition").stream()
                .filter(part ->
                        objects(part, VOID + "property").getFirst().getURI().endsWith("prefLabel"))
                .findFirst()
                .orElseThrow();
        assertEquals(4, number(names, VOID + "triples"));
        assertEquals(3, number(names, VOID + "distinctSubjects"));
    }

    @Test
    void linksAreCountedByWhereTheyLead() {
        Node links = objects(DATASET, VOID + "subset").stream()
                .filter(part -> part.getURI().contains("/linkset/"))
                .findFirst()
                .orElseThrow();
        assertEquals(2, number(links, VOID + "triples"));
        assertEquals(
                "https://www.geonames.org/",
                objects(links, VOID + "objectsTarget").getFirst().toString());
    }

    @Test
    void qualityIsMeasured() {
        assertEquals("1.0", measured("names-in-en"));
        assertEquals("0.3333", measured("names-in-zh"));
        assertEquals("0.6667", measured("matched-cities"));
        assertEquals("2", measured("linked-things"));
        assertEquals("0", measured("notes"));
        // Nothing can be said of the commitments of a graph that has none.
        assertFalse(candidate
                .merged()
                .contains(BaseIri.URBIS.thing("quality-measurement", "cited-commitments"), Node.ANY, Node.ANY));
    }

    @Test
    void whatIsMeasuredIsDeclared() {
        String declared = ResourceFolder.onClasspath("urbis/ontology").text("codes/quality-metric.ttl");
        List<Quad> measurements = quads(Node.ANY, DQV + "isMeasurementOf");
        assertTrue(measurements.size() >= 4, measurements::toString);
        measurements.forEach(quad -> {
            String metric = quad.getObject().getURI().replaceAll(".*/", "quality-metric:");
            assertTrue(declared.contains(metric + " a "), metric);
        });
    }

    /** A source with two graphs that overlap, one that says nothing of what is measured, and what no source says. */
    private static final String SOURCES = """
        PREFIX : <https://w3id.org/urbis/id/thing/>
        PREFIX g: <https://w3id.org/urbis/graph/>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX source: <https://w3id.org/urbis/id/source/>
        PREFIX urbis: <https://w3id.org/urbis/ontology#>
        g:catalogue { source:one urbis:hasGraph g:a , g:b . source:two urbis:hasGraph g:c . source:three urbis:hasGraph g:d . }
        g:a { :graz a urbis:City ; skos:closeMatch <https://sws.geonames.org/2778067/> ; urbis:citation :c1 .
              :net a urbis:Network . :p1 a urbis:Commitment ; urbis:deadline "2030" ; urbis:citation :c2 . }
        g:b { :graz a urbis:City ; urbis:citation :c3 . :lima a urbis:City . :p2 a urbis:Commitment . :n1 a urbis:Note . }
        g:c { :lima a urbis:City ; skos:exactMatch <http://www.wikidata.org/entity/Q2868> . :n1 a urbis:Note . :n2 a urbis:Note .
              :p3 a urbis:Commitment ; urbis:quantity :q . }
        g:d { :x skos:prefLabel "Not said to be anything"@en . }
        g:e { :net a urbis:Organization . :lima urbis:citation :c4 . :q2 a urbis:Commitment . }
        """;

    @Test
    void eachSourceIsMeasuredByItself() {
        Candidate sources = new Candidate(BaseIri.URBIS);
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFParser.fromString(SOURCES, Lang.TRIG).parse(dataset);
        dataset.find().forEachRemaining(sources::add);
        Map<String, Set<Triple>> asked = new TreeMap<>();
        for (Rule rule : Rule.all(ResourceFolder.onClasspath("urbis/description"))) {
            Set<Triple> made = new HashSet<>();
            rule.make(sources, MappingFunctions.context(), made::add);
            asked.put(rule.name(), made);
        }
        Describing.shipped().addTo(sources);
        asked.forEach((rule, triples) -> triples.forEach(triple -> assertTrue(
                sources.dataset().contains(DESCRIPTION, triple.getSubject(), triple.getPredicate(), triple.getObject()),
                () -> rule + " asks for " + triple)));
        assertEquals(
                asked.values().stream().flatMap(Set::stream).distinct().count(),
                sources.dataset().getGraph(DESCRIPTION).size());
        Map<String, String> values = new TreeMap<>();
        sources.dataset()
                .find(DESCRIPTION, Node.ANY, NodeFactory.createURI(DQV + "value"), Node.ANY)
                .forEachRemaining(quad -> values.put(
                        quad.getSubject().getURI().replaceAll(".*/", ""),
                        quad.getObject().getLiteralLexicalForm()));
        assertEquals("0.4", values.get("cited-things-of-one"));
        assertEquals("0.5", values.get("dated-commitments-of-one"));
        assertEquals("0.0", values.get("quantified-commitments-of-one"));
        assertEquals("0.5", values.get("matched-cities-of-one"));
        assertEquals("2", values.get("linked-things-of-one"));
        assertEquals("1", values.get("notes-of-one"));
        assertEquals("0.0", values.get("cited-things-of-two"));
        assertEquals("2", values.get("notes-of-two"));
        assertEquals("0", values.get("notes-of-three"));
        assertFalse(values.containsKey("cited-things-of-three"));
    }

    private String measured(String metric) {
        return objects(BaseIri.URBIS.thing("quality-measurement", metric), DQV + "value")
                .getFirst()
                .getLiteralLexicalForm();
    }

    private long number(Node subject, String property) {
        return Long.parseLong(objects(subject, property).getFirst().getLiteralLexicalForm());
    }

    private List<Node> objects(Node subject, String property) {
        return quads(subject, property).stream()
                .map(Quad::getObject)
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    private List<Quad> quads(Node subject, String property) {
        Iterable<Quad> all =
                () -> candidate.dataset().find(DESCRIPTION, subject, NodeFactory.createURI(property), Node.ANY);
        return StreamSupport.stream(all.spliterator(), false).collect(Collectors.toList());
    }
}
