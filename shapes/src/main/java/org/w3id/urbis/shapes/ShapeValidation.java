package org.w3id.urbis.shapes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.G;

/**
 * Judges a graph by shapes, in the light of what else is known.
 *
 * <p>Only nodes of the judged graph become focus nodes; the constraints see both graphs. The time taken grows with the
 * judged graph and not with the context. Jena decides what violates; this class chooses the nodes, spreads them over
 * threads and completes the messages.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#validation-definition">SHACL, section 3.4, Validation</a>
 */
public final class ShapeValidation {

    /** Below this many pairs of shape and node, starting threads costs more than it saves. */
    private static final int WORTH_A_THREAD = 2_000;

    private static final Graph NOTHING = GraphFactory.createGraphMem();

    /** After so many pairs of shape and node it is looked whether there are results enough. */
    private static final int CHUNK = 1_000;

    private final ShapeLibrary library;
    private final int threads;
    private final int most;
    private final Beside beside;

    /**
     * Makes a validation that uses every processor.
     *
     * @param library the shapes to judge by
     */
    public ShapeValidation(ShapeLibrary library) {
        this(library, Runtime.getRuntime().availableProcessors());
    }

    /**
     * Makes a validation with a given number of threads.
     *
     * @param library the shapes to judge by
     * @param threads how many threads may work at once, 1 or more; with more than one, both graphs must bear being
     *                read by several threads outside a transaction, as graphs in memory do
     */
    public ShapeValidation(ShapeLibrary library, int threads) {
        this(library, threads, Integer.MAX_VALUE, Beside.NOBODY);
    }

    private ShapeValidation(ShapeLibrary library, int threads, int most, Beside beside) {
        this.library = library;
        this.threads = Math.max(1, threads);
        this.most = most;
        this.beside = beside;
    }

    /**
     * Makes a validation that shares its work with another thread, however little there is.
     *
     * @param other takes some of it; both graphs must bear being read by two threads
     * @return the same validation with it
     */
    public ShapeValidation with(Beside other) {
        return new ShapeValidation(library, threads, most, other);
    }

    /**
     * Makes a validation that stops when it has found enough.
     *
     * @param results how many results are enough, 1 or more; a few more may be returned, and never fewer if there are
     *                more
     * @return the same validation with that limit
     */
    public ShapeValidation atMost(int results) {
        return new ShapeValidation(library, threads, results, beside);
    }

    /**
     * Judges a graph that stands alone.
     *
     * @param data the graph
     * @return the results, sorted; empty if the graph conforms
     */
    public List<ReportEntry> judge(Graph data) {
        return judge(data, NOTHING);
    }

    /**
     * Judges a graph in its context.
     *
     * @param data    the graph whose nodes are judged
     * @param context what else is known: code lists, frameworks, what is published already
     * @return the results, sorted by focus node, path, value and shape; one that is reached in two ways is there twice, as
     *     SHACL has it; empty if the graph conforms
     * @throws ValidationInterruptedException if the thread is interrupted
     */
    public List<ReportEntry> judge(Graph data, Graph context) {
        if (!context.contains(Triple.ANY)) {
            return completed(new StoppableGraph(data), all -> inPieces(data, all));
        }
        List<Task> tasks = new ArrayList<>();
        FocusNodes.of(library.shapes(), data, context)
                .forEach((shape, nodes) -> nodes.forEach(node -> tasks.add(new Task(shape, node))));
        return judge(tasks, all(data, context));
    }

    /**
     * Judges some nodes of a graph that stands alone.
     *
     * @param data  the graph
     * @param nodes the nodes, some of which no shape may be about
     * @return the results, sorted as those of the whole are
     * @throws ValidationInterruptedException if the thread is interrupted
     */
    public List<ReportEntry> judge(Graph data, Collection<Node> nodes) {
        List<Task> tasks = new ArrayList<>();
        for (Shape shape : library.shapes().getTargetShapes()) {
            nodes.stream()
                    .filter(node -> VLib.isFocusNode(shape, node, data))
                    .forEach(node -> tasks.add(new Task(shape, node)));
        }
        return judge(tasks, new StoppableGraph(data));
    }

    /** Judges a graph of any size: its focus nodes are never held all at once. */
    private List<ReportEntry> inPieces(Graph data, Graph all) {
        try (Pieces pieces = new Pieces(threads, piece -> inChunks(piece, all), most)) {
            new AllFocusNodes(library.shapes(), data).each((shape, node) -> pieces.add(new Task(shape, node)));
            return pieces.results();
        }
    }

