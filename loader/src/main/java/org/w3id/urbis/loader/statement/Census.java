package org.w3id.urbis.loader.statement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.apache.jena.graph.Node;

/**
 * Counts statements by their numbers: no term is read and no row of an answer held. What stands in several graphs counts
 * once, as in the merge of all of them.
 */
public final class Census {

    private final Statements all;

    /**
     * Counts some statements.
     *
     * @param all not to be changed meanwhile
     */
    public Census(Statements all) {
        this.all = all;
    }

    /**
     * What there is without regard to graphs.
     *
     * @param triples    different statements
     * @param subjects   different subjects
     * @param values     different values
     * @param properties different properties
     */
    public record Whole(int triples, int subjects, int values, int properties) {}

    /**
     * How much a property says.
     *
     * @param number   the number of its term
     * @param triples  different statements
     * @param subjects different subjects
     * @param values   different values
     */
    public record Property(int number, int triples, int subjects, int values) {}

    /** Is told of a statement. */
    @FunctionalInterface
    public interface Pair {
        /**
         * Takes it.
         *
         * @param subject the number of its subject
         * @param value   the number of its value
         */
        void take(int subject, int value);
    }

    /**
     * Counts all there is.
     *
     * @return the figures
     */
    public Whole whole() {
        BitSet subjects = new BitSet(all.terms());
        BitSet values = new BitSet(all.terms());
        BitSet properties = new BitSet(all.terms());
        for (int row = 0; row < all.size(); row++) {
            subjects.set(all.subject(row));
            values.set(all.value(row));
            properties.set(all.property(row));
        }
        return new Whole(all.triples(), subjects.cardinality(), values.cardinality(), properties.cardinality());
    }

    /**
     * Counts what each property says.
     *
     * @return the properties that say anything
     */
    public List<Property> properties() {
        List<Property> counted = new ArrayList<>();
        // For each term the last property that was seen to have it.
        int[] ofSubject = unseen();
        int[] ofValue = unseen();
        for (int property : all.properties()) {
            int[] counts = new int[3];
            each(property, (subject, value) -> {
                counts[0]++;
                counts[1] += ofSubject[subject] == property ? 0 : 1;
                counts[2] += ofValue[value] == property ? 0 : 1;
                ofSubject[subject] = property;
                ofValue[value] = property;
            });
            counted.add(new Property(property, counts[0], counts[1], counts[2]));
        }
        return counted;
    }

    private int[] unseen() {
        int[] marks = new int[all.terms()];
        Arrays.fill(marks, -1);
        return marks;
    }

    /**
     * Goes through what a property says, in no particular order.
     *
     * @param property any term
     * @param told     is told of each different statement
     */
    public void each(Node property, Pair told) {
        int number = all.part(property);
        if (number >= 0) {
            each(number, told);
        }
    }

    private void each(int property, Pair told) {
        Statements.Rows rows = all.find(Statements.ANY, Statements.ANY, property, Statements.ANY);
        for (int row = rows.next(); row >= 0; row = rows.next()) {
            told.take(all.subject(row), all.value(row));
        }
    }

    /**
     * Goes through what one graph says with a property, in no particular order.
     *
     * @param graph    the number of its name
     * @param property any term
     * @param told     is told of each statement
     */
    public void inGraph(int graph, Node property, Pair told) {
        int number = all.part(property);
        if (number >= 0) {
            Statements.Rows rows = all.find(graph, Statements.ANY, number, Statements.ANY);
            for (int row = rows.next(); row >= 0; row = rows.next()) {
                told.take(all.subject(row), all.value(row));
            }
        }
    }

    /**
     * Goes through what is said of a subject.
     *
     * @param subject the number of its term
     * @param told    is told of the property of each different statement, by number
     */
    public void about(int subject, IntConsumer told) {
        Statements.Rows rows = all.find(Statements.ANY, subject, Statements.ANY, Statements.ANY);
        for (int row = rows.next(); row >= 0; row = rows.next()) {
            told.accept(all.property(row));
        }
    }

    /**
     * Finds what has a property.
     *
     * @param property any term
     * @param value    whether a value counts, by number
     * @return the numbers of the subjects with such a value
     */
    public BitSet subjects(Node property, IntPredicate value) {
        BitSet subjects = new BitSet(all.terms());
        each(property, (subject, object) -> {
            if (!subjects.get(subject) && value.test(object)) {
                subjects.set(subject);
            }
        });
        return subjects;
    }

    /**
     * The number of a term.
     *
     * @param term any term
     * @return its number, negative if no statement has it
     */
    public int number(Node term) {
        return all.part(term);
    }
}
