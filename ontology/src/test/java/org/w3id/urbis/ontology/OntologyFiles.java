package org.w3id.urbis.ontology;

import java.io.StringReader;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** The shipped Turtle files, read as graphs. */
final class OntologyFiles {

    private static final ResourceFolder FOLDER = ResourceFolder.onClasspath("urbis/ontology");

    private OntologyFiles() {}

    /** Names of all files. */
    static List<String> names() {
        return FOLDER.names(".ttl");
    }

    /** Terms, alignments and code lists together: the ontology in the sense of OWL. */
    static Graph terms() {
        return read(names().stream()
                .filter(name -> !name.startsWith("frameworks/") && !name.startsWith("areas/"))
                .toList());
    }

    /** Every file in one graph. */
    static Graph all() {
        return read(names());
    }

    static Graph read(List<String> names) {
        Graph graph = GraphFactory.createDefaultGraph();
        names.forEach(name -> RDFParser.create()
                .source(new StringReader(FOLDER.text(name)))
                .lang(Lang.TURTLE)
                .parse(graph));
        return graph;
    }
}
