package org.w3id.urbis.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

/** Judging a graph that stands alone, of which there may be millions of nodes. */
class WholeGraphTest {

    private static final String SHAPES = """
        :Shape a sh:NodeShape ;
            sh:targetClass :Place , :City ; sh:targetSubjectsOf :twin ; sh:targetObjectsOf :twin ; sh:targetNode :a , :z ;
            sh:sparql [ sh:message "Too many" ; sh:select \"""
                SELECT $this ?value WHERE { $this <https://example.org/size> ?value . FILTER ( ?value > 90 )
                  FILTER NOT EXISTS { $this <https://example.org/note> ?note } }\""" ] .
        :Other a sh:NodeShape ; sh:targetClass :Town .
        """;

    private static Graph manyCities(int count) {
        Graph graph = Rdf.graph(":City rdfs:subClassOf :Place . :Town rdfs:subClassOf :City .");
        IntStream.range(0, count)
                .mapToObj(i -> Rdf.graph(":n%d a :City%s ; :size %d ; :twin :n%d , :n%d , \"x\" .%s"
                        .formatted(i, i % 3 == 0 ? " , :Town" : "", i, i / 2, i + 1, i == 95 ? " :n95 :note 1 ." : "")))
                .forEach(each -> each.find().forEachRemaining(graph::add));
        return graph;
    }

    @Test
    void everyFocusNodeIsToldOfOnce() {
        Graph data = manyCities(30);
        Shapes shapes = Shapes.parse(Rdf.graph(SHAPES));
        Map<String, List<Node>> told = new TreeMap<>();
        new AllFocusNodes(shapes, data)
                .each((shape, node) -> told.computeIfAbsent(shape.getShapeNode().getURI(), any -> new ArrayList<>())
                        .add(node));
        Map<String, Set<Node>> expected = new TreeMap<>();
        FocusNodes.of(shapes, data, GraphFactory.createGraphMem())
                .forEach((shape, nodes) -> expected.put(shape.getShapeNode().getURI(), nodes));
        assertEquals(expected.keySet(), told.keySet());
        told.forEach((shape, nodes) -> {
            assertEquals(expected.get(shape), new HashSet<>(nodes), shape);
            assertEquals(expected.get(shape).size(), nodes.size(), shape);
        });
    }

    @Test
    void askingForManyNodesAtOnceFindsWhatAskingForEachDoes() {
        Graph data = manyCities(100);
        ShapeLibrary library = ShapeLibrary.of(Rdf.graph(SHAPES));
        List<Node> violating = IntStream.of(91, 92, 93, 94, 96, 97, 98, 99)
                .mapToObj(i -> Rdf.node("n" + i))
                .toList();
        for (int threads : List.of(1, 2)) {
            List<ReportEntry> results = new ShapeValidation(library, threads).judge(data);
            assertEquals(violating, results.stream().map(ReportEntry::focusNode).toList());
            assertEquals("Too many", results.getFirst().message());
        }
    }

    @Test
    void whatDoesNotTakeItsInputRowByRowIsAskedForEachNode() {
        assertTrue(SparqlScreen.of(QueryFactory.create("SELECT $this { $this ?p ?o }"))
                .isPresent());
        for (String query : List.of(
                "SELECT $this { { SELECT $this (COUNT(*) AS ?n) { $this ?p ?o } GROUP BY $this } FILTER (?n > 1) }",
                "SELECT $this { $this ?p ?o } GROUP BY $this HAVING (COUNT(*) > 1)",
                "SELECT $this { $this ?p ?o } LIMIT 1",
                "SELECT ?value { ?value ?p ?o }",
                "SELECT $this { $this ?p ?o . GRAPH $shapesGraph { $currentShape ?q ?r } }",
                "ASK { $this ?p ?o }")) {
            assertTrue(SparqlScreen.of(QueryFactory.create(query)).isEmpty(), query);
        }
    }
}
