package org.w3id.urbis.loader.readform;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/** Terms of a read form in some order, kept by their numbers, so that a long list takes little memory. */
public final class TermList extends AbstractList<Node> implements RandomAccess {
    private final Terms terms;
    private final int[] numbers;

    private TermList(Terms terms, int[] numbers) {
        this.terms = terms;
        this.numbers = numbers;
    }

    /**
     * The same list in little memory.
     *
     * @param dataset what the terms come from
     * @param list    terms
     * @return an unmodifiable list of the same terms; kept by their numbers if the dataset is a read form that has them all
     */
    public static List<Node> of(DatasetGraph dataset, List<Node> list) {
        if (!(dataset instanceof ReadFormDataset read)) {
            return List.copyOf(list);
        }
        Terms terms = read.form().terms();
        int[] numbers = new int[list.size()];
        int at = 0;
        for (Node term : list) {
            numbers[at] = terms.number(term);
            if (numbers[at++] == Terms.UNKNOWN) {
                return List.copyOf(list);
            }
        }
        return new TermList(terms, numbers);
    }

    /** The numbers of the terms, in order; not to be changed. */
    int[] numbers() {
        return numbers;
    }

    @Override
    public Node get(int index) {
        return terms.term(numbers[index]);
    }

    @Override
    public int size() {
        return numbers.length;
    }
}
