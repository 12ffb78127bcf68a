package org.w3id.urbis.loader.readform;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * Which statements of an earlier revision are stated again: a bit for each, so that what is read need not be held to find out
 * what has changed. Several threads may use it.
 */
public final class MetAgain {

    private final ReadForm form;
    private final Map<Node, Marks> marks = new ConcurrentHashMap<>();

    /** The statements of one graph, by their places in the list of its triples. */
    private record Marks(GraphChoice graph, BitSet met) {}

    /**
     * Begins with none.
     *
     * @param earlier the earlier revision
     */
    public MetAgain(EarlierStatements earlier) {
        this.form = earlier.form;
    }

    private Marks marks(Node graph) {
        return marks.computeIfAbsent(
                graph, name -> new Marks(GraphChoice.of(form.triples(), form.part(name)), new BitSet()));
    }

    /** Where a statement stands in the list of its graph; negative if the earlier revision does not hold it. */
    private int place(GraphChoice graph, Quad quad) {
        int triple = graph == GraphChoice.NONE ? EarlierStatements.NEVER : form.triple(quad.asTriple());
        return triple < 0 ? EarlierStatements.NEVER : EarlierSteps.place(form.triples(), graph, triple);
    }

    /**
     * Notes a statement.
     *
     * @param quad a statement
     * @return whether the earlier revision holds it in this graph; otherwise nothing is noted
     */
    public boolean note(Quad quad) {
        Marks its = marks(quad.getGraph());
        int place = place(its.graph, quad);
        if (place >= 0) {
            synchronized (its.met) {
                its.met.set(place);
            }
        }
        return place >= 0;
    }

    /**
     * Tells whether a statement was noted.
     *
     * @param quad a statement of the earlier revision
     * @return false if it was not
     */
    public boolean has(Quad quad) {
        Marks its = marks(quad.getGraph());
        int place = place(its.graph, quad);
        return place >= 0 && its.met.get(place);
    }

    /**
     * Counts what was noted of a graph.
     *
     * @param graph its name
     * @return how many statements
     */
    public int count(Node graph) {
        return marks(graph).met.cardinality();
    }

    /**
     * Counts what the earlier revision held of a graph.
     *
     * @param graph its name
     * @return how many statements, 0 if it had no such graph
     */
    public int countBefore(Node graph) {
        return marks(graph).graph.size(form.triples());
    }

    /**
     * Goes through what was noted.
     *
     * @param told takes each statement
     */
    public void each(Consumer<Quad> told) {
        marks.forEach((name, its) -> its.met.stream().forEach(place -> told.accept(quad(name, its, place))));
    }

    /**
     * Goes through what a graph held that was not noted.
     *
     * @param graph its name
     * @param told  takes each statement; false ends it
     */
    public void eachMissing(Node graph, Predicate<Quad> told) {
        Marks its = marks(graph);
        int size = its.graph.size(form.triples());
        int place = its.met.nextClearBit(0);
        while (place < size && told.test(quad(graph, its, place))) {
            place = its.met.nextClearBit(place + 1);
        }
    }

    /**
     * Shows what was noted, and more.
     *
     * @param whole graphs of which all is seen, noted or not
     * @param fresh what the earlier revision does not hold; little, as it is copied
     * @return the merge of it all; nothing is noted as long as it is used
     */
    public Graph shown(Set<Node> whole, Collection<Quad> fresh) {
        List<Node> names = form.graphNames();
        Triples triples = form.triples();
        Marks[] its = new Marks[names.size()];
        boolean[] all = new boolean[names.size()];
        for (int place = 0; place < its.length; place++) {
            its[place] = marks.get(names.get(place));
            all[place] = whole.contains(names.get(place));
        }
        return new EarlierView(
                        form,
                        (triple, graph) -> {
                            int place = triples.graph(graph);
                            return all[place]
                                    || its[place] != null
                                            && its[place].met.get(
                                                    EarlierSteps.place(triples, its[place].graph, triple));
                        },
                        fresh)
                .getDefaultGraph();
    }

    private Quad quad(Node name, Marks its, int place) {
        Triples triples = form.triples();
        Terms terms = form.terms();
        int triple = triples.graphTriples.get(triples.graphTriplesAt.get(its.graph.place()) + place);
        return Quad.create(
                name,
                terms.term(triples.subject(triple)),
                terms.term(triples.bySubject.get(2 * triple)),
                terms.term(triples.bySubject.get(2 * triple + 1)));
    }
}
