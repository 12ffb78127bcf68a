package org.w3id.urbis.loader.readform;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.core.Var;
import org.w3id.urbis.loader.interval.ValueSet;

/**
 * What variables can be, since they are values of some properties: between the least and the greatest number that these have,
 * and no number only if a value of theirs is none. Nothing is taken for granted of latitudes or any other property.
 */
final class ValuesOfProperties {

    private ValuesOfProperties() {}

    /** The properties of which each variable is a value in all rows that an operator gives. */
    static Map<Var, Set<Node>> properties(Op op) {
        Map<Var, Set<Node>> properties = new HashMap<>();
        collect(op, properties);
        return properties;
    }

    private static void collect(Op op, Map<Var, Set<Node>> properties) {
        switch (op) {
            case OpBGP patterns -> collect(patterns.getPattern().getList(), properties);
            case OpQuadPattern quads -> collect(quads.getBasicPattern().getList(), properties);
            case OpFilter filter -> collect(filter.getSubOp(), properties);
            case OpExtend extend -> collect(extend.getSubOp(), properties);
            case OpSequence sequence -> sequence.getElements().forEach(each -> collect(each, properties));
            case OpConditional optional -> collect(optional.getLeft(), properties);
            case OpLeftJoin optional -> collect(optional.getLeft(), properties);
            case OpJoin both -> {
                collect(both.getLeft(), properties);
                collect(both.getRight(), properties);
            }
            default -> {
                // What others give is not known to be a value of anything.
            }
        }
    }

    private static void collect(List<Triple> triples, Map<Var, Set<Node>> properties) {
        for (Triple triple : triples) {
            if (Var.isVar(triple.getObject()) && triple.getPredicate().isURI()) {
                properties
                        .computeIfAbsent(Var.alloc(triple.getObject()), any -> new HashSet<>())
                        .add(triple.getPredicate());
            }
        }
    }

    /** What a value of all of some properties can be. */
    static ValueSet of(ReadForm form, Set<Node> properties) {
        ValueSet all = ValueSet.ANYTHING;
        for (Node property : properties) {
            all = all.and(of(form, form.terms().number(property)));
        }
        return all;
    }

    private static ValueSet of(ReadForm form, int property) {
        TripleCursor cursor = new TripleCursor(form.triples());
        if (property < 0) {
            return ValueSet.ANYTHING;
        }
        cursor.open(Triples.ANY, property, Triples.ANY);
        int all = cursor.left();
        cursor.narrowValues(0, form.terms().numerics());
        int numbers = cursor.left();
        Object least = numbers == 0 ? null : NumericValues.of(form.terms().term(cursor.valueAt(0)));
        Object greatest = numbers == 0 ? null : NumericValues.of(form.terms().term(cursor.valueAt(numbers - 1)));
        if (least == null || greatest == null) {
            return ValueSet.ANYTHING;
        }
        // NaN stands after all others.
        boolean nan = Double.isNaN(number(greatest));
        return new ValueSet(number(least), nan ? Double.POSITIVE_INFINITY : number(greatest), nan, numbers < all);
    }

    /** What is one value, known already. */
    static ValueSet set(Node value) {
        Object number = NumericValues.of(value);
        if (number == null) {
            return ValueSet.NO_NUMBER;
        }
        return Double.isNaN(number(number))
                ? new ValueSet(1, 0, true, false)
                : ValueSet.between(number(number), number(number));
    }

    private static double number(Object value) {
        return value instanceof BigDecimal decimal ? decimal.doubleValue() : (Double) value;
    }
}
