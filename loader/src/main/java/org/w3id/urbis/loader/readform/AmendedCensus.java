package org.w3id.urbis.loader.readform;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.loader.readform.DifferingTriples.Row;
import org.w3id.urbis.loader.statement.Census;

/**
 * Counts what a revision that is to be holds: the sorted numbers of the read form of the one before, without what is there no
 * more and with what came. What the graph that is not seen says does not count. No term is read for what did not change, unless
 * its text matters.
 */
public final class AmendedCensus implements Census {

    private final EarlierStatements earlier;
    private final ReadForm form;
    private final Triples triples;
    private final DifferingTriples differing;
    private final BitSet gone;
    private final Map<Integer, List<Row>> cameByProperty = new HashMap<>();
    private final Map<Integer, List<Row>> cameBySubject = new HashMap<>();

    /**
     * Begins to count.
     *
     * @param earlier the revision before and its changes, those of rules too; not to be changed any more
     */
    public AmendedCensus(EarlierStatements earlier) {
        this.earlier = earlier;
        this.form = earlier.form;
        this.triples = form.triples();
        this.differing = new DifferingTriples(earlier);
        this.gone = differing.gone;
        for (Row row : differing.came) {
            cameByProperty
                    .computeIfAbsent(row.property(), any -> new ArrayList<>())
                    .add(row);
            cameBySubject
                    .computeIfAbsent(row.subject(), any -> new ArrayList<>())
                    .add(row);
        }
    }

    @Override
    public int terms() {
        return differing.terms();
    }

    @Override
    public Node term(int number) {
        return differing.term(number);
    }

    @Override
    public int number(Node term) {
        return differing.number(term);
    }

    @Override
    public Map<Node, Integer> graphs() {
        Map<Node, Integer> sizes = new HashMap<>();
        for (int place = 0; place < form.graphs().limit(); place++) {
            int graph = form.graphs().get(place);
            if (graph != earlier.hidden) {
                sizes.put(form.terms().term(graph), new GraphChoice(graph, place).size(triples));
            }
        }
        earlier.added.forEach(quad -> sizes.merge(quad.getGraph(), 1, Integer::sum));
        earlier.removed.stream().map(Quad::getGraph).forEach(graph -> sizes.merge(graph, -1, Integer::sum));
        sizes.merge(earlier.inferred, earlier.made.size() - earlier.unmade.size(), Integer::sum);
        sizes.values().removeIf(size -> size == 0);
        return sizes;
    }

    @Override
    public Whole whole() {
        return new Whole(
                triples.count() - differing.goneRows.size() + differing.came.size(),
                used(triples.subjectAt, Row::subject),
                used(triples.valueAt, Row::value),
                used(triples.propertyAt, Row::property));
    }

    /** How many terms are some part of a triple. */
    private int used(IntBuffer begins, ToIntFunction<Row> part) {
        Map<Integer, Integer> changes = new HashMap<>();
        differing.goneRows.forEach(row -> changes.merge(part.applyAsInt(row), -1, Integer::sum));
        differing.came.forEach(row -> changes.merge(part.applyAsInt(row), 1, Integer::sum));
        int[] used = new int[1];
        for (int term = 0; term + 1 < begins.limit(); term++) {
            used[0] += begins.get(term) < begins.get(term + 1) ? 1 : 0;
        }
        changes.forEach((term, change) -> {
            int before = term < form.terms().count() ? begins.get(term + 1) - begins.get(term) : 0;
            used[0] += difference(before, change);
        });
        return used[0];
    }

    /** Whether something begins (1) or ceases (-1) to be there when its number changes. */
    private static int difference(int before, int change) {
        return Integer.signum(before + change) - Integer.signum(before);
    }

    @Override
    public List<Property> properties() {
        Map<Integer, int[]> counts = new TreeMap<>();
        IntBuffer before = form.properties();
        for (int at = 0; at < before.limit(); at += 3) {
            int property = before.get(at);
            counts.put(property, new int[] {rows(property), before.get(at + 1), before.get(at + 2)});
        }
        Map<Row, Integer> bySubject = new HashMap<>();
        Map<Row, Integer> byValue = new HashMap<>();
        differing.goneRows.forEach(row -> change(row, -1, counts, bySubject, byValue));
        differing.came.forEach(row -> change(row, 1, counts, bySubject, byValue));
        bySubject.forEach((row, change) -> counts.get(row.property())[1] += difference(before(row), change));
        byValue.forEach((row, change) -> counts.get(row.property())[2] += difference(before(row), change));
        List<Property> all = new ArrayList<>();
        counts.forEach((property, its) -> {
            if (its[0] > 0) {
                all.add(new Property(property, its[0], its[1], its[2]));
            }
        });
        return all;
    }

