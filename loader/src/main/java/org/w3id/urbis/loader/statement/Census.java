package org.w3id.urbis.loader.statement;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.apache.jena.graph.Node;

/**
 * Counts statements by the numbers of their terms: no row of an answer is held. What stands in several graphs counts once, as
 * in the merge of all of them. The statements are not to be changed meanwhile.
 */
public interface Census {

    /**
     * What there is without regard to graphs.
     *
     * @param triples    different statements
     * @param subjects   different subjects
     * @param values     different values
     * @param properties different properties
     */
    record Whole(int triples, int subjects, int values, int properties) {}

    /**
     * How much a property says.
     *
     * @param number   the number of its term
     * @param triples  different statements
     * @param subjects different subjects
     * @param values   different values
     */
    record Property(int number, int triples, int subjects, int values) {}

    /**
     * What has a value of some property.
     *
     * @param value the number of the value
     * @param count how many subjects have it
     * @param first the IRI of the one that comes first in the order of strings
     */
    record Holders(int value, int count, String first) {}

    /** Is told of a statement. */
    @FunctionalInterface
    interface Pair {
        /**
         * Takes it.
         *
         * @param subject the number of its subject
         * @param value   the number of its value
         */
        void take(int subject, int value);
    }

    /** Is told of a statement in a graph. */
    @FunctionalInterface
    interface Placed {
        /**
         * Takes it.
         *
         * @param graph   the number of the name of the graph
         * @param subject the number of its subject
         * @param value   the number of its value
         */
        void take(int graph, int subject, int value);
    }

    /**
     * How many terms there are.
     *
     * @return above all numbers of terms, which begin at 0; not every one of them need be in a statement
     */
    int terms();

    /**
     * The term of a number.
     *
     * @param number the number
     * @return the term
     */
    Node term(int number);

    /**
     * The number of a term.
     *
     * @param term any term
     * @return its number, negative if no statement has it
     */
    int number(Node term);

    /**
     * Counts the statements of each graph.
     *
     * @return how many there are, by the names of the graphs that hold something
     */
    Map<Node, Integer> graphs();

    /**
     * Counts all there is.
     *
     * @return the figures
     */
    Whole whole();

    /**
     * Counts what each property says.
     *
     * @return the properties that say anything
     */
    List<Property> properties();

    /**
     * Counts for each value of a property what has it.
     *
     * @param property any term; only IRIs that have it count
     * @return the values that something has
     */
    List<Holders> holders(Node property);

    /**
     * Goes through what a property says, in no particular order.
     *
     * @param property any term
     * @param told     is told of each different statement
     */
    void each(Node property, Pair told);

    /**
     * Goes through what each graph says with a property, in no particular order.
     *
     * @param property any term
     * @param told     is told of each statement of each graph
     */
    void eachByGraph(Node property, Placed told);

    /**
     * Goes through what is said of a subject.
     *
     * @param subject the number of its term
     * @param told    is told of the property of each different statement, by number
     */
    void about(int subject, IntConsumer told);

    /**
     * Tells terms by their beginning.
     *
     * @param text what the IRI, or the text of the literal, is to begin with: ASCII
     * @return whether that of a term does, by its number
     */
    IntPredicate beginning(String text);

    /**
     * Finds what has a property.
     *
     * @param property any term
     * @param value    whether a value counts, by number
     * @return the numbers of the subjects with such a value
     */
    default BitSet subjects(Node property, IntPredicate value) {
        BitSet subjects = new BitSet(terms());
        each(property, (subject, object) -> {
            if (!subjects.get(subject) && value.test(object)) {
                subjects.set(subject);
            }
        });
        return subjects;
    }

    /**
     * What STR gives for a term.
     *
     * @param term any term
     * @param text a text
     * @return whether that begins with the text; false where STR gives an error
     */
    static boolean begins(Node term, String text) {
        return term.isURI()
                ? term.getURI().startsWith(text)
                : term.isLiteral() && term.getLiteralLexicalForm().startsWith(text);
    }
}
