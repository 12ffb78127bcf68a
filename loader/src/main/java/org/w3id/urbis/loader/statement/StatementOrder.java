package org.w3id.urbis.loader.statement;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.apache.jena.graph.Node;

/**
 * The statements in the order of their lines of N-Quads, by bytes.
 *
 * <p>No term's text begins with that of another but for literals, where what follows the shorter one, a space, sorts before
 * whatever makes the other longer. So it is enough to sort the terms, and then the statements by the places of their terms.
 */
public final class StatementOrder {

    private final int[] terms;
    private final int[] rows;

    private StatementOrder(int[] terms, int[] rows) {
        this.terms = terms;
        this.rows = rows;
    }

    /**
     * Sorts.
     *
     * @param statements not to be changed afterwards
     * @return their order
     */
    public static StatementOrder of(Statements statements) {
        int[] terms = sortedTerms(statements);
        int[] places = new int[terms.length];
        for (int place = 0; place < terms.length; place++) {
            places[terms[place]] = place;
        }
        int[] rows = natural(statements.size());
        rows = sorted(rows, row -> places[statements.graph(row)], terms.length);
        rows = sorted(rows, row -> places[statements.value(row)], terms.length);
        rows = sorted(rows, row -> places[statements.property(row)], terms.length);
        rows = sorted(rows, row -> places[statements.subject(row)], terms.length);
        return new StatementOrder(terms, rows);
    }

    private static int[] sortedTerms(Statements statements) {
        Term[] all = new Term[statements.terms()];
        Arrays.setAll(all, number -> new Term(statements.text(number), number));
        Arrays.parallelSort(all);
        int[] sorted = new int[all.length];
        Arrays.setAll(sorted, place -> all[place].number);
        return sorted;
    }

    private record Term(byte[] text, int number) implements Comparable<Term> {
        @Override
        public int compareTo(Term other) {
            return Arrays.compareUnsigned(text, other.text);
        }
    }

    /** What terms are sorted by, byte by byte without signs: their text as N-Quads has it, in UTF-8. */
    public static byte[] text(Node term) {
        return TermText.of(term);
    }

    /** The numbers from 0 below a limit. */
    public static int[] natural(int count) {
        int[] numbers = new int[count];
        Arrays.setAll(numbers, number -> number);
        return numbers;
    }

    /**
     * Sorts by counting, keeping the order of those that are alike.
     *
     * @param rows what is sorted
     * @param key  the key of each, from 0
     * @param keys how many keys there are
     * @return the same, sorted by their keys
     */
    public static int[] sorted(int[] rows, IntUnaryOperator key, int keys) {
        int[] begin = new int[keys + 1];
        for (int row : rows) {
            begin[key.applyAsInt(row) + 1]++;
        }
        for (int i = 0; i < keys; i++) {
            begin[i + 1] += begin[i];
        }
        int[] result = new int[rows.length];
        for (int row : rows) {
            result[begin[key.applyAsInt(row)]++] = row;
        }
        return result;
    }

    /** The number of the statement at a place, from 0. */
    public int row(int place) {
        return rows[place];
    }

    /** The number of the term at a place among all terms sorted by their text, from 0. */
    public int term(int place) {
        return terms[place];
    }
}
