package org.w3id.urbis.shapes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
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
    private final InnerShapes inner;
    private final Map<Node, Map<Constraint, Node>> sparqlConstraints = new HashMap<>();

    private ShapeLibrary(Graph graph, boolean translated) {
        this.shapes = parse(graph);
        this.inner = new InnerShapes(shapes);
        this.translated = translated;
        graph.find(Node.ANY, SHACL.sparql, Node.ANY).forEachRemaining(t -> sparqlConstraints
                .computeIfAbsent(t.getSubject(), shape -> new HashMap<>())
                .put(
                        SparqlConstraints.parseSparqlConstraint(graph, t.getSubject(), SHACL.sparql, t.getObject()),
                        t.getObject()));
    }

    /**
     * Reads the shipped shapes that hold for every part of the graph, so that a file can be judged by itself.
     *
     * @return the library
     * @throws UnreadableShapesException if a file is no Turtle
     * @throws IllFormedShapesException  if SHACL does not allow what they say
     */
    public static ShapeLibrary forParts() {
        return shipped(name -> !name.startsWith(WHOLE_GRAPH));
    }

    /**
     * Reads all shipped shapes, those included that only make sense when nothing is left out.
     *
     * @return the library
     * @throws UnreadableShapesException if a file is no Turtle
     * @throws IllFormedShapesException  if SHACL does not allow what they say
     */
    public static ShapeLibrary forWholeGraph() {
        return shipped(name -> true);
    }

    /**
     * Takes shapes from a graph.
     *
     * @param graph the shapes; kept, not copied, and not to be changed afterwards
     * @return the library
     * @throws IllFormedShapesException if SHACL does not allow what it says
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

    /** Which shapes the constraints of these shapes consist of. */
    InnerShapes inner() {
        return inner;
    }

    /** The node by which a shape names a SPARQL constraint; empty if the constraint is of another kind. */
    Optional<Node> constraintNode(Node shape, Constraint constraint) {
        return Optional.ofNullable(
                sparqlConstraints.getOrDefault(shape, Map.of()).get(constraint));
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
        List<ShapeFault> faults = ShapeRules.faults(graph);
        if (!faults.isEmpty()) {
            throw new IllFormedShapesException(faults);
        }
        try {
            return Shapes.parse(graph);
        } catch (ShaclException e) {
            throw new IllFormedShapesException(List.of(new ShapeFault(
                    ShapeFault.Kind.REFUSED, SHACL.Shape, SHACL.shapesGraph, Optional.empty(), e.getMessage())));
        }
    }
}
