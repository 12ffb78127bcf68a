package org.w3id.urbis.loader.readform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;

/**
 * Decides in which order triple patterns are looked for: each time the one that is expected to match least often, given
 * what is known by then.
 */
final class PatternOrder {
    /** How much a pattern that shares nothing with those before is put off: it multiplies all their rows. */
    private static final double UNRELATED = 1e9;

    /** Fewer statements are gone through faster than bounds are worked out. */
    static final int WORTH_A_RANGE = 200;

    /** What values that are known by then may leave of a number, at a guess. */
    private static final double SHARE_IN_ROW = 0.1;

    private PatternOrder() {}

    /**
     * Orders patterns.
     *
     * @param known  variables that have values already
     * @param ranges what is asked of the values of others
     */
    static BasicPattern of(ReadForm form, BasicPattern pattern, Set<Var> known, ValueRanges ranges) {
        Set<Node> met = new HashSet<>(known);
        List<Triple> left = new ArrayList<>(pattern.getList());
        BasicPattern ordered = new BasicPattern();
        while (!left.isEmpty()) {
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < left.size(); i++) {
                double matches = matches(form, left.get(i), met, ordered.isEmpty() && known.isEmpty());
                matches *= matches > WORTH_A_RANGE ? share(form, left.get(i), ranges, met) : 1;
                if (matches < least) {
                    least = matches;
                    best = i;
                }
            }
            Triple next = left.remove(best);
            ordered.add(next);
            parts(next).forEach(met::add);
        }
        return ordered;
    }

    private static List<Node> parts(Triple triple) {
        return List.of(triple.getSubject(), triple.getPredicate(), triple.getObject());
    }

    private static double share(ReadForm form, Triple triple, ValueRanges ranges, Set<Node> met) {
        if (ranges == ValueRanges.NONE
                || !Var.isVar(triple.getObject())
                || !triple.getPredicate().isConcrete()) {
            return 1;
        }
        Var value = Var.alloc(triple.getObject());
        return ranges.share(form.terms().number(triple.getPredicate()), value)
                * (ranges.relate(value, met) ? SHARE_IN_ROW : 1);
    }

    private static double matches(ReadForm form, Triple triple, Set<Node> met, boolean first) {
        int[] numbers = new int[3];
        boolean[] known = new boolean[3];
        boolean related = first;
        boolean anyVariable = false;
        List<Node> parts = parts(triple);
        for (int i = 0; i < 3; i++) {
            boolean variable = Var.isVar(parts.get(i));
            numbers[i] = variable ? Triples.ANY : form.terms().number(parts.get(i));
            known[i] = variable && met.contains(parts.get(i));
            anyVariable |= variable;
            related |= known[i];
            if (numbers[i] == Terms.UNKNOWN) {
                return 0;
            }
        }
        double matches = form.frequencies().matches(numbers[0], known[0], numbers[1], known[1], numbers[2], known[2]);
        return related || !anyVariable ? matches : UNRELATED + matches;
    }
}
