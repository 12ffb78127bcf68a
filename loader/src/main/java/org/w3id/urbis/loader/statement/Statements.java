package org.w3id.urbis.loader.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * Statements in named graphs, which can be added and found and never taken out.
 *
 * <p>A statement is a row of four numbers, chained to the rows before it that have the same subject, property, value or
 * graph. About thirty bytes each, and the text of each term once. One thread adds; any number may read while none does.
 */
public final class Statements {

    /** Stands for any term; of a graph, for the merge of all. */
    static final int ANY = -1;

    /** Stands for each graph by itself. */
    static final int EACH = -3;

    /** Stands for no row. */
    static final int NONE = -1;

    final TermNumbers terms = new TermNumbers();
    private final Column subjects = new Column();
    private final Column properties = new Column();
    private final Column values = new Column();
    private final Column graphs = new Column();
    /** For each row, a bit: whether a row before it says the same in another graph. */
    private final Numbers repeated = new Numbers();

    private int rows;
    private int triples;

    /** Makes none. */
    public Statements() {
        // They are added.
    }

    /**
     * Adds a statement.
     *
     * @param quad a statement in a named graph
     * @return whether it was not there before
     * @throws TooManyStatementsException if it cannot be numbered
     */
    public boolean add(Quad quad) {
        return add(
                terms.add(quad.getGraph()),
                terms.add(quad.getSubject()),
                terms.add(quad.getPredicate()),
                terms.add(quad.getObject()));
    }

    /** Adds a statement by the numbers of its terms. */
    boolean add(int graph, int subject, int property, int value) {
        boolean again = false;
        Rows same = find(EACH, subject, property, value);
        for (int row = same.next(); row >= 0; row = same.next()) {
            if (graph(row) == graph) {
                return false;
            }
            again = true;
        }
        append(graph, subject, property, value, again);
        return true;
    }

    /**
     * The number of a term, which gets one if it has none. It is to become part of a statement.
     *
     * @param term any term
     * @return its number
     */
    public int number(Node term) {
        return terms.add(term);
    }

    /**
     * Adds a statement that is known not to be there, by the numbers of its terms.
     *
     * @param graph    the number of its graph
     * @param subject  the number of its subject
     * @param property the number of its property
     * @param value    the number of its value
     * @param again    whether another graph says the same
     * @throws TooManyStatementsException if it cannot be numbered
     */
    public void append(int graph, int subject, int property, int value, boolean again) {
        if (rows == Integer.MAX_VALUE) {
            throw new TooManyStatementsException("There are more than two thousand million statements");
        }
        subjects.add(subject);
        properties.add(property);
        values.add(value);
        graphs.add(graph);
        if ((rows & 31) == 0) {
            repeated.add(0);
        }
        if (again) {
            repeated.set(rows >>> 5, repeated.get(rows >>> 5) | 1 << (rows & 31));
        } else {
            triples++;
        }
        rows++;
    }

    /** The number of the subject of a statement. */
    public int subject(int row) {
        return subjects.terms.get(row);
    }

    /** The number of the property of a statement. */
    public int property(int row) {
        return properties.terms.get(row);
    }

    /** The number of the value of a statement. */
    public int value(int row) {
        return values.terms.get(row);
    }

    /** The number of the graph of a statement. */
    public int graph(int row) {
        return graphs.terms.get(row);
    }

    /** Whether a statement before this one says the same in another graph. */
    boolean isRepeated(int row) {
        return (repeated.get(row >>> 5) & 1 << (row & 31)) != 0;
    }

    /** How many statements there are, each counted once for each graph; they are numbered from 0. */
    public int size() {
        return rows;
    }

    /** How many there are without regard to graphs. */
    int triples() {
        return triples;
    }

    /**
     * Counts the statements of a graph.
     *
     * @param graph its name
     * @return how many there are, 0 if there is no such graph
     */
    public int size(Node graph) {
        int number = terms.of(graph);
        return number < 0 ? 0 : graphs.count(number);
    }

    /** How many terms there are; they are numbered from 0. */
    public int terms() {
        return terms.count();
    }

    /** The term of a number. */
    public Node term(int number) {
        return terms.term(number);
    }

    /** The text of a term as N-Quads has it, in UTF-8. */
    public byte[] text(int number) {
        return terms.text(number);
    }

    /** The graphs that hold something, by number. */
    int[] graphs() {
        return graphs.used();
    }

    /** The properties that say something, by number. */
    public int[] properties() {
        return properties.used();
    }

    /** The number of a part of a pattern: {@link #ANY}, or {@link TermNumbers#UNKNOWN}. */
    int part(Node term) {
        return term == null || !term.isConcrete() ? ANY : terms.of(term);
    }

    /** Rows that match, each part a number or {@link #ANY}; those that repeat another are left out where any graph will do. */
    Rows find(int graph, int subject, int property, int value) {
        if (graph == TermNumbers.UNKNOWN
                || subject == TermNumbers.UNKNOWN
                || property == TermNumbers.UNKNOWN
                || value == TermNumbers.UNKNOWN) {
            return new Rows(null, NONE, ANY, ANY, ANY, ANY);
        }
        Column shortest = null;
        int first = rows - 1;
        int fewest = rows;
        int[] parts = {subject, value, property, graph};
        Column[] columns = {subjects, values, properties, graphs};
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] >= 0 && columns[i].count(parts[i]) < fewest) {
                shortest = columns[i];
                fewest = columns[i].count(parts[i]);
                first = columns[i].last(parts[i]);
            }
        }
        return new Rows(shortest, fewest == 0 ? NONE : first, graph, subject, property, value);
    }

    /** Walks over rows that match, the last one first. */
    final class Rows {
        private final Column chain;
        private final int graph;
        private final int subject;
        private final int property;
        private final int value;
        private int at;

        private Rows(Column chain, int first, int graph, int subject, int property, int value) {
            this.chain = chain;
            this.at = first;
            this.graph = graph;
            this.subject = subject;
            this.property = property;
            this.value = value;
        }

        /** The next row, or a negative number if there is none. */
        int next() {
            while (at >= 0) {
                int row = at;
                at = chain == null ? row - 1 : chain.previous.get(row);
                if ((subject == ANY || subject(row) == subject)
                        && (property == ANY || property(row) == property)
                        && (value == ANY || value(row) == value)
                        && (graph == EACH || (graph == ANY ? !isRepeated(row) : graph(row) == graph))) {
                    return row;
                }
            }
            return NONE;
        }
    }

    /**
     * Returns a statement.
     *
     * @param row its number, from 0
     * @return the statement with its graph
     */
    public Quad quad(int row) {
        return Quad.create(term(graph(row)), term(subject(row)), term(property(row)), term(value(row)));
    }

    /**
     * Lists the statements.
     *
     * @return all of them, in the order in which they were added
     */
    public Stream<Quad> quads() {
        return IntStream.range(0, rows).mapToObj(this::quad);
    }

    /**
     * Shows them as a dataset to query.
     *
     * @return the named graphs, and their merge as the default graph; it shows what is added later too
     */
    public DatasetGraph dataset() {
        return new StatementDataset(this);
    }

    /**
     * Shows all graphs as one.
     *
     * @return the merge of all named graphs; it shows what is added later too
     */
    public Graph merged() {
        return new StatementGraph(this, null);
    }

    /**
     * Lists the graphs that hold something.
     *
     * @return their names, in the order in which they were first met
     */
    public List<Node> names() {
        List<Node> names = new ArrayList<>();
        for (int number : graphs()) {
            names.add(term(number));
        }
        return names;
    }
}
