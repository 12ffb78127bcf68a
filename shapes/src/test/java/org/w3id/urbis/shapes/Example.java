package org.w3id.urbis.shapes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * One file of {@code examples/<shape>/valid} or {@code examples/<shape>/invalid}, judged as the gate would judge it: in
 * the context of the shipped vocabulary, and by the shapes for the whole graph if the shape is one of them.
 */
record Example(Path file) {

    static final Path FOLDER = Path.of("examples");
    static final String SHAPES = "https://w3id.org/urbis/shapes#";

    private static final String REPORT = ".report.ttl";
    private static final Graph CONTEXT = Vocabulary.shipped().graph();
    private static final ShapeLibrary PARTS = ShapeLibrary.forParts();
    private static final ShapeLibrary WHOLE = ShapeLibrary.forWholeGraph();

    /** Finds the examples of a kind, {@code valid} or {@code invalid}. */
    static List<Example> all(String kind) {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file ->
                            file.toString().endsWith(".ttl") && !file.toString().endsWith(REPORT))
                    .filter(file -> file.getParent().endsWith(kind))
                    .sorted()
                    .map(Example::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shape that the example is about, by the name of its folder. */
    Node shape() {
        return NodeFactory.createURI(SHAPES + file.getName(file.getNameCount() - 3));
    }

    Path report() {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - ".ttl".length()) + REPORT);
    }

    Graph graph() {
        Graph graph = GraphFactory.createGraphMem();
        RDFParser.source(file).lang(Lang.TURTLE).strict(true).parse(graph);
        return graph;
    }

    ShapeLibrary library() {
        return PARTS.shapes().getShape(shape()) != null ? PARTS : WHOLE;
    }

    List<ReportEntry> results() {
        return Results.distinct(new ShapeValidation(library()).judge(graph(), CONTEXT));
    }

    /** The nodes of the example that its shape judges. */
    boolean isTouchedByItsShape() {
        return FocusNodes.of(library().shapes(), graph(), CONTEXT)
                .containsKey(library().shapes().getShape(shape()));
    }

    @Override
    public String toString() {
        return FOLDER.relativize(file).toString();
    }
}
