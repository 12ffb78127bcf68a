package org.w3id.urbis.loader.readform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.w3id.urbis.loader.statement.StatementOrder;
import org.w3id.urbis.loader.statement.Statements;

/**
 * Makes a read form of a dataset. Terms are numbered in an order of their own, so that equal content gives equal
 * files.
 */
public final class ReadFormBuilder {
    private final TermBytes form = new TermBytes(List.of());
    private final Ints graph = new Ints();
    private final Ints subject = new Ints();
    private final Ints property = new Ints();
    private final Ints value = new Ints();

    private ReadFormBuilder() {}

    /** Numbers one after the other, as many as come. */
    static final class Ints {
        private int[] values = new int[1024];
        private int count;

        void add(int next) {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count++] = next;
        }

        int get(int place) {
            return values[place];
        }

        int count() {
            return count;
        }

        int[] values() {
            return values;
        }
    }

    /**
     * Makes the file.
     *
     * @param dataset all that is to be in it, in named graphs; to be called within a transaction
     * @param file    not there yet
     * @throws UnreadableFormException if the dataset holds what has no place in a read form: terms that are triples, or
     *                                 more than the format can number
     */
    public static void write(DatasetGraph dataset, Path file) {
        Statements all = new Statements();
        dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> all.add(quad));
        write(all, StatementOrder.of(all), file, row -> {});
    }

    /**
     * Makes the file.
     *
     * @param all   all that is to be in it
     * @param order their order
     * @param file  not there yet
     * @param told  takes the number of each row, in the order of the file: by subject, property, value and graph
     * @throws UnreadableFormException if there is more than the format can number
     */
    public static void write(Statements all, StatementOrder order, Path file, IntConsumer told) {
        ReadFormBuilder builder = new ReadFormBuilder();
        int[] terms = numbered(all, order);
        builder.number(all, order, terms);
        try (FormFile.Writer out = new FormFile.Writer(file)) {
            builder.writeTerms(all, terms, out);
            TripleSorting.write(builder.graph, builder.subject, builder.property, builder.value, all.terms(), out)
                    .forEach(place -> told.accept(order.row(place)));
            int[] points = PointSorting.rows(
                    builder.graph, builder.subject, builder.property, builder.value, number -> all.term(terms[number]));
            out.ints(Section.POINTS, points, points.length);
            out.finish();
        } catch (IOException notWritten) {
            throw new UncheckedIOException("Cannot write " + file, notWritten);
        }
    }

    /** The terms in the order of their numbers: those that are numbers by value, then the others by text. */
    private static int[] numbered(Statements all, StatementOrder order) {
        record Numeric(Object value, int term) {}
        List<Numeric> numerics = new ArrayList<>();
        int[] others = new int[all.terms()];
        int count = 0;
        for (int place = 0; place < others.length; place++) {
            int term = order.term(place);
            Object value = NumericValues.of(all.term(term));
            if (value == null) {
                others[count++] = term;
            } else {
                numerics.add(new Numeric(value, term));
            }
        }
        numerics.sort(Comparator.comparing(Numeric::value, NumericValues.ORDER));
        return IntStream.concat(numerics.stream().mapToInt(Numeric::term), Arrays.stream(others, 0, count))
                .toArray();
    }

    private void number(Statements all, StatementOrder order, int[] terms) {
        int[] places = new int[terms.length];
        for (int place = 0; place < places.length; place++) {
            places[terms[place]] = place;
        }
        for (int place = 0; place < all.size(); place++) {
            int row = order.row(place);
            graph.add(places[all.graph(row)]);
            subject.add(places[all.subject(row)]);
            property.add(places[all.property(row)]);
            value.add(places[all.value(row)]);
        }
    }

    /** Terms are written twice, once to learn their lengths and hashes, for all of them are too much to be held. */
    private void writeTerms(Statements all, int[] terms, FormFile.Writer out) throws IOException {
        int count = terms.length;
        int[] at = new int[count + 1];
        TermSlots slots = new TermSlots(count);
        for (int place = 0; place < count; place++) {
            byte[] one = form.written(all.term(terms[place]));
            if (at[place] > Integer.MAX_VALUE - one.length) {
                throw new UnreadableFormException("Too much for a read form");
            }
            at[place + 1] = at[place] + one.length;
            slots.enter(TermBytes.hash(one), place);
        }
        out.ints(Section.TERM_AT, at, at.length);
        out.bytes(
                Section.TERM_BYTES,
                IntStream.range(0, count)
                        .mapToObj(place -> form.written(all.term(terms[place])))
                        .iterator(),
                at[count]);
        slots.write(out);
        form.writeDatatypes(out);
    }
}
