package org.w3id.urbis.loader.validation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.shapes.Beside;
import org.w3id.urbis.shapes.Explanation;
import org.w3id.urbis.shapes.Reason;
import org.w3id.urbis.shapes.Results;
import org.w3id.urbis.shapes.ShapeLibrary;
import org.w3id.urbis.shapes.ShapeValidation;
import org.w3id.urbis.shapes.Vocabulary;

/**
 * Judges a graph: by the shapes, and by whether its words exist.
 *
 * <p>Its findings have no place; a {@link Locator} finds it. A gate never changes and may be shared by threads.
 */
public final class Gate {

    private static final Graph NOTHING = GraphFactory.createGraphMem();

    /** Shapes may consist of themselves; a reader follows no further. */
    private static final int DEEPEST = 4;

    private static final Node ONTOLOGY = NodeFactory.createURI("https://w3id.org/urbis/ontology");

    private final ShapeValidation shapes;
    private final Beside beside;
    private final Vocabulary vocabulary;
    private final Advice advice;
    private final PlainResults words;
    private final boolean shapesAlone;
    private final int most;

    /**
     * Makes a gate that uses every processor.
     *
     * @param shapes     the shapes to judge by
     * @param vocabulary the words there are; also the context in which a part of the graph is judged
     */
    public Gate(ShapeLibrary shapes, Vocabulary vocabulary) {
        this(new ShapeValidation(shapes), vocabulary);
    }

    /**
     * Makes a gate.
     *
     * @param shapes     how to judge by shapes
     * @param vocabulary the words there are; also the context in which a part of the graph is judged
     */
    public Gate(ShapeValidation shapes, Vocabulary vocabulary) {
        this(shapes, vocabulary, Beside.NOBODY);
    }

    /** Makes a gate with another thread that takes some of the work. */
    Gate(ShapeValidation shapes, Vocabulary vocabulary, Beside beside) {
        this.shapes = shapes;
        this.beside = beside;
        this.vocabulary = vocabulary;
        this.advice = new Advice(vocabulary, shapes);
        this.words = new PlainResults(shapes, vocabulary.names());
        this.shapesAlone = false;
        this.most = Integer.MAX_VALUE;
    }

    /** Makes a gate that judges by shapes alone, as SHACL has it. */
    Gate(ShapeValidation shapes) {
        this.shapes = shapes;
        this.beside = Beside.NOBODY;
        this.vocabulary = new Vocabulary(NOTHING);
        this.advice = new Advice(vocabulary, shapes);
        this.words = new PlainResults(shapes, shapes.names());
        this.shapesAlone = true;
        this.most = Integer.MAX_VALUE;
    }

    private Gate(Gate other, int most) {
        this.shapes = other.shapes.atMost(most);
        this.beside = other.beside;
        this.vocabulary = other.vocabulary;
        this.advice = other.advice;
        this.words = other.words;
        this.shapesAlone = other.shapesAlone;
        this.most = most;
    }

    /** Returns the same gate, which stops when it has found enough, and then says so in a finding of its own. */
    Gate atMost(int findings) {
        return new Gate(this, findings);
    }

    /**
     * Judges a part of the graph by itself.
     *
     * @param data what is judged
     * @return the findings, without places; empty if there is nothing to say
     */
    public List<Finding> judge(Graph data) {
        return judge(data, NOTHING);
    }

    /**
     * Judges what would be added to a graph. The time taken grows with the addition, not with the graph.
     *
     * @param data what is judged
     * @param base what is there already; its own nodes are not judged
     * @return the findings, without places; empty if there is nothing to say
     */
    public List<Finding> judge(Graph data, Graph base) {
        Graph context = shapesAlone ? base : context(data, base);
        if (shapesAlone) {
            List<ReportEntry> results = shapes.judge(data, context);
            return ended(
                    results.size(),
                    results.stream().map(entry -> finding(entry, data, base, 0)).toList());
        }
        Supplier<List<Finding>> unknown = beside.start(() -> new UndeclaredTerms(vocabulary, data, base).find(most));
        List<ReportEntry> results = shapes.judge(data, context);
        List<Finding> undeclared = unknown.get();
        List<Finding> findings = new ArrayList<>(undeclared);
        Results.distinct(results).stream()
                .map(entry -> finding(entry, data, context, 0))
                .forEach(findings::add);
        return ended(Math.max(results.size(), undeclared.size()), Echoes.removed(findings, vocabulary));
    }