    private static Graph all(Graph data, Graph context) {
        // Asking for one statement is cheap where counting all of them, as isEmpty does, is not.
        return new StoppableGraph(context.contains(Triple.ANY) ? new Union(data, context) : data);
    }

    private List<ReportEntry> judge(List<Task> tasks, Graph all) {
        return completed(all, graph -> run(tasks, graph));
    }

    private List<ReportEntry> completed(Graph all, Function<Graph, List<ReportEntry>> judging) {
        ResultMessage messages = new ResultMessage(library, all);
        try {
            return judging.apply(all).stream()
                    .map(messages::complete)
                    .sorted((one, other) -> Results.compare(one, other))
                    .toList();
        } catch (QueryCancelledException e) {
            throw new ValidationInterruptedException(e);
        }
    }

    /**
     * Explains a result by what was found by the shapes that its constraint consists of, as those of {@code sh:node},
     * {@code sh:not}, {@code sh:or} or {@code sh:qualifiedValueShape} do.
     *
     * @param result  a result
     * @param data    the graph that was judged
     * @param context what else was known then
     * @return what those shapes found, each once; no reasons if the constraint consists of none
     */
    public Explanation explain(ReportEntry result, Graph data, Graph context) {
        Graph all = all(data, context);
        return new Explaining(library, all, (shape, node) -> judge(List.of(new Task(shape, node)), all))
                .explain(result);
    }

    /**
     * Shows a shape.
     *
     * @param shape a node of the shapes graph
     * @return its name, or on one line what it says, cut off if that is long
     */
    public String shown(Node shape) {
        return new ShapeText(library.graph(), library.names()).of(shape);
    }

    /**
     * Returns how the shapes show IRIs.
     *
     * @return names by the prefixes of the shapes graph
     */
    public ShortNames names() {
        return library.names();
    }

    /**
     * Tells whether the author of the shapes says what is wrong, or nobody does but the engine.
     *
     * @param result a result
     * @return true if its messages are those of its shape or of the SPARQL constraint of that
     */
    public boolean isAuthored(ReportEntry result) {
        return library.graph().contains(result.source(), SHACL.message, Node.ANY)
                || !result.sourceConstraintComponent().getURI().startsWith(SHACL.getURI())
                || result.sourceConstraintComponent().equals(SHACL.SPARQLConstraintComponent);
    }

    /**
     * Returns the values that a shape gives a parameter of a constraint.
     *
     * @param shape the shape
     * @param name  the local name of the parameter, such as {@code minCount}
     * @return the values, the members of a list instead of the list
     */
    public List<Node> parameter(Node shape, String name) {
        Graph shapes = library.graph();
        return G.listSP(shapes, shape, NodeFactory.createURI(SHACL.getURI() + name)).stream()
                .flatMap(value -> ShapeLists.members(shapes, value).orElse(List.of(value)).stream())
                .toList();
    }

    private List<ReportEntry> run(List<Task> tasks, Graph all) {
        if (threads == 1 || tasks.size() < WORTH_A_THREAD) {
            return inChunks(tasks, all);
        }
        List<ReportEntry> results = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<List<ReportEntry>>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                // Every n-th task, so that the costly shapes are spread evenly.
                List<Task> part = everyNth(tasks, i, threads);
                parts.add(executor.submit(() -> inChunks(part, all)));
            }
            collect(parts, results, executor);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
        return results;
    }

    private static void collect(List<Future<List<ReportEntry>>> parts, List<ReportEntry> into, ExecutorService executor)
            throws ExecutionException {
        try {
            for (Future<List<ReportEntry>> part : parts) {
                into.addAll(part.get());
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
            throw new ValidationInterruptedException(e);
        }
    }

    private static List<Task> everyNth(List<Task> tasks, int first, int step) {
        List<Task> part = new ArrayList<>(tasks.size() / step + 1);
        for (int i = first; i < tasks.size(); i += step) {
            part.add(tasks.get(i));
        }
        return part;
    }

    private List<ReportEntry> inChunks(List<Task> tasks, Graph all) {
        List<ReportEntry> results = new ArrayList<>();
        for (int from = 0; from < tasks.size() && results.size() < most; from += CHUNK) {
            List<Task> chunk = tasks.subList(from, Math.min(tasks.size(), from + CHUNK));
            results.addAll(Judging.of(chunk, library, all, beside));
        }
        return results;
    }

    /** One node to be judged by one shape. */
    record Task(Shape shape, Node node) {}
}
