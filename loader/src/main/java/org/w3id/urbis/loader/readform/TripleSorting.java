package org.w3id.urbis.loader.readform;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Sorts statements every way they are looked for, by counting, and writes them so. */
final class TripleSorting {
    private final int terms;
    /** Parts of the triples, each triple once, sorted by subject, property, value. */
    private final int[] subject;

    private final int[] property;
    private final int[] value;

    private TripleSorting(int terms, int[] subject, int[] property, int[] value) {
        this.terms = terms;
        this.subject = subject;
        this.property = property;
        this.value = value;
    }

    /**
     * Writes all sections on triples.
     *
     * @param terms how many terms there are
     * @return the places of the statements in the order in which they were written, by subject, property, value and graph
     */
    static IntStream write(
            ReadFormBuilder.Ints graph,
            ReadFormBuilder.Ints subject,
            ReadFormBuilder.Ints property,
            ReadFormBuilder.Ints value,
            int terms,
            FormFile.Writer out)
            throws IOException {
        int quads = graph.count();
        int[] order = new int[quads];
        Arrays.setAll(order, place -> place);
        for (ReadFormBuilder.Ints part : new ReadFormBuilder.Ints[] {graph, value, property, subject}) {
            order = sorted(order, part.values(), terms);
        }
        int[] tripleOf = new int[quads];
        int triples = 0;
        for (int i = 0; i < quads; i++) {
            boolean same = i > 0
                    && subject.get(order[i]) == subject.get(order[i - 1])
                    && property.get(order[i]) == property.get(order[i - 1])
                    && value.get(order[i]) == value.get(order[i - 1]);
            triples += same ? 0 : 1;
            tripleOf[i] = triples - 1;
        }
        int[] s = new int[triples];
        int[] p = new int[triples];
        int[] v = new int[triples];
        int[] graphs = new int[quads];
        for (int i = 0; i < quads; i++) {
            s[tripleOf[i]] = subject.get(order[i]);
            p[tripleOf[i]] = property.get(order[i]);
            v[tripleOf[i]] = value.get(order[i]);
            graphs[i] = graph.get(order[i]);
        }
        TripleSorting sorting = new TripleSorting(terms, s, p, v);
        sorting.writeTriples(out);
        writeGraphs(out, tripleOf, graphs, triples, terms);
        sorting.writeProperties(out);
        return Arrays.stream(order);
    }

    /** Sorts places by what stands there, keeping the order of those that are alike. */
    private static int[] sorted(int[] places, int[] keys, int most) {
        int[] begin = new int[most + 1];
        for (int place : places) {
            begin[keys[place] + 1]++;
        }
        for (int key = 0; key < most; key++) {
            begin[key + 1] += begin[key];
        }
        int[] result = new int[places.length];
        for (int place : places) {
            result[begin[keys[place]]++] = place;
        }
        return result;
    }

    /** For each key from 0 where those with it begin, and where the last ones end. */
    private static int[] begins(int[] keys, int most) {
        int[] begins = new int[most + 1];
        for (int key : keys) {
            begins[key + 1]++;
        }
        for (int key = 0; key < most; key++) {
            begins[key + 1] += begins[key];
        }
        return begins;
    }

    private void writeTriples(FormFile.Writer out) throws IOException {
        int count = subject.length;
        int[] places = new int[count];
        Arrays.setAll(places, place -> place);
        out.ints(Section.SUBJECT_AT, begins(subject, terms), terms + 1);
        out.ints(Section.BY_SUBJECT, rows(places, property, value), 2 * count);
        // Sorted by subject first already, which stays the order of those that are alike in all else.
        int[] byValue = sorted(places, value, terms);
        int[] byProperty = sorted(byValue, property, terms);
        out.ints(Section.PROPERTY_AT, begins(property, terms), terms + 1);
        out.ints(Section.BY_PROPERTY, rows(byProperty, value, subject, places), 3 * count);
        out.ints(Section.VALUE_AT, begins(value, terms), terms + 1);
        out.ints(Section.BY_VALUE, rows(byValue, subject, property, places), 3 * count);
    }

    private static int[] rows(int[] order, int[]... columns) {
        int[] rows = new int[order.length * columns.length];
        int at = 0;
        for (int place : order) {
            for (int[] column : columns) {
                rows[at++] = column[place];
            }
        }
        return rows;
    }

    private static void writeGraphs(FormFile.Writer out, int[] tripleOf, int[] graphs, int triples, int terms)
            throws IOException {
        out.ints(Section.TRIPLE_GRAPHS_AT, begins(tripleOf, triples), triples + 1);
        out.ints(Section.TRIPLE_GRAPHS, graphs, graphs.length);
        int[] names = Arrays.stream(graphs).sorted().distinct().toArray();
        int[] placeOf = new int[terms];
        for (int place = 0; place < names.length; place++) {
            placeOf[names[place]] = place;
        }
        int[] places = Arrays.stream(graphs).map(graph -> placeOf[graph]).toArray();
        int[] order = new int[graphs.length];
        Arrays.setAll(order, place -> place);
        out.ints(Section.GRAPHS, names, names.length);
        out.ints(Section.GRAPH_TRIPLES_AT, begins(places, names.length), names.length + 1);
        out.ints(Section.GRAPH_TRIPLES, rows(sorted(order, places, names.length), tripleOf), graphs.length);
    }

    private void writeProperties(FormFile.Writer out) throws IOException {
        int[] subjects = new int[terms];
        int[] values = new int[terms];
        int[] places = new int[subject.length];
        Arrays.setAll(places, place -> place);
        countDistinct(sorted(places, property, terms), subject, subjects);
        countDistinct(sorted(sorted(places, value, terms), property, terms), value, values);
        int[] used = Arrays.stream(property).sorted().distinct().toArray();
        int[] rows = Arrays.stream(used)
                .flatMap(each -> Arrays.stream(new int[] {each, subjects[each], values[each]}))
                .toArray();
        out.ints(Section.PROPERTIES, rows, rows.length);
    }

    /** Counts for each property how many different numbers a column has, the triples being sorted by both. */
    private void countDistinct(int[] order, int[] column, int[] counts) {
        for (int i = 0; i < order.length; i++) {
            boolean same =
                    i > 0 && property[order[i]] == property[order[i - 1]] && column[order[i]] == column[order[i - 1]];
            counts[property[order[i]]] += same ? 0 : 1;
        }
    }
}
