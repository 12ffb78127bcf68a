package org.w3id.urbis.loader.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.w3id.urbis.ontology.ResourceFolder;

/**
 * The files that ship with the program and are in every revision: what words mean, what may enter, and the frameworks and
 * areas that sources refer to.
 */
public final class ProgramGraphs {

    private static final String FRAMEWORKS = "frameworks/";
    private static final String AREAS = "areas/";
    private static final String EXAMPLES = "examples/";

    private ProgramGraphs() {}

    /**
     * Lists the files and the graphs they fill: {@code graph/framework/<file>} and {@code graph/area/<file>} for those
     * folders of the ontology, {@code graph/ontology} for the rest of it, {@code graph/shapes} for the shapes.
     *
     * @param base the base IRI, with a slash at its end
     * @return files and graphs, in the order of the files' names
     */
    public static List<SourceGraph> list(String base) {
        List<SourceGraph> graphs = new ArrayList<>();
        ResourceFolder ontology = ResourceFolder.onClasspath("urbis/ontology");
        for (String name : ontology.names(".ttl")) {
            graphs.add(graph(base + "graph/" + ontologyGraph(name), ontology, name));
        }
        ResourceFolder shapes = ResourceFolder.onClasspath("urbis/shapes");
        for (String name : shapes.names(".ttl")) {
            if (!name.startsWith(EXAMPLES)) {
                graphs.add(graph(base + "graph/shapes", shapes, name));
            }
        }
        return graphs;
    }

    private static String ontologyGraph(String name) {
        String stem = name.substring(0, name.length() - ".ttl".length());
        if (name.startsWith(FRAMEWORKS)) {
            return "framework/" + stem.substring(FRAMEWORKS.length());
        }
        return name.startsWith(AREAS) ? "area/" + stem.substring(AREAS.length()) : "ontology";
    }

    private static SourceGraph graph(String iri, ResourceFolder folder, String name) {
        return new SourceGraph(
                NodeFactory.createURI(iri),
                name,
                Optional.of(SourceFile.in(folder, name)),
                Optional.empty(),
                Optional.empty());
    }
}
