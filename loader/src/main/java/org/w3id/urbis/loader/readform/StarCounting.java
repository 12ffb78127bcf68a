package org.w3id.urbis.loader.readform;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Counts things by their values without making a row of each: those that meet the fixed statements are marked once, and for
 * each value the things that have it stand side by side in the read form.
 */
final class StarCounting {

    private final ReadForm form;
    private final StarCount count;
    private final ExecutionContext context;
    private final int property;
    private final Map<Integer, Integer> sizes = new HashMap<>();
    private BitSet marked;

    StarCounting(ReadForm form, StarCount count, ExecutionContext context) {
        this.form = form;
        this.count = count;
        this.context = context;
        this.property = form.terms().number(count.link().getPredicate());
    }

    /** The values of one group; one that comes in several rows comes several times. */
    private static final class Group {
        private final List<Integer> values = new ArrayList<>();
        private Binding row;
    }

    /**
     * The groups with what is counted.
     *
     * @param rows what the rest gives; null if there is no rest, and each value makes a row
     */
    List<Binding> groups(QueryIterator rows) {
        if (property < 0 || !mark()) {
            if (rows != null) {
                rows.close();
            }
            return List.of();
        }
        Map<List<Integer>, Group> groups = new LinkedHashMap<>();
        Var value = Var.alloc(count.link().getObject());
        if (rows == null) {
            values().forEach(number -> {
                Binding row = new IdBinding(Binding.noParent, form, new Var[] {value}, new int[] {number});
                take(groups, row, number);
            });
        } else {
            rows.forEachRemaining(row -> take(groups, row, IdBinding.number(row, value, form)));
        }
        return groups.values().stream().map(this::counted).toList();
    }

    private void take(Map<List<Integer>, Group> groups, Binding row, int value) {
        if (value < 0 || size(value) == 0) {
            return;
        }
        List<Integer> key = count.groups().stream()
                .map(variable -> IdBinding.number(row, variable, form))
                .toList();
        Group group = groups.computeIfAbsent(key, any -> new Group());
        group.row = row;
        group.values.add(value);
    }

    private Binding counted(Group group) {
        BindingBuilder row = Binding.builder();
        for (Var variable : count.groups()) {
            row.add(variable, group.row.get(variable));
        }
        for (ExprAggregator each : count.aggregates()) {
            boolean once = StarCount.isDistinct(each.getAggregator());
            row.add(
                    each.getVar(),
                    NodeValue.makeInteger(once ? things(group) : rows(group)).asNode());
        }
        return row.build();
    }

    private long rows(Group group) {
        return group.values.stream().mapToLong(this::size).sum();
    }

    private long things(Group group) {
        List<Integer> values = group.values.stream().distinct().toList();
        if (values.size() == 1) {
            return size(values.getFirst());
        }
        BitSet all = new BitSet(form.terms().count());
        for (int value : values) {
            TripleCursor cursor = open(Triples.ANY, property, value);
            while (cursor.next()) {
                if (isMarked(cursor.subject())) {
                    all.set(cursor.subject());
                }
            }
        }
        return all.cardinality();
    }

    /** How many of the marked things have a value. */
    private int size(int value) {
        return sizes.computeIfAbsent(value, any -> {
            TripleCursor cursor = open(Triples.ANY, property, value);
            if (marked == null) {
                return cursor.left();
            }
            int size = 0;
            while (cursor.next()) {
                size += marked.get(cursor.subject()) ? 1 : 0;
            }
            return size;
        });
    }

    private boolean isMarked(int thing) {
        return marked == null || marked.get(thing);
    }

    private TripleCursor open(int subject, int property, int value) {
        if (context.getCancelSignal() != null && context.getCancelSignal().get()) {
            throw new QueryCancelledException();
        }
        TripleCursor cursor = new TripleCursor(form.triples());
        cursor.open(subject, property, value);
        return cursor;
    }

    /** Marks what meets the fixed statements; false if nothing can. */
    private boolean mark() {
        for (Triple fixed : count.fixed()) {
            int fixedProperty = form.terms().number(fixed.getPredicate());
            int fixedValue = form.terms().number(fixed.getObject());
            if (fixedProperty < 0 || fixedValue < 0) {
                return false;
            }
            BitSet these = new BitSet(form.terms().count());
            TripleCursor cursor = open(Triples.ANY, fixedProperty, fixedValue);
            while (cursor.next()) {
                these.set(cursor.subject());
            }
            if (marked == null) {
                marked = these;
            } else {
                marked.and(these);
            }
        }
        return true;
    }

    /** All values of the property. */
    private List<Integer> values() {
        List<Integer> values = new ArrayList<>();
        TripleCursor cursor = open(Triples.ANY, property, Triples.ANY);
        int last = -1;
        while (cursor.next()) {
            if (cursor.value() != last) {
                last = cursor.value();
                values.add(last);
            }
        }
        return values;
    }
}
