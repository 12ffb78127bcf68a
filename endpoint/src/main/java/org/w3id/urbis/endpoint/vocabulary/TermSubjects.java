package org.w3id.urbis.endpoint.vocabulary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.w3id.urbis.ontology.ResourceFolder;
import org.w3id.urbis.ontology.Urbis;

/** The subjects by which the files of ontology and shapes are divided, for pages that are divided in the same way. */
public final class TermSubjects {
    /** In this order, from what people come for to what serves the rest. */
    public static final List<String> ALL = List.of(
            "network",
            "place",
            "organization",
            "agency",
            "person",
            "framework",
            "commitment",
            "quantity",
            "activity",
            "event",
            "hazard",
            "contact",
            "document",
            "finding",
            "thing",
            "reference",
            "urbis",
            "checks",
            "withdrawn");

    private static final String OTHERWISE = "urbis";

    private TermSubjects() {}

    /** Read when somebody looks at one of the pages. */
    private static final class Shipped {
        private static final Map<String, String> SUBJECTS = read();

        private static Map<String, String> read() {
            Map<String, String> subjects = new HashMap<>();
            for (String folder : List.of("urbis/ontology", "urbis/shapes")) {
                ResourceFolder files = ResourceFolder.onClasspath(folder);
                files.names(".ttl").stream()
                        .filter(file -> ALL.contains(subject(file)) && !file.startsWith("examples/"))
                        .forEach(file -> read(files, file, subjects));
            }
            return Map.copyOf(subjects);
        }

        private static void read(ResourceFolder files, String file, Map<String, String> subjects) {
            Graph graph = GraphFactory.createDefaultGraph();
            RDFParser.fromString(files.text(file), Lang.TURTLE).base(Urbis.BASE).parse(graph);
            graph.stream(Node.ANY, Node.ANY, Node.ANY)
                    .map(Triple::getSubject)
                    .filter(Node::isURI)
                    .forEach(term -> subjects.putIfAbsent(term.getURI(), subject(file)));
        }

        private static String subject(String file) {
            return file.substring(file.lastIndexOf('/') + 1).replace(".ttl", "");
        }
    }

    /** The subject of a term or shape of ours; that of what serves all for one that no file speaks of. */
    public static String of(String iri) {
        return Shipped.SUBJECTS.getOrDefault(iri, OTHERWISE);
    }
}
