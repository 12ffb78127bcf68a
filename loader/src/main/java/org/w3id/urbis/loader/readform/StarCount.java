package org.w3id.urbis.loader.readform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.Vars;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/**
 * A question of how many things have each value, such as {@code SELECT ?region (COUNT(?city) AS ?n) { ?city a :City ; :isWithin
 * ?region . ?region a :Region } GROUP BY ?region}: what is counted stands in statements with a known value and in one whose
 * value leads on, and nowhere else.
 *
 * @param counted    the variable that is counted
 * @param fixed      the statements about it with a known value
 * @param link       the one whose value is a variable
 * @param rest       patterns and conditions that do not speak of what is counted but of that value; null if there are none
 * @param groups     variables of the rest, or that value
 * @param aggregates counts
 */
record StarCount(
        Var counted, List<Triple> fixed, Triple link, Op rest, List<Var> groups, List<ExprAggregator> aggregates) {

    /** What a query looks for: patterns in one and the same graph, and conditions. */
    private static final class Parts {
        private final List<Triple> triples = new ArrayList<>();
        private final ExprList conditions = new ExprList();
        private boolean plain = true;

        void add(Op op) {
            switch (op) {
                case OpBGP patterns -> triples.addAll(patterns.getPattern().getList());
                case OpQuadPattern quads
                when Quad.isUnionGraph(quads.getGraphNode()) ->
                    triples.addAll(quads.getBasicPattern().getList());
                case OpFilter filter -> {
                    conditions.addAll(filter.getExprs());
                    add(filter.getSubOp());
                }
                case OpSequence sequence -> sequence.getElements().forEach(this::add);
                default -> plain = false;
            }
        }
    }

    /** Reads a grouping; empty if it is no such question. */
    static Optional<StarCount> of(OpGroup group) {
        Optional<Var> counted = counted(group);
        if (counted.isEmpty()
                || group.getGroupVars().isEmpty()
                || !group.getGroupVars().getExprs().isEmpty()) {
            return Optional.empty();
        }
        Parts parts = new Parts();
        parts.add(group.getSubOp());
        return parts.plain ? of(group, counted.get(), parts) : Optional.empty();
    }

    private static Optional<StarCount> of(OpGroup group, Var counted, Parts parts) {
        List<Triple> fixed = new ArrayList<>();
        List<Triple> rest = new ArrayList<>();
        Triple link = null;
        for (Triple triple : parts.triples) {
            if (!mentions(triple, counted)) {
                rest.add(triple);
            } else if (!triple.getSubject().equals(counted)
                    || !triple.getPredicate().isURI()
                    || triple.getObject().equals(counted)
                    || triple.getObject().isTripleTerm()) {
                return Optional.empty();
            } else if (triple.getObject().isConcrete()) {
                fixed.add(triple);
            } else if (link == null && Var.isVar(triple.getObject())) {
                link = triple;
            } else {
                return Optional.empty();
            }
        }
        if (link == null) {
            return Optional.empty();
        }
        Set<Var> others = new HashSet<>();
        others.add(Var.alloc(link.getObject()));
        rest.forEach(triple -> Vars.addVarsFromTriple(others, triple));
        Node value = link.getObject();
        boolean leadsOn =
                rest.isEmpty() ? parts.conditions.isEmpty() : rest.stream().anyMatch(triple -> mentions(triple, value));
        return leadsOn
                        && others.containsAll(group.getGroupVars().getVars())
                        && parts.conditions.getList().stream().allMatch(condition -> suits(condition, others))
                ? Optional.of(new StarCount(
                        counted,
                        fixed,
                        link,
                        op(rest, parts.conditions),
                        group.getGroupVars().getVars(),
                        group.getAggregators()))
                : Optional.empty();
    }

    private static boolean suits(Expr condition, Set<Var> known) {
        return !(condition instanceof ExprFunctionOp)
                && condition.getVarsMentioned().stream().allMatch(known::contains);
    }

    private static Op op(List<Triple> rest, ExprList conditions) {
        if (rest.isEmpty()) {
            return null;
        }
        BasicPattern pattern = new BasicPattern();
        rest.forEach(pattern::add);
        Op quads = new OpQuadPattern(Quad.unionGraph, pattern);
        return conditions.isEmpty() ? quads : OpFilter.filterBy(conditions, quads);
    }

    private static boolean mentions(Triple triple, Node variable) {
        return triple.getSubject().equals(variable)
                || triple.getPredicate().equals(variable)
                || triple.getObject().equals(variable);
    }

    /** The variable that all aggregates count; empty if there is another aggregate. */
    private static Optional<Var> counted(OpGroup group) {
        Var counted = null;
        for (ExprAggregator each : group.getAggregators()) {
            Var one = counted(each.getAggregator());
            if (one == null || counted != null && !counted.equals(one)) {
                return Optional.empty();
            }
            counted = one;
        }
        return Optional.ofNullable(counted);
    }

    private static Var counted(Aggregator aggregator) {
        boolean counts = aggregator instanceof AggCountVar || aggregator instanceof AggCountVarDistinct;
        Expr what = counts ? aggregator.getExprList().get(0) : null;
        return what != null && what.isVariable() ? what.asVar() : null;
    }

    /** Whether an aggregate counts each thing once. */
    static boolean isDistinct(Aggregator aggregator) {
        return aggregator instanceof AggCountVarDistinct;
    }
}
