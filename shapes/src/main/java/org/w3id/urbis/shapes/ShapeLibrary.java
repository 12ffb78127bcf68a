package org.w3id.urbis.shapes;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.shacl.ShaclException;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.SparqlConstraints;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.w3id.urbis.ontology.ResourceFolder;

/**
 * The shapes to judge by, read, checked and ready for use.
 *
 * <p>The shipped shapes lie in the classpath folder {@code urbis/shapes}: those at its top and below hold for every
 * part of the graph, those in {@code whole-graph/} only for the graph as a whole, and {@code examples/} holds data. A
 * library never changes and may be shared by threads.
 */
public final class ShapeLibrary {

    /** Where the shipped shapes lie on the classpath. */
    public static final String FOLDER = "urbis/shapes";

    private static final String EXAMPLES = "examples/";
    private static final String WHOLE_GRAPH = "whole-graph/";

    private final Shapes shapes;
    private final boolean translated;
    private final Map<Constraint, Node> sparqlConstraints = new HashMap<>();

    private ShapeLibrary(Graph graph, boolean translated) {
        this.shapes = parse(graph);
        this.translated = translated;
        graph.find(Node.ANY, SHACL.sparql, Node.ANY)
                .forEachRemaining(t -> sparqlConstraints.put(
                        SparqlConstraints.parseSparqlConstraint(graph, t.getSubject(), SHACL.sparql, t.getObject()),
                        t.getObject()));
    }

    /**
     * Reads the shipped shapes that hold for every part of the graph, so that a file can be judged by itself.
     *
     * @return the library
     * @throws UnreadableShapesException if a file is no Turtle or no SHACL
     * @throws MissingShapeException     if a shape refers to one that does not exist
     */
    public static ShapeLibrary forParts() {
        return shipped(name -> !name.startsWith(WHOLE_GRAPH));
    }

    /**
     * Reads all shipped shapes, those included that only make sense when nothing is left out.
     *
     * @return the library
     * @throws UnreadableShapesException if a file is no Turtle or no SHACL
     * @throws MissingShapeException     if a shape refers to one that does not exist
     */
    public static ShapeLibrary forWholeGraph() {
        return shipped(name -> true);
    }

    /**
     * Reads shapes from Turtle files of one's own, which may refer to each other.
     *
     * @param files the files
     * @return the library of these shapes alone
     * @throws java.io.UncheckedIOException if a file cannot be read
     * @throws UnreadableShapesException    if a file is no Turtle or no SHACL
     * @throws MissingShapeException        if a shape refers to one that does not exist
     */
    public static ShapeLibrary ofFiles(Collection<Path> files) {
        Graph graph = GraphFactory.createGraphMem();
        files.forEach(file -> TurtleFiles.read(file, graph));
        return new ShapeLibrary(graph, false);
    }

    /**
     * Takes shapes from a graph.
     *
     * @param graph the shapes; kept, not copied, and not to be changed afterwards
     * @return the library
     * @throws UnreadableShapesException if the graph is no SHACL
     * @throws MissingShapeException     if a shape refers to one that does not exist
     */
    public static ShapeLibrary of(Graph graph) {
        return new ShapeLibrary(graph, false);
    }

    /**
     * Lists the shipped files of shapes.
     *
     * @return their names from {@link #FOLDER}, those for the whole graph included, sorted
     */
    public static List<String> shippedFiles() {
        return ResourceFolder.onClasspath(FOLDER).names(".ttl").stream()
                .filter(name -> !name.startsWith(EXAMPLES))
                .toList();
    }

    /**
     * Returns the shapes as Jena validates by them.
     *
     * @return the parsed shapes
     */
    public Shapes shapes() {
        return shapes;
    }

    /**
     * Returns the shapes as RDF.
     *
     * @return the graph, with the prefixes of its files; not to be changed
     */
    public Graph graph() {
        return shapes.getGraph();
    }

    /** The node by which the shapes name a SPARQL constraint; empty if the constraint is of another kind. */
    Optional<Node> constraintNode(Constraint constraint) {
        return Optional.ofNullable(sparqlConstraints.get(constraint));
    }

    /** What a shape or SPARQL constraint says in languages that its own file does not have. */
    List<Node> translations(Node shapeOrConstraint) {
        return translated ? Translations.of(shapeOrConstraint) : List.of();
    }

    private static ShapeLibrary shipped(Predicate<String> wanted) {
        ResourceFolder folder = ResourceFolder.onClasspath(FOLDER);
        Graph graph = GraphFactory.createGraphMem();
        shippedFiles().stream().filter(wanted).forEach(name -> TurtleFiles.read(folder, name, graph));
        return new ShapeLibrary(graph, true);
    }

    private static Shapes parse(Graph graph) {
        List<String> missing = ShapeReferences.missing(graph);
        if (!missing.isEmpty()) {
            throw new MissingShapeException(missing);
        }
        try {
            OutsideAccess.refuse(graph);
            return Shapes.parse(graph);
        } catch (ShaclException | QueryParseException e) {
            throw new UnreadableShapesException("The shapes cannot be understood: " + e.getMessage(), e);
        }
    }
}
