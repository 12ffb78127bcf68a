package org.w3id.urbis.shapes;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.ConstraintVisitor;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.system.G;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NullIterator;
import org.apache.jena.vocabulary.OWL;

/**
 * A SPARQL constraint whose query is parsed when there is a node to be judged by it.
 *
 * <p>Jena parses all queries of a shapes graph at once, and looks through the whole graph for the prefixes of each,
 * which takes longer than judging most files. Only for shapes that were checked before: a query with a fault would be
 * found out late.
 */
final class LazyQuery implements Constraint {

    private final Graph graph;
    private final Node node;
    private SparqlConstraint parsed;
    private Optional<SparqlScreen> screen;

    private LazyQuery(Graph graph, Node node) {
        this.graph = graph;
        this.node = node;
    }

    /** Parses shapes, but not their queries. */
    static Shapes parse(Graph graph) {
        Shapes shapes = Shapes.parse(new WithoutQueries(graph));
        shapes.getShapeMap().values().forEach(shape -> graph.find(shape.getShapeNode(), SHACL.sparql, Node.ANY)
                .forEachRemaining(t -> shape.getConstraints().add(new LazyQuery(graph, t.getObject()))));
        return shapes;
    }

    /** The constraint that a node of a shapes graph stands for. */
    static SparqlConstraint parsed(Graph graph, Node node) {
        String select = G.getOneSP(graph, node, SHACL.select).getLiteralLexicalForm();
        Node message = G.getZeroOrOneSP(graph, node, SHACL.message);
        return new SparqlConstraint(
                ShLib.parseQueryString(prefixes(graph, node) + select),
                message == null ? null : message.getLiteralLexicalForm());
    }

    private static String prefixes(Graph graph, Node node) {
        Map<String, String> prefixes = new TreeMap<>();
        graph.find(node, SHACL.prefixes, Node.ANY)
                .forEachRemaining(t -> declared(graph, t.getObject(), prefixes, new HashSet<>()));
        return prefixes.entrySet().stream()
                .map(prefix -> "PREFIX " + prefix.getKey() + ": <" + prefix.getValue() + ">\n")
                .collect(Collectors.joining());
    }

    private static void declared(Graph graph, Node ontology, Map<String, String> prefixes, Set<Node> seen) {
        if (!seen.add(ontology)) {
            return;
        }
        graph.find(ontology, SHACL.declare, Node.ANY)
                .mapWith(Triple::getObject)
                .forEachRemaining(declaration -> prefixes.put(
                        G.getOneSP(graph, declaration, SHACL.prefix).getLiteralLexicalForm(),
                        G.getOneSP(graph, declaration, SHACL.namespace).getLiteralLexicalForm()));
        graph.find(ontology, OWL.imports.asNode(), Node.ANY)
                .forEachRemaining(t -> declared(graph, t.getObject(), prefixes, seen));
    }

    /** The constraint with its query. */
    synchronized SparqlConstraint parsed() {
        if (parsed == null) {
            parsed = parsed(graph, node);
        }
        return parsed;
    }

    /** What asks about many nodes at once; empty if the query does not suit that. */
    synchronized Optional<SparqlScreen> screen() {
        if (screen == null) {
            screen = SparqlScreen.of(parsed().getQuery());
        }
        return screen;
    }

    @Override
    public void validateNodeShape(ValidationContext context, Graph data, Shape shape, Node focus) {
        parsed().validateNodeShape(context, data, shape, focus);
    }

    @Override
    public void validatePropertyShape(
            ValidationContext context, Graph data, Shape shape, Node focus, Path path, Set<Node> values) {
        parsed().validatePropertyShape(context, data, shape, focus, path, values);
    }

    @Override
    public Node getComponent() {
        return SHACL.SPARQLConstraintComponent;
    }

    @Override
    public void visit(ConstraintVisitor visitor) {
        parsed().visit(visitor);
    }

    /** A shapes graph in which no shape has a query. */
    private static final class WithoutQueries extends GraphBase {

        private final Graph graph;

        WithoutQueries(Graph graph) {
            this.graph = graph;
        }

        @Override
        protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
            if (pattern.getPredicate().equals(SHACL.sparql)) {
                return NullIterator.instance();
            }
            return pattern.getPredicate().isConcrete()
                    ? graph.find(pattern)
                    : graph.find(pattern).filterDrop(t -> t.getPredicate().equals(SHACL.sparql));
        }
    }
}
