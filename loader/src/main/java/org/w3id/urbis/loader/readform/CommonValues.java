package org.w3id.urbis.loader.readform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;

/**
 * Which values many things have at the end of a path, counted on the numbers of a read form: over a hundred thousand things
 * in milliseconds. Each thing counts once for a value, however many ways lead there.
 */
public final class CommonValues {
    /** As long as a property has no more statements than this for each thing, going through all of them is quicker. */
    private static final int ROWS_FOR_A_THING = 16;

    private final ReadForm form;
    private final BitSet things;

    private CommonValues(ReadForm form, BitSet things) {
        this.form = form;
        this.things = things;
    }

    /**
     * A value.
     *
     * @param value  the value
     * @param things how many things have it
     */
    public record Shared(Node value, int things) {}

    /** How many things have a value, the one that was counted last, and the value. */
    private static final class Count {
        private final int value;
        private int things;
        private int last = -1;

        Count(int value) {
            this.value = value;
        }

        void add(int thing) {
            if (last != thing) {
                last = thing;
                things++;
            }
        }
    }

    /**
     * Prepares to count.
     *
     * @param graph  holds the statements
     * @param things whose values are counted
     * @return empty if the graph is not all of a read form
     */
    public static Optional<CommonValues> among(Graph graph, Collection<Node> things) {
        if (!(graph instanceof ReadFormGraph whole) || whole.choice() != GraphChoice.UNION) {
            return Optional.empty();
        }
        BitSet numbers = new BitSet(whole.form().terms().count());
        IntStream found = things instanceof TermList numbered
                ? Arrays.stream(numbered.numbers())
                : things.stream().mapToInt(whole.form()::part);
        found.filter(number -> number >= 0).forEach(numbers::set);
        return Optional.of(new CommonValues(whole.form(), numbers));
    }

    /**
     * Counts the values at the end of a path.
     *
     * @return the commonest first, those that are equally common in the order of the store; empty if the path has parts
     *     other than properties, their inverses, sequences, alternatives and parts that may be left out
     */
    public Optional<Stream<Shared>> along(Path path) {
        if (!isPlain(path)) {
            return Optional.empty();
        }
        Map<Integer, Count> counts = new HashMap<>();
        if (path instanceof P_Link link && isQuickerByProperty(form.part(link.getNode()))) {
            countByProperty(form.part(link.getNode()), counts);
        } else {
            things.stream()
                    .forEach(thing -> follow(path, thing, value -> counts.computeIfAbsent(value, Count::new)
                            .add(thing)));
        }
        List<Count> ordered = new ArrayList<>(counts.values());
        ordered.sort(Comparator.comparingInt((Count count) -> -count.things).thenComparingInt(count -> count.value));
        return Optional.of(ordered.stream().map(count -> new Shared(form.terms().term(count.value), count.things)));
    }

    private static boolean isPlain(Path path) {
        return switch (path) {
            case P_Link link -> true;
            case P_Inverse inverse -> inverse.getSubPath() instanceof P_Link;
            case P_Seq sequence -> isPlain(sequence.getLeft()) && isPlain(sequence.getRight());
            case P_Alt either -> isPlain(either.getLeft()) && isPlain(either.getRight());
            case P_ZeroOrOne perhaps -> isPlain(perhaps.getSubPath());
            default -> false;
        };
    }

    private boolean isQuickerByProperty(int property) {
        return property >= 0
                && form.triples().count(Triples.ANY, property, Triples.ANY)
                        <= (long) ROWS_FOR_A_THING * things.cardinality();
    }

    private void countByProperty(int property, Map<Integer, Count> counts) {
        TripleCursor cursor = new TripleCursor(form.triples());
        cursor.open(Triples.ANY, property, Triples.ANY);
        Count current = null;
        while (cursor.next()) {
            if (things.get(cursor.subject())) {
                if (current == null || current.value != cursor.value()) {
                    current = counts.computeIfAbsent(cursor.value(), Count::new);
                }
                current.add(cursor.subject());
            }
        }
    }

    private void follow(Path path, int from, IntConsumer found) {
        switch (path) {
            case P_Link link -> {
                TripleCursor cursor = opened(from, link, Triples.ANY);
                while (cursor.next()) {
                    found.accept(cursor.value());
                }
            }
            case P_Inverse inverse -> {
                TripleCursor cursor = opened(Triples.ANY, (P_Link) inverse.getSubPath(), from);
                while (cursor.next()) {
                    found.accept(cursor.subject());
                }
            }
            case P_Seq sequence ->
                follow(sequence.getLeft(), from, middle -> follow(sequence.getRight(), middle, found));
            case P_Alt either -> {
                follow(either.getLeft(), from, found);
                follow(either.getRight(), from, found);
            }
            case P_ZeroOrOne perhaps -> {
                found.accept(from);
                follow(perhaps.getSubPath(), from, found);
            }
            default -> throw new IllegalStateException("Not looked at before: " + path);
        }
    }

    private TripleCursor opened(int subject, P_Link link, int value) {
        TripleCursor cursor = new TripleCursor(form.triples());
        int property = form.part(link.getNode());
        if (property == Terms.UNKNOWN) {
            cursor.openEmpty();
        } else {
            cursor.open(subject, property, value);
        }
        return cursor;
    }
}
