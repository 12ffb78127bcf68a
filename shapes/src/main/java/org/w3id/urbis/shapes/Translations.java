package org.w3id.urbis.shapes;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.w3id.urbis.ontology.ResourceFolder;

/**
 * The messages of the shipped shapes in other languages than English.
 *
 * <p>They stand apart from the shapes, a file for each language, so that a translator has one file to work on; and
 * because Jena takes one message of a SPARQL constraint only.
 */
public final class Translations {

    /** Where the files lie on the classpath; {@code <language>.ttl} each. */
    static final String FOLDER = "urbis/messages";

    /** What the build calls them, packed. */
    static final String PACK = "messages";

    private Translations() {}

    /**
     * Returns what a shipped shape or SPARQL constraint says in other languages.
     *
     * @return messages with their languages; empty if there is none
     * @throws UnreadableShapesException if a file is no Turtle
     */
    public static List<Node> of(Node shapeOrConstraint) {
        return Shipped.MESSAGES.getOrDefault(shapeOrConstraint, List.of());
    }

    /** Read when the first fault is found: who has none is not kept waiting. */
    private static final class Shipped {

        static final Map<Node, List<Node>> MESSAGES = read();

        private static Map<Node, List<Node>> read() {
            ResourceFolder folder = ResourceFolder.beside(Translations.class, FOLDER);
            Graph graph = TurtleFiles.read(PACK, folder, folder.names(".ttl"));
            return graph.stream(Node.ANY, SHACL.message, Node.ANY)
                    .collect(Collectors.groupingBy(
                            Triple::getSubject, Collectors.mapping(Triple::getObject, Collectors.toList())));
        }
    }
}
