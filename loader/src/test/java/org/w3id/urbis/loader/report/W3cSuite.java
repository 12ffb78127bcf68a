package org.w3id.urbis.loader.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;

/**
 * The tests of SHACL that the W3C publishes, as the npm package shacl-engine brings them. Its manifests leave out what
 * that engine cannot do, so every file with a test is read, whatever the manifests say.
 *
 * @see <a href="https://w3c.github.io/data-shapes/data-shapes-test-suite/">SHACL Test Suite</a>
 */
final class W3cSuite {

    private static final String MANIFEST = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    private static final String TEST = "http://www.w3.org/ns/shacl-test#";
    private static final Node ENTRIES = NodeFactory.createURI(MANIFEST + "entries");
    private static final Node ACTION = NodeFactory.createURI(MANIFEST + "action");
    private static final Node RESULT = NodeFactory.createURI(MANIFEST + "result");
    private static final Node DATA = NodeFactory.createURI(TEST + "dataGraph");
    private static final Node SHAPES = NodeFactory.createURI(TEST + "shapesGraph");
    private static final Node FAILURE = NodeFactory.createURI(TEST + "Failure");

    private static final Set<Node> COMPARED_OF_REPORTS = Set.of(RDF.Nodes.type, SHACL.conforms, SHACL.result);
    private static final Set<Node> COMPARED_OF_RESULTS = Set.of(
            RDF.Nodes.type,
            SHACL.focusNode,
            SHACL.resultPath,
            SHACL.resultSeverity,
            SHACL.sourceConstraint,
            SHACL.sourceConstraintComponent,
            SHACL.sourceShape,
            SHACL.value);

    private W3cSuite() {}

    /** Reads all tests of a folder and those below. */
    static List<Case> read(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".ttl"))
                    .sorted()
                    .flatMap(file -> tests(folder, graph(file.toUri())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Case> tests(Path folder, Graph graph) {
        return graph.find(Node.ANY, ENTRIES, Node.ANY).toList().stream()
                .flatMap(entries -> G.rdfList(graph, entries.getObject()).stream())
                .map(entry -> of(folder, graph, entry));
    }

    private static Case of(Path folder, Graph graph, Node entry) {
        Node action = G.getOneSP(graph, entry, ACTION);
        Node result = G.getOneSP(graph, entry, RESULT);
        return new Case(
                entry.getURI().substring(folder.toUri().toString().length()),
                URI.create(G.getOneSP(graph, action, DATA).getURI()),
                URI.create(G.getOneSP(graph, action, SHAPES).getURI()),
                result.equals(FAILURE) ? Optional.empty() : Optional.of(report(graph, result)));
    }

    /**
     * Cuts a report out of a graph, with the properties that are compared.
     *
     * @see <a href="https://w3c.github.io/data-shapes/data-shapes-test-suite/#Validate">Test Suite, section 2.2</a>
     */
    static Graph report(Graph graph, Node report) {
        Graph cut = GraphFactory.createGraphMem();
        copy(graph, report, COMPARED_OF_REPORTS, cut);
        for (Node result : G.listSP(graph, report, SHACL.result)) {
            copy(graph, result, COMPARED_OF_RESULTS, cut);
            G.listSP(graph, result, SHACL.resultPath).forEach(path -> path(graph, path, cut));
        }
        return cut;
    }

    private static void copy(Graph from, Node subject, Set<Node> properties, Graph to) {
        from.find(subject, Node.ANY, Node.ANY)
                .filterKeep(triple -> properties.contains(triple.getPredicate()))
                .forEachRemaining(to::add);
    }

    private static void path(Graph from, Node path, Graph to) {
        if (path.isBlank()) {
            from.find(path, Node.ANY, Node.ANY).toList().forEach(triple -> {
                to.add(triple);
                path(from, triple.getObject(), to);
            });
        }
    }

    static Graph graph(URI file) {
        Graph graph = GraphFactory.createGraphMem();
        // Some tests are about literals that are none of their datatype's.
        RDFParser.source(Path.of(file).toString())
                .base(file.toString())
                .errorHandler(ErrorHandlerFactory.errorHandlerNoWarnings)
                .parse(graph);
        return graph;
    }

    /**
     * One test.
     *
     * @param name     the test's name below the suite
     * @param data     the file of the data
     * @param shapes   the file of the shapes
     * @param expected the report, without messages; empty if the shapes have to be refused
     */
    record Case(String name, URI data, URI shapes, Optional<Graph> expected) {

        @Override
        public String toString() {
            return name;
        }
    }
}
