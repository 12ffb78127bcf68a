package org.w3id.urbis.loader.validation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.w3id.urbis.shapes.IllFormedShapesException;
import org.w3id.urbis.shapes.ShapeLibrary;

/**
 * Shapes that somebody brings along, of whatever vocabulary, in any format that is read.
 *
 * <p>Shapes that SHACL does not allow are refused with every fault at its place. Nothing is fetched: an
 * {@code owl:imports} is told as a remark.
 */
public final class GivenShapes {

    /** What may be wrong with how a literal is written; the shapes may want it so, to refuse it in data. */
    private static final Set<Node> OF_LITERALS =
            Set.of(Check.ILL_TYPED_LITERAL.component(), Check.BAD_LANGUAGE.component());

    private final ShapeLibrary library;
    private final List<Finding> remarks;

    private GivenShapes(ShapeLibrary library, List<Finding> remarks) {
        this.library = library;
        this.remarks = List.copyOf(remarks);
    }

    /**
     * Reads shapes from files on disk, which may refer to each other.
     *
     * @param files the files; the endings of their names tell the formats
     * @return the shapes
     * @throws UnusableShapesException      if a file is not well written or SHACL does not allow what it says
     * @throws UnknownFormatException       if an ending tells no format
     * @throws FileTooLargeException        if a file is larger than is read
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    public static GivenShapes read(Collection<Path> files) {
        LocatedParser parser = new LocatedParser(Map.of());
        return of(files.stream().map(parser::parse).toList());
    }

    /**
     * Takes shapes from files that were read, which may refer to each other.
     *
     * @param files the files
     * @return the shapes
     * @throws UnusableShapesException if a file is not well written or SHACL does not allow what it says
     */
    public static GivenShapes of(Collection<LocatedFile> files) {
        List<Finding> faults = new ArrayList<>();
        Graph graph = GraphFactory.createGraphMem();
        for (LocatedFile file : files) {
            file.findings().stream()
                    .filter(finding -> finding.severity() == Severity.VIOLATION)
                    .filter(finding -> !OF_LITERALS.contains(finding.component()))
                    .forEach(faults::add);
            Graph part = file.graph();
            part.find().forEachRemaining(graph::add);
            part.getPrefixMapping().getNsPrefixMap().forEach(graph.getPrefixMapping()::setNsPrefix);
        }
        refuse(files, faults);
        ShapeFaults words = new ShapeFaults(files, graph);
        try {
            ShapeLibrary library = ShapeLibrary.of(graph);
            List<Finding> remarks = new ArrayList<>(imports(graph, words));
            remarks.addAll(new ShaclTerms(graph, words).unknown());
            return new GivenShapes(library, remarks.stream().sorted().toList());
        } catch (IllFormedShapesException e) {
            e.faults().stream().map(words::finding).forEach(faults::add);
            refuse(files, faults);
            throw e;
        }
    }

    /**
     * Returns the shapes.
     *
     * @return the shapes as they are judged by
     */
    public ShapeLibrary library() {
        return library;
    }

    /**
     * Returns what is worth knowing of the shapes, and no fault of any data.
     *
     * @return imports that were not followed, terms that SHACL does not have; empty if there is nothing to say
     */
    public List<Finding> remarks() {
        return remarks;
    }

    private static void refuse(Collection<LocatedFile> files, List<Finding> faults) {
        if (!faults.isEmpty()) {
            throw new UnusableShapesException(new ValidationResult(List.copyOf(files), faults));
        }
    }

    private static List<Finding> imports(Graph graph, ShapeFaults words) {
        return graph.find(Node.ANY, OWL.imports.asNode(), Node.ANY).toList().stream()
                .filter(triple -> !graph.contains(triple.getObject(), Node.ANY, Node.ANY))
                .map(triple -> Finding.of(
                                words.place(triple),
                                Severity.INFO,
                                Check.OUTSIDE_REFERENCE,
                                Wording.of(
                                        "shapes.import",
                                        "iri",
                                        triple.getObject().toString()))
                        .about(triple)
                        .with(Wording.of("shapes.import.fix")))
                .toList();
    }
}
