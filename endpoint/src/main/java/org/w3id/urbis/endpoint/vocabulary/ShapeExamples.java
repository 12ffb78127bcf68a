package org.w3id.urbis.endpoint.vocabulary;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.w3id.urbis.endpoint.page.ShapeView;
import org.w3id.urbis.ontology.ResourceFolder;
import org.w3id.urbis.ontology.Urbis;

/** The examples that are tested with each shape: what it accepts, and what it refuses with what it says of that. */
final class ShapeExamples {
    private static final String ENDING = ".ttl";
    private static final String REPORT = ".report.ttl";

    private final ResourceFolder folder = ResourceFolder.onClasspath("urbis/shapes/examples");

    /** What the shape of a name accepts. */
    List<ShapeView.Example> valid(String shape) {
        return named(shape + "/valid/", false);
    }

    /** What it refuses. */
    List<ShapeView.Example> invalid(String shape) {
        return named(shape + "/invalid/", true);
    }

    private List<ShapeView.Example> named(String place, boolean refused) {
        return folder.names(ENDING).stream()
                .filter(file -> file.startsWith(place) && !file.endsWith(REPORT))
                .map(file -> new ShapeView.Example(
                        file.substring(place.length(), file.length() - ENDING.length())
                                .replace('-', ' '),
                        withoutHeading(folder.text(file)),
                        refused ? fires(file.replace(ENDING, REPORT)) : List.of()))
                .toList();
    }

    /** The first comment says what the heading of the page says. */
    private static String withoutHeading(String text) {
        return text.replaceFirst("^#[^\\n]*\\n", "").strip();
    }

    private List<String> fires(String report) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(folder.text(report), Lang.TURTLE).base(Urbis.BASE).parse(graph);
        return graph.stream(Node.ANY, SHACL.sourceShape, Node.ANY)
                .map(Triple::getObject)
                .filter(TermGraph::isShape)
                .map(shape -> shape.getURI().substring(Urbis.SHAPES.length()))
                .distinct()
                .sorted()
                .toList();
    }
}
