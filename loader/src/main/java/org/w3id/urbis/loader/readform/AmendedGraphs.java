package org.w3id.urbis.loader.readform;

import java.io.IOException;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.w3id.urbis.loader.readform.AmendedTerms.Spot;

/** Writes which triples stand in which graphs, without the statements that go and with those that come. */
final class AmendedGraphs {
    private static final int CHUNK_INTS = 1 << 15;

    private final Triples old;
    private final AmendedTerms terms;
    private final AmendedTriples triples;
    private final List<Statement> coming = new ArrayList<>();
    private final List<Statement> going = new ArrayList<>();

    /**
     * A triple in a graph.
     *
     * @param place the old triple that it is, or that it comes before
     * @param after its new number; means nothing if it goes
     */
    private record Statement(Touched triple, int place, int after, Spot graph) {}

    AmendedGraphs(Triples old, AmendedTerms terms, AmendedTriples triples, List<Touched> touched) {
        this.old = old;
        this.terms = terms;
        this.triples = triples;
        for (Touched triple : touched) {
            int place = triples.place(triple);
            int after = triples.after(triple);
            triple.came().forEach(graph -> coming.add(new Statement(triple, place, after, graph)));
            triple.went().forEach(graph -> going.add(new Statement(triple, place, after, graph)));
        }
    }

    /** Writes the sections from the graphs of triples to the triples of graphs. */
    void write(FormFile.Writer out) throws IOException {
        writeByTriple(out);
        writeByGraph(out);
    }

    private void writeByTriple(FormFile.Writer out) throws IOException {
        Begins begins = new Begins(old.tripleGraphsAt, triples.numbers());
        coming.forEach(one -> begins.more(one.after(), 1));
        going.stream().filter(one -> !one.triple().isGoing()).forEach(one -> begins.more(one.after(), -1));
        begins.write(Section.TRIPLE_GRAPHS_AT, out);
        coming.sort(Comparator.comparingInt(Statement::after)
                .thenComparingInt(one -> one.graph().after()));
        write(
                Section.TRIPLE_GRAPHS,
                old.tripleGraphs,
                places(this::placeByTriple),
                terms.numbers(),
                one -> one.graph().after(),
                out);
    }

    /** The old row that a statement is, or that it comes before. */
    private int placeByTriple(Statement one) {
        int begin = old.tripleGraphsAt.get(one.place());
        return one.triple().isComing()
                ? begin
                : Triples.lower(
                        old.tripleGraphs,
                        1,
                        begin,
                        old.tripleGraphsAt.get(one.place() + 1),
                        one.graph().before());
    }

    private void writeByGraph(FormFile.Writer out) throws IOException {
        TreeMap<Integer, Integer> sizes = new TreeMap<>();
        for (int place = 0; place < old.graphs.limit(); place++) {
            Spot graph = terms.spot(old.graphs.get(place));
            if (graph.stays()) {
                sizes.put(graph.after(), old.graphTriplesAt.get(place + 1) - old.graphTriplesAt.get(place));
            }
        }
        coming.forEach(one -> sizes.merge(one.graph().after(), 1, Integer::sum));
        going.stream()
                .filter(one -> one.graph().stays())
                .forEach(one -> sizes.merge(one.graph().after(), -1, Integer::sum));
        sizes.values().removeIf(size -> size == 0);
        int[] names = sizes.keySet().stream().mapToInt(Integer::intValue).toArray();
        int[] begins = new int[names.length + 1];
        for (int place = 0; place < names.length; place++) {
            begins[place + 1] = begins[place] + sizes.get(names[place]);
        }
        out.ints(Section.GRAPHS, names, names.length);
        out.ints(Section.GRAPH_TRIPLES_AT, begins, begins.length);
        coming.sort(
                Comparator.comparingInt((Statement one) -> one.graph().after()).thenComparingInt(Statement::after));
        write(
                Section.GRAPH_TRIPLES,
                old.graphTriples,
                places(this::placeByGraph),
                triples.numbers(),
                Statement::after,
                out);
    }

    private int placeByGraph(Statement one) {
        int graph = one.graph().before();
        int place = Triples.lower(old.graphs, 1, 0, old.graphs.limit(), graph);
        int begin = old.graphTriplesAt.get(place);
        boolean isKnown = one.graph().isKnown() && place < old.graphs.limit() && old.graphs.get(place) == graph;
        return isKnown
                ? Triples.lower(old.graphTriples, 1, begin, old.graphTriplesAt.get(place + 1), one.place())
                : begin;
    }

    private Renumbering places(ToIntFunction<Statement> place) {
        return new Renumbering(
                old.tripleGraphs.limit(),
                going.stream().mapToInt(place).sorted().toArray(),
                coming.stream().mapToInt(place).toArray());
    }

    /** Copies rows of one number each. */
    private void write(
            Section section,
            IntBuffer rows,
            Renumbering places,
            Renumbering numbers,
            ToIntFunction<Statement> fresh,
            FormFile.Writer out)
            throws IOException {
        int[] chunk = new int[CHUNK_INTS];
        out.beginInts(section, places.count());
        places.walk(new Renumbering.Target() {
            @Override
            public void kept(int from, int end) throws IOException {
                for (int at = from; at < end; at += CHUNK_INTS) {
                    int some = Math.min(CHUNK_INTS, end - at);
                    rows.get(at, chunk, 0, some);
                    numbers.renumber(chunk, 0, 1, some);
                    out.put(chunk, 0, some);
                }
            }

            @Override
            public void inserted(int index) throws IOException {
                chunk[0] = fresh.applyAsInt(coming.get(index));
                out.put(chunk, 0, 1);
            }
        });
    }
}
