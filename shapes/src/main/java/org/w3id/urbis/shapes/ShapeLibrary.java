package org.w3id.urbis.shapes;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.ShaclException;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.Shape;
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

    /** What the build calls the shapes for parts of the graph, packed. */
    static final String PACK = "shapes";

    private static final String EXAMPLES = "examples/";
    private static final String WHOLE_GRAPH = "whole-graph/";

    private static final Graph SHACL_PREFIX = GraphFactory.createGraphMem();

    static {
        SHACL_PREFIX.getPrefixMapping().setNsPrefix("sh", SHACL.getURI());
    }

    private final Graph graph;
    private final Shapes shapes;
    private final boolean translated;
    private final Map<Node, Map<Constraint, Node>> sparqlConstraints = new ConcurrentHashMap<>();
    private final Map<SparqlConstraint, Optional<SparqlScreen>> screens =
            Collections.synchronizedMap(new IdentityHashMap<>());
    private InnerShapes inner;

    private ShapeLibrary(Graph graph, Shapes shapes, boolean translated) {
        this.graph = graph;
        this.shapes = shapes;
        this.translated = translated;
    }

    /**
     * Reads the shipped shapes that hold for every part of the graph, so that a file can be judged by itself.
     *
     * @return the library
     * @throws UnreadableShapesException if a file is no Turtle
     * @throws IllFormedShapesException  if SHACL does not allow what they say
     */
    public static ShapeLibrary forParts() {
        ResourceFolder folder = ResourceFolder.beside(ShapeLibrary.class, FOLDER);
        List<String> names = filesForParts(folder);
        return TurtleFiles.packed(PACK, folder, names)
                .map(checked -> new ShapeLibrary(checked, LazyQuery.parse(checked), true))
                .orElseGet(() -> shipped(folder, names));
    }

    /**
     * Reads all shipped shapes, those included that only make sense when nothing is left out.
     *
     * @return the library
     * @throws UnreadableShapesException if a file is no Turtle
     * @throws IllFormedShapesException  if SHACL does not allow what they say
     */
    public static ShapeLibrary forWholeGraph() {
        ResourceFolder folder = ResourceFolder.beside(ShapeLibrary.class, FOLDER);
        return shipped(folder, files(folder));
    }

    /**
     * Takes shapes from a graph.
     *
     * @param graph the shapes; kept, not copied, and not to be changed afterwards
     * @return the library
     * @throws IllFormedShapesException if SHACL does not allow what it says
     */
    public static ShapeLibrary of(Graph graph) {
        return new ShapeLibrary(graph, check(graph), false);
    }

    /**
     * Lists the shipped files of shapes.
     *
     * @return their names from {@link #FOLDER}, those for the whole graph included, sorted
     */
    public static List<String> shippedFiles() {
        return files(ResourceFolder.beside(ShapeLibrary.class, FOLDER));
    }

    private static List<String> files(ResourceFolder folder) {
        return folder.names(".ttl").stream()
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
        return graph;
    }

    /** How to show IRIs by the prefixes of the shapes, and SHACL's own. */
    ShortNames names() {
        return new ShortNames(graph, SHACL_PREFIX);
    }

    /** Which shapes the constraints of these shapes consist of. */
    synchronized InnerShapes inner() {
        if (inner == null) {
            inner = new InnerShapes(shapes);
        }
        return inner;
    }

    /** The node by which a shape names a SPARQL constraint; empty if the constraint is of another kind. */
    Optional<Node> constraintNode(Node shape, Constraint constraint) {
        return Optional.ofNullable(sparqlConstraints
                .computeIfAbsent(shape, this::sparqlConstraints)
                .get(constraint));
    }

    /** Looked up when a constraint of the shape has found something: each is a query to be parsed. */
    private Map<Constraint, Node> sparqlConstraints(Node shape) {
        Map<Constraint, Node> nodes = new HashMap<>();
        graph.find(shape, SHACL.sparql, Node.ANY)
                .forEachRemaining(t -> nodes.put(LazyQuery.parsed(graph, t.getObject()), t.getObject()));
        return nodes;
    }

    /** Whether there may be something that asks about many nodes at once. */
    static boolean mayHaveScreen(Constraint constraint) {
        // No switch over types: that makes a class when it is first run, which takes longer than judging most files.
        return constraint instanceof LazyQuery || constraint instanceof SparqlConstraint;
    }

    /** What asks about many nodes at once, if the constraint is one of SPARQL and suits that. */
    Optional<SparqlScreen> screen(Constraint constraint) {
        if (constraint instanceof LazyQuery lazy) {
            return lazy.screen();
        }
        return constraint instanceof SparqlConstraint sparql
                ? screens.computeIfAbsent(sparql, one -> SparqlScreen.of(one.getQuery()))
                : Optional.empty();
    }

    /**
     * Does in advance what judging takes: reads the queries of the shapes, one after the other.
     *
     * @param goesOn asked before each; false ends it
     */
    public void prepare(BooleanSupplier goesOn) {
        for (Shape shape : shapes.getTargetShapes()) {
            for (Constraint constraint : shape.getConstraints()) {
                if (constraint instanceof LazyQuery lazy && goesOn.getAsBoolean()) {
                    lazy.screen();
                }
            }
        }
    }

    /** What a shape or SPARQL constraint says in languages that its own file does not have. */
    List<Node> translations(Node shapeOrConstraint) {
        return translated ? Translations.of(shapeOrConstraint) : List.of();
    }

    /** The shipped files of shapes that hold for every part of the graph. */
    static List<String> filesForParts(ResourceFolder folder) {
        return files(folder).stream()
                .filter(name -> !name.startsWith(WHOLE_GRAPH))
                .toList();
    }

    private static ShapeLibrary shipped(ResourceFolder folder, List<String> names) {
        Graph graph = GraphFactory.createGraphMem();
        names.forEach(name -> TurtleFiles.read(folder, name, graph));
        return new ShapeLibrary(graph, check(graph), true);
    }

    private static Shapes check(Graph graph) {
        List<ShapeFault> faults = ShapeRules.faults(graph);
        if (!faults.isEmpty()) {
            throw new IllFormedShapesException(faults);
        }
        return parse(graph);
    }

    private static Shapes parse(Graph graph) {
        try {
            return Shapes.parse(graph);
        } catch (ShaclException e) {
            throw new IllFormedShapesException(List.of(new ShapeFault(
                    ShapeFault.Kind.REFUSED, SHACL.Shape, SHACL.shapesGraph, Optional.empty(), e.getMessage())));
        }
    }
}
