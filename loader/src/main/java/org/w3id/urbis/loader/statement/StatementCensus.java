package org.w3id.urbis.loader.statement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.apache.jena.graph.Node;

/** Counts statements that are held in memory. */
public final class StatementCensus implements Census {

    private final Statements all;

    /**
     * Counts some statements.
     *
     * @param all not to be changed meanwhile
     */
    public StatementCensus(Statements all) {
        this.all = all;
    }

    @Override
    public int terms() {
        return all.terms();
    }

    @Override
    public Node term(int number) {
        return all.term(number);
    }

    @Override
    public int number(Node term) {
        return all.part(term);
    }

    @Override
    public Map<Node, Integer> graphs() {
        Map<Node, Integer> sizes = new HashMap<>();
        all.names().forEach(graph -> sizes.put(graph, all.size(graph)));
        return sizes;
    }

    @Override
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

    @Override
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

    /** How many have a value, and which comes first. */
    private static final class Members {
        private int count;
        private String first;

        void add(String iri) {
            count++;
            first = first == null || iri.compareTo(first) < 0 ? iri : first;
        }
    }

    @Override
    public List<Holders> holders(Node property) {
        Map<Integer, Members> members = new HashMap<>();
        each(property, (subject, value) -> {
            Node one = all.term(subject);
            if (one.isURI()) {
                members.computeIfAbsent(value, any -> new Members()).add(one.getURI());
            }
        });
        return members.entrySet().stream()
                .map(each -> new Holders(each.getKey(), each.getValue().count, each.getValue().first))
                .toList();
    }

    @Override
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

    @Override
    public void eachByGraph(Node property, Placed told) {
        int number = all.part(property);
        if (number >= 0) {
            Statements.Rows rows = all.find(Statements.EACH, Statements.ANY, number, Statements.ANY);
            for (int row = rows.next(); row >= 0; row = rows.next()) {
                told.take(all.graph(row), all.subject(row), all.value(row));
            }
        }
    }

    @Override
    public void about(int subject, IntConsumer told) {
        Statements.Rows rows = all.find(Statements.ANY, subject, Statements.ANY, Statements.ANY);
        for (int row = rows.next(); row >= 0; row = rows.next()) {
            told.accept(all.property(row));
        }
    }

    @Override
    public IntPredicate beginning(String text) {
        return number -> Census.begins(all.term(number), text);
    }
}
