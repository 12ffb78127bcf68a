package org.w3id.urbis.loader.readform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.loader.statement.Statements;
import org.w3id.urbis.loader.statement.Steps;

/**
 * The statements of an earlier revision, and what a later one changes: what sources state, and step by step what rules make of
 * it. Neither is ever copied; the revision that was, the one that is to be and both together can be looked at as they are before
 * any step. One thread uses it.
 */
public final class EarlierStatements {

    /** Stands for no step. */
    public static final int NEVER = -1;

    final ReadForm form;
    final Node inferred;
    /** The number of the graph that is not to be seen; negative if there is none. */
    final int hidden;

    final Set<Quad> added = new LinkedHashSet<>();
    final Set<Quad> removed = new LinkedHashSet<>();
    /** Statements that rules make now, at another step than before or for the first time. */
    final Map<Triple, Integer> made = new HashMap<>();
    /** Statements that rules made before, and not at this step now. */
    final Set<Triple> unmade = new HashSet<>();

    private final Triples triples;
    private final EarlierSteps steps;
    private final Set<Long> removedNumbers = new HashSet<>();
    private final Set<Integer> unmadeNumbers = new HashSet<>();

    private EarlierStatements(ReadForm form, Node inferred, Node hidden, byte[] steps) {
        this.form = form;
        this.triples = form.triples();
        this.inferred = inferred;
        this.steps = new EarlierSteps(form, GraphChoice.of(triples, form.part(inferred)), steps);
        this.hidden = form.part(hidden);
    }

    /**
     * Looks at a revision.
     *
     * @param form     its read form
     * @param inferred the name of the graph of what rules made
     * @param hidden   the name of a graph that is not to be seen
     * @param steps    the step of each statement of the first of these graphs, in the order of the read form
     * @return the statements; empty if the steps are not those of this read form
     */
    public static Optional<EarlierStatements> of(ReadForm form, Node inferred, Node hidden, byte[] steps) {
        EarlierStatements earlier = new EarlierStatements(form, inferred, hidden, steps);
        return earlier.steps.areAll() ? Optional.of(earlier) : Optional.empty();
    }

    /**
     * Says that sources state what they did not state before.
     *
     * @param quad a statement that is not there yet
     */
    public void add(Quad quad) {
        added.add(quad);
    }

    /**
     * Says that sources do not state any more what they stated.
     *
     * @param quad a statement that is there
     */
    public void remove(Quad quad) {
        removed.add(quad);
        removedNumbers.add(number(form.triple(quad.asTriple()), form.part(quad.getGraph())));
    }

    private static long number(int triple, int graph) {
        return (long) triple << Integer.SIZE | graph & 0xFFFFFFFFL;
    }

    /**
     * Whether the earlier revision holds a statement.
     *
     * @param quad a statement with its graph
     * @return false if it stands in other graphs only
     */
    public boolean holds(Quad quad) {
        int triple = form.triple(quad.asTriple());
        int graph = form.part(quad.getGraph());
        return triple >= 0 && graph >= 0 && triples.isIn(triple, graph);
    }

    /** How many statements the earlier revision held, each counted once for each graph. */
    public int size() {
        return form.quads();
    }

    /** How many statements of sources came and went. */
    public int changes() {
        return added.size() + removed.size();
    }

    /** At which step rules made a statement before, or {@link #NEVER}. */
    public int stepBefore(Triple triple) {
        int number = form.triple(triple);
        return number < 0 ? NEVER : steps.of(number);
    }

    /** At which step rules make a statement now, as far as that is known, or {@link #NEVER}. */
    public int stepNow(Triple triple) {
        Integer now = made.get(triple);
        return now != null ? now : unmade.contains(triple) ? NEVER : stepBefore(triple);
    }

    /** Says at which step rules make a statement. */
    public void make(Triple triple, int step) {
        unmake(triple);
        made.put(triple, step);
    }

    /** Says that rules do not make a statement at the step at which they did. */
    public void unmake(Triple triple) {
        made.remove(triple);
        int number = form.triple(triple);
        if (number >= 0 && steps.of(number) != NEVER && unmade.add(triple)) {
            unmadeNumbers.add(number);
        }
    }

    /** The statements that were made at a step before. */
    public List<Triple> madeAt(int step) {
        List<Triple> all = new ArrayList<>();
        steps.forEach((at, made) -> {
            if (made == step) {
                all.add(form.statement(at));
            }
        });
        return all;
    }