    private static void change(
            Row row, int change, Map<Integer, int[]> counts, Map<Row, Integer> bySubject, Map<Row, Integer> byValue) {
        counts.computeIfAbsent(row.property(), any -> new int[3])[0] += change;
        bySubject.merge(new Row(row.subject(), row.property(), Triples.ANY), change, Integer::sum);
        byValue.merge(new Row(Triples.ANY, row.property(), row.value()), change, Integer::sum);
    }

    /** How many triples of the read form match. */
    private int before(Row row) {
        int known = form.terms().count();
        return row.subject() < known && row.property() < known && row.value() < known
                ? triples.count(row.subject(), row.property(), row.value())
                : 0;
    }

    private int rows(int property) {
        return triples.propertyAt.get(property + 1) - triples.propertyAt.get(property);
    }

    @Override
    public List<Holders> holders(Node property) {
        int number = number(property);
        return number < 0 ? List.of() : new AmendedHolders(triples, differing, number).all();
    }

    @Override
    public void each(Node property, Pair told) {
        int number = number(property);
        if (number >= 0 && number < form.terms().count()) {
            IntBuffer rows = triples.byProperty;
            int end = triples.propertyAt.get(number + 1);
            for (int at = triples.propertyAt.get(number); at < end; at++) {
                if (!gone.get(rows.get(3 * at + 2))) {
                    told.take(rows.get(3 * at + 1), rows.get(3 * at));
                }
            }
        }
        cameByProperty.getOrDefault(number, List.of()).forEach(row -> told.take(row.subject(), row.value()));
    }

    @Override
    public void eachByGraph(Node property, Placed told) {
        int number = number(property);
        if (number >= 0 && number < form.terms().count()) {
            IntBuffer rows = triples.byProperty;
            int end = triples.propertyAt.get(number + 1);
            for (int at = triples.propertyAt.get(number); at < end; at++) {
                int triple = rows.get(3 * at + 2);
                int last = triples.tripleGraphsAt.get(triple + 1);
                for (int place = triples.tripleGraphsAt.get(triple); place < last; place++) {
                    int graph = triples.tripleGraphs.get(place);
                    if (earlier.stays(triple, graph)) {
                        told.take(graph, rows.get(3 * at + 1), rows.get(3 * at));
                    }
                }
            }
        }
        earlier.added.stream()
                .filter(quad -> quad.getPredicate().equals(property))
                .forEach(quad -> take(quad, told));
        earlier.made.keySet().stream()
                .filter(triple -> triple.getPredicate().equals(property))
                .forEach(triple -> take(Quad.create(earlier.inferred, triple), told));
    }

    private void take(Quad quad, Placed told) {
        told.take(
                differing.numbered(quad.getGraph()),
                differing.numbered(quad.getSubject()),
                differing.numbered(quad.getObject()));
    }

    @Override
    public void about(int subject, IntConsumer told) {
        if (subject < form.terms().count()) {
            int end = triples.subjectAt.get(subject + 1);
            for (int triple = triples.subjectAt.get(subject); triple < end; triple++) {
                if (!gone.get(triple)) {
                    told.accept(triples.bySubject.get(2 * triple));
                }
            }
        }
        if (!cameBySubject.isEmpty()) {
            cameBySubject.getOrDefault(subject, List.of()).forEach(row -> told.accept(row.property()));
        }
    }

    @Override
    public IntPredicate beginning(String text) {
        int from = firstIri(text, false);
        int end = firstIri(text, true);
        int firstIri = firstIri("", false);
        int count = form.terms().count();
        return number -> number >= firstIri && number < count
                ? number >= from && number < end
                : Census.begins(term(number), text);
    }

    /** The first IRI of the read form that does not come before all that begin with a text, or that comes after them. */
    private int firstIri(String text, boolean after) {
        Terms terms = form.terms();
        int low = terms.numerics();
        int high = terms.count();
        while (low < high) {
            int middle = low + high >>> 1;
            Node term = terms.term(middle);
            boolean early = !term.isURI()
                    || (term.getURI().startsWith(text) ? after : term.getURI().compareTo(text) < 0);
            if (early) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