    /**
     * Judges a graph again after a change, where the change can matter.
     *
     * @param data    the graph as it is now, which knows its own words
     * @param nodes   the nodes that may be judged otherwise
     * @param changed the statements that came and those that went
     * @return the findings about those nodes and statements, without places
     */
    public List<Finding> judgeAgain(Graph data, Set<Node> nodes, Set<Triple> changed) {
        Set<Triple> spoken = new LinkedHashSet<>();
        nodes.forEach(node -> data.find(node, Node.ANY, Node.ANY).forEachRemaining(spoken::add));
        for (Triple triple : changed) {
            if (data.contains(triple)) {
                spoken.add(triple);
            } else if (!data.contains(triple.getSubject(), Node.ANY, Node.ANY)) {
                // A word that nothing describes any more.
                data.find(Node.ANY, triple.getSubject(), Node.ANY).forEachRemaining(spoken::add);
                data.find(Node.ANY, Node.ANY, triple.getSubject()).forEachRemaining(spoken::add);
            }
        }
        List<Finding> findings =
                new ArrayList<>(new UndeclaredTerms(vocabulary, data, NOTHING).find(spoken.iterator(), most));
        Results.distinct(shapes.judge(data, nodes)).stream()
                .map(entry -> finding(entry, data, context(data, NOTHING), 0))
                .forEach(findings::add);
        return Echoes.removed(findings, vocabulary);
    }

    /** What remains may be fewer than were found before what says the same was taken out. */
    private List<Finding> ended(int found, List<Finding> findings) {
        if (found < most) {
            return findings;
        }
        List<Finding> more = new ArrayList<>(findings);
        more.add(Finding.unfinished(Position.NOWHERE, findings.size()));
        return more;
    }

    /**
     * Judges a whole candidate for publication. Its quads are copied to memory, where judging is several times faster
     * than on a store.
     *
     * @param candidate all graphs together, judged as one graph; read in a transaction of its own if it has them and
     *                  none is open
     * @return the findings, without places; empty if there is nothing to say
     */
    public List<Finding> judge(DatasetGraph candidate) {
        Graph all = GraphFactory.createGraphMem();
        if (candidate.supportsTransactions() && !candidate.isInTransaction()) {
            candidate.executeRead(() -> copy(candidate, all));
        } else {
            copy(candidate, all);
        }
        return judge(all);
    }

    private static void copy(DatasetGraph from, Graph to) {
        from.find().forEachRemaining(quad -> to.add(quad.asTriple()));
    }

    /** The vocabulary is context to whatever does not carry it itself. */
    private Graph context(Graph data, Graph base) {
        if (data.contains(ONTOLOGY, RDF.Nodes.type, OWL.Ontology.asNode())) {
            return base;
        }
        return base == NOTHING ? vocabulary.graph() : new Union(vocabulary.graph(), base);
    }

    private Finding finding(ReportEntry entry, Graph data, Graph context, int depth) {
        Explanation explanation = shapes.explain(entry, data, context);
        List<Finding> reasons = depth == DEEPEST
                ? List.of()
                : explanation.reasons().stream()
                        .map(reason -> switch (reason) {
                            case Reason.Lack lack -> finding(lack.result(), data, context, depth + 1);
                            case Reason.Conformance conformance -> conforming(entry, conformance);
                        })
                        .sorted()
                        .toList();
        return new Finding(
                Position.NOWHERE,
                Severity.of(entry.severity().level()),
                Optional.of(entry.severity().level()).filter(level -> !Severity.isOfShacl(level)),
                entry.sourceConstraintComponent(),
                Optional.of(entry.focusNode()),
                Optional.ofNullable(entry.resultPath()),
                Optional.ofNullable(entry.value()),
                Optional.ofNullable(entry.source()),
                Optional.ofNullable(entry.sourceConstraint()),
                words.of(entry, explanation.counted()),
                reasons,
                advice.of(entry, data));
    }

    /** Says that a value conforms to a shape: no fault by itself, and the reason of one. */
    private Finding conforming(ReportEntry entry, Reason.Conformance reason) {
        return new Finding(
                Position.NOWHERE,
                Severity.INFO,
                entry.sourceConstraintComponent(),
                Optional.of(entry.focusNode()),
                Optional.ofNullable(entry.resultPath()),
                Optional.of(reason.value()),
                Optional.of(reason.shape()),
                Optional.empty(),
                words.of(reason),
                List.of(),
                Optional.empty());
    }
}