    /** How many statements were made at each step before. */
    public int[] madeBefore() {
        return steps.counts();
    }

    /**
     * What differs before a step.
     *
     * @param step the step
     * @return the statements that are there before it in one of the revisions only
     */
    public List<Quad> changedBefore(int step) {
        List<Quad> changed = new ArrayList<>(added);
        changed.addAll(removed);
        for (Triple triple : unmade) {
            int now = made.getOrDefault(triple, NEVER);
            if (isBefore(stepBefore(triple), step) != isBefore(now, step)) {
                changed.add(Quad.create(inferred, triple));
            }
        }
        made.forEach((triple, now) -> {
            if (!unmade.contains(triple) && isBefore(now, step)) {
                changed.add(Quad.create(inferred, triple));
            }
        });
        return changed;
    }

    /** All statements of rules that come or go. */
    public List<Quad> changedByRules() {
        return changedBefore(Steps.MOST).stream()
                .filter(quad -> quad.getGraph().equals(inferred))
                .toList();
    }

    static boolean isBefore(int made, int step) {
        return made != NEVER && made < step;
    }

    /** Whether a triple of the read form is seen in a graph, both by their numbers. */
    boolean isSeen(int triple, int graph, EarlierView.Which which, int step) {
        if (graph == hidden) {
            return false;
        }
        if (graph == steps.graph()) {
            return isBefore(steps.of(triple), step)
                    && !(which == EarlierView.Which.AFTER && unmadeNumbers.contains(triple));
        }
        return which != EarlierView.Which.AFTER
                || removedNumbers.isEmpty()
                || !removedNumbers.contains(number(triple, graph));
    }

    /** Whether a triple that stood in a graph will stand in it, once all rules have run; both by their numbers. */
    boolean stays(int triple, int graph) {
        if (graph == hidden) {
            return false;
        }
        return graph == steps.graph()
                ? unmadeNumbers.isEmpty() || !unmadeNumbers.contains(triple)
                : removedNumbers.isEmpty() || !removedNumbers.contains(number(triple, graph));
    }

    /**
     * Shows what was, what is to be, or both.
     *
     * @param which which of these
     * @param step  the step before which it is looked at
     * @return the named graphs, and their merge as the default graph; it shows later changes too
     */
    public DatasetGraph view(EarlierView.Which which, int step) {
        List<Quad> came = new ArrayList<>();
        if (which != EarlierView.Which.BEFORE) {
            came.addAll(added);
            made.forEach((triple, at) -> {
                if (isBefore(at, step)) {
                    came.add(Quad.create(inferred, triple));
                }
            });
        }
        return new EarlierView(form, (triple, graph) -> isSeen(triple, graph, which, step), came);
    }

    /**
     * Copies what sources stated.
     *
     * @param target where to; empty
     * @param graphs which graphs are copied, by their names
     */
    public void copyStated(Statements target, Predicate<Node> graphs) {
        boolean[] wanted = new boolean[form.graphs().limit()];
        for (int place = 0; place < wanted.length; place++) {
            int graph = form.graphs().get(place);
            wanted[place] = graph != hidden
                    && graph != steps.graph()
                    && graphs.test(form.terms().term(graph));
        }
        new StatedCopy(form, target).copy(wanted);
    }

    /**
     * At which steps rules make what they make now.
     *
     * @param after the read form of the revision that is to be
     * @return the step of each statement that rules make, in the order of that read form
     */
    public byte[] stepsIn(ReadForm after) {
        GraphChoice graph = GraphChoice.of(after.triples(), after.part(inferred));
        return steps.amended(after, graph, unmadeNumbers, made);
    }

    /**
     * What the earlier revision says of a thing, without its changes.
     *
     * @param thing    the thing
     * @param property the property
     * @return the statements, in each graph that has them
     */
    public Stream<Quad> find(Node thing, Node property) {
        return Iter.asStream(form.dataset().find(Node.ANY, thing, property, Node.ANY));
    }

    /**
     * What the earlier revision says in a graph, without its changes.
     *
     * @param graph its name
     * @return the statements
     */
    public Iterator<Quad> find(Node graph) {
        return form.dataset().find(graph, Node.ANY, Node.ANY, Node.ANY);
    }

    /** The graphs of the earlier revision. */
    public List<Node> graphs() {
        return form.graphNames();
    }
}
