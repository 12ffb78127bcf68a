package org.w3id.urbis.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.ontology.ResourceFolder;

/** A packed graph is the graph it was made of, to whatever question. */
class GraphPackTest {

    private static final Node ABSENT = NodeFactory.createURI("http://example.org/absent");

    @Test
    void whatShipsIsPackedAndSaysWhatTheFilesSay() {
        for (String pack : List.of(Vocabulary.PACK, ShapeLibrary.PACK, Translations.PACK)) {
            ResourceFolder folder = ResourceFolder.onClasspath("urbis/" + pack);
            List<String> names =
                    pack.equals(ShapeLibrary.PACK) ? ShapeLibrary.filesForParts(folder) : folder.names(".ttl");
            Graph packed = assertInstanceOf(PackedGraph.class, TurtleFiles.read(pack, folder, names));
            Graph read = GraphFactory.createGraphMem();
            names.forEach(name -> TurtleFiles.read(folder, name, read));
            assertEquals(read.size(), packed.size());
            assertTrue(read.isIsomorphicWith(packed), pack);
            assertEquals(
                    read.getPrefixMapping().getNsPrefixMap(),
                    packed.getPrefixMapping().getNsPrefixMap());
        }
    }

    @Test
    void answersEveryPatternAsAnyGraphDoes() throws IOException {
        Graph graph = Rdf.graph("""
            :a :p :b , :c , "b" , "b"@en , "b"@fr , 1 , 01 , "1" .
            :b :q :a , [ :p ( :a 2.50 ) ] ; :p :p .
            :c :p "Aa" , "BB" , "é\\n😀" .
            """);
        Graph packed = packed(graph);
        Set<Node> terms = new HashSet<>(Set.of(Node.ANY, ABSENT));
        packed.find().forEachRemaining(t -> Stream.of(t.getSubject(), t.getPredicate(), t.getObject())
                .forEach(terms::add));
        Graph copy = GraphFactory.createGraphMem();
        packed.find().forEachRemaining(copy::add);
        assertTrue(copy.isIsomorphicWith(graph), "says the same");
        for (Node s : terms) {
            for (Node p : terms) {
                for (Node o : terms) {
                    assertEquals(
                            copy.find(s, p, o).toSet(), packed.find(s, p, o).toSet(), s + " " + p + " " + o);
                    assertEquals(copy.contains(s, p, o), packed.contains(s, p, o), s + " " + p + " " + o);
                }
            }
        }
    }

    @Test
    void isNotTakenForWhatHasChanged() throws IOException {
        byte[] bytes = bytes(GraphFactory.createGraphMem());
        assertEquals(Optional.empty(), GraphPack.read("test", files(8), new ByteArrayInputStream(bytes)));
        assertEquals(Optional.empty(), GraphPack.read("test", new TreeMap<>(), new ByteArrayInputStream(bytes)));
        assertEquals(Optional.empty(), GraphPack.read("test", files(7), new ByteArrayInputStream(new byte[9])));
        assertTrue(GraphPack.read("test", files(7), new ByteArrayInputStream(bytes))
                .orElseThrow()
                .isEmpty());
    }

    private static Graph packed(Graph graph) throws IOException {
        return GraphPack.read("test", files(7), new ByteArrayInputStream(bytes(graph)))
                .orElseThrow();
    }

    private static byte[] bytes(Graph graph) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Triple> triples = graph.find().toList();
        GraphPack.write("test", files(7), new TreeMap<>(), triples, out);
        return out.toByteArray();
    }

    private static TreeMap<String, Long> files(long checksum) {
        TreeMap<String, Long> files = new TreeMap<>();
        files.put("file.ttl", checksum);
        return files;
    }
}
