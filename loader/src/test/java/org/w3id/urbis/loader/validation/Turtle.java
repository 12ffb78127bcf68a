package org.w3id.urbis.loader.validation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.urbis.shapes.ShapeLibrary;
import org.w3id.urbis.shapes.Vocabulary;

/**
 * Small shapes, vocabularies and files for tests, written as Turtle without prefix declarations: the parser knows the
 * prefixes, so that the first line given is line 1 of the file.
 */
final class Turtle {

    private static final Map<String, String> PREFIXES = Map.of(
            "", "https://example.org/",
            "owl", "http://www.w3.org/2002/07/owl#",
            "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
            "role", "https://w3id.org/urbis/id/role/",
            "sh", "http://www.w3.org/ns/shacl#",
            "skos", "http://www.w3.org/2004/02/skos/core#",
            "urbis", "https://w3id.org/urbis/ontology#",
            "xsd", "http://www.w3.org/2001/XMLSchema#");

    private Turtle() {}

    static LocatedFile file(String name, String... lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(line).append('\n');
        }
        return new LocatedParser(PREFIXES)
                .parse(name, RdfFormat.TURTLE, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Graph graph(String... lines) {
        Graph graph = file("graph", lines).graph();
        PREFIXES.forEach(graph.getPrefixMapping()::setNsPrefix);
        return graph;
    }

    static ShapeLibrary shapes(String... lines) {
        return ShapeLibrary.of(graph(lines));
    }

    static Vocabulary vocabulary(String... lines) {
        return new Vocabulary(graph(lines));
    }

    static Node iri(String local) {
        return NodeFactory.createURI("https://example.org/" + local);
    }

    /** Judges files and says of each finding where it is and what it says. */
    static List<String> judged(ShapeLibrary shapes, LocatedFile... files) {
        Graph data = graph();
        for (LocatedFile file : files) {
            file.quads().forEach(quad -> data.add(quad.asTriple()));
        }
        List<Finding> findings = new Gate(shapes, vocabulary()).judge(data);
        return new Locator(List.of(files))
                .locate(findings).stream().map(Turtle::text).toList();
    }

    static String text(Finding finding) {
        return finding.file() + ":" + finding.line() + ":" + finding.column() + " " + finding.message();
    }
}
