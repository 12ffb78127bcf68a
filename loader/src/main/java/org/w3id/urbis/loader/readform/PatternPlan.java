package org.w3id.urbis.loader.readform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;

/** Tells in which order the triple patterns of a query will be looked for, without asking it. */
public final class PatternPlan {
    private final ReadForm form;
    private final List<Triple> order = new ArrayList<>();

    private PatternPlan(ReadForm form) {
        this.form = form;
    }

    /**
     * The patterns in the order in which they are looked for.
     *
     * @param dataset what is asked; of any that is no read form the order is that of the query
     * @param op      the query as it has been rewritten for speed
     */
    public static List<Triple> of(DatasetGraph dataset, Op op) {
        PatternPlan plan = new PatternPlan(dataset instanceof ReadFormDataset read ? read.form() : null);
        plan.visit(op, Set.of(), ValueRanges.NONE);
        return List.copyOf(plan.order);
    }

    /**
     * Goes through operators as they are worked out.
     *
     * @param known variables that have values by then
     */
    private void visit(Op op, Set<Var> known, ValueRanges ranges) {
        switch (op) {
            case OpBGP patterns -> add(patterns.getPattern(), known, ranges);
            case OpFilter filter
            when form != null ->
                visit(filter.getSubOp(), known, ranges.and(ValueRanges.of(form, filter.getExprs(), filter.getSubOp())));
            case OpExtend extend -> visit(extend.getSubOp(), known, ranges.where(extend.getVarExprList()));
            case OpSequence sequence -> {
                Set<Var> met = new HashSet<>(known);
                for (Op next : sequence.getElements()) {
                    visit(next, met, ranges);
                    met.addAll(OpVars.visibleVars(next));
                }
            }
            case OpConditional optional -> {
                visit(optional.getLeft(), known, ranges);
                Set<Var> met = new HashSet<>(known);
                met.addAll(OpVars.visibleVars(optional.getLeft()));
                visit(optional.getRight(), met, ValueRanges.NONE);
            }
            case OpUnion either -> {
                visit(either.getLeft(), known, ValueRanges.NONE);
                visit(either.getRight(), known, ValueRanges.NONE);
            }
            case OpService elsewhere -> {
                // What others are asked is not looked for here.
            }
            case Op1 around -> visit(around.getSubOp(), known, ValueRanges.NONE);
            case Op2 both -> {
                visit(both.getLeft(), known, ValueRanges.NONE);
                // Worked out by itself and joined afterwards.
                visit(both.getRight(), Set.of(), ValueRanges.NONE);
            }
            case OpN all -> all.getElements().forEach(next -> visit(next, known, ValueRanges.NONE));
            default -> {
                // Holds no patterns.
            }
        }
    }

    private void add(BasicPattern pattern, Set<Var> known, ValueRanges ranges) {
        BasicPattern ordered =
                form == null || pattern.size() < 2 ? pattern : PatternOrder.of(form, pattern, known, ranges);
        order.addAll(ordered.getList());
    }
}
