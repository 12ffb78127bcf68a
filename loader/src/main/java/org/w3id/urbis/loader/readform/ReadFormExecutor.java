package org.w3id.urbis.loader.readform;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDatasetNames;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.algebra.optimize.TransformFilterPlacement;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterAssign;
import org.apache.jena.sparql.engine.iterator.QueryIterFilterExpr;
import org.apache.jena.sparql.engine.iterator.QueryIterNullIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.engine.main.iterator.QueryIterOptionalIndex;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;

/** Jena's usual executor, save for patterns, filters on them, and simple paths, which are worked out on numbers. */
final class ReadFormExecutor extends OpExecutor {
    private final ReadFormGraph active;

    ReadFormExecutor(ExecutionContext context) {
        super(context);
        // Where the request chose graphs, the active one may be a view that is no graph of the form.
        this.active = context.getActiveGraph() instanceof ReadFormGraph graph ? graph : null;
    }

    @Override
    protected QueryIterator execute(OpBGP op, QueryIterator input) {
        if (active == null || !isPlain(op.getPattern())) {
            return super.execute(op, input);
        }
        QueryIterPeek peek = QueryIterPeek.create(input, execCxt);
        BasicPattern pattern = order(op.getPattern(), peek, ValueRanges.NONE);
        return rows(CompiledPattern.of(active.form(), pattern, active.choice()), peek);
    }

    @Override
    protected QueryIterator execute(OpQuadPattern op, QueryIterator input) {
        if (active == null || !isPlain(op.getBasicPattern())) {
            return super.execute(op, input);
        }
        QueryIterPeek peek = QueryIterPeek.create(input, execCxt);
        BasicPattern pattern = order(op.getBasicPattern(), peek, ValueRanges.NONE);
        return rows(CompiledPattern.of(active.form(), pattern, op.getGraphNode()), peek);
    }

    @Override
    protected QueryIterator execute(OpFilter op, QueryIterator input) {
        return active == null ? super.execute(op, input) : within(op, input, ValueRanges.NONE);
    }

    /**
     * Works out what has to meet conditions further up too: they are applied there, and leave out here what cannot meet
     * them.
     */
    private QueryIterator within(Op op, QueryIterator input, ValueRanges asked) {
        return switch (op) {
            case OpFilter filter ->
                filtered(filter, input, asked.and(ValueRanges.of(active.form(), filter.getExprs(), filter.getSubOp())));
            case OpExtend extend ->
                new QueryIterAssign(
                        within(extend.getSubOp(), input, asked.where(extend.getVarExprList())),
                        extend.getVarExprList(),
                        execCxt,
                        true);
            case OpConditional optional ->
                new QueryIterOptionalIndex(within(optional.getLeft(), input, asked), optional.getRight(), execCxt);
            case OpSequence sequence -> {
                QueryIterator rows = input;
                for (Op next : sequence.getElements()) {
                    rows = within(next, rows, asked);
                }
                yield rows;
            }
            case OpBGP patterns
            when isPlain(patterns.getPattern()) -> {
                QueryIterPeek peek = QueryIterPeek.create(input, execCxt);
                yield inOrder(new OpBGP(order(patterns.getPattern(), peek, asked)), peek, asked);
            }
            case OpQuadPattern quads
            when isPlain(quads.getBasicPattern()) -> {
                QueryIterPeek peek = QueryIterPeek.create(input, execCxt);
                BasicPattern pattern = order(quads.getBasicPattern(), peek, asked);
                yield inOrder(new OpQuadPattern(quads.getGraphNode(), pattern), peek, asked);
            }
            default -> exec(op, input);
        };
    }

    private QueryIterator filtered(OpFilter op, QueryIterator input, ValueRanges ranges) {
        if (op.getSubOp() instanceof OpBGP patterns && isPlain(patterns.getPattern())) {
            QueryIterPeek peek = QueryIterPeek.create(input, execCxt);
            BasicPattern pattern = order(patterns.getPattern(), peek, ranges);
            ExprList early = ranges.undecided(op.getExprs());
            QueryIterator rows = inOrder(TransformFilterPlacement.transform(early, pattern), peek, ranges);
            return filtered(without(op.getExprs(), early), rows);
        }
        if (op.getSubOp() instanceof OpQuadPattern quads && isPlain(quads.getBasicPattern())) {
            QueryIterPeek peek = QueryIterPeek.create(input, execCxt);
            BasicPattern pattern = order(quads.getBasicPattern(), peek, ranges);
            ExprList early = ranges.undecided(op.getExprs());
            Op placed = TransformFilterPlacement.transform(early, quads.getGraphNode(), pattern);
            return filtered(without(op.getExprs(), early), inOrder(placed, peek, ranges));
        }
        return filtered(op.getExprs(), within(op.getSubOp(), input, ranges));
    }

    private static ExprList without(ExprList conditions, ExprList some) {
        return new ExprList(conditions.getList().stream()
                .filter(condition -> !some.getList().contains(condition))
                .toList());
    }

    private QueryIterator filtered(ExprList conditions, QueryIterator input) {
        QueryIterator rows = input;
        for (Expr condition : conditions) {
            rows = new QueryIterFilterExpr(rows, condition, execCxt);
        }
        return rows;
    }

    @Override
    protected QueryIterator execute(OpPath op, QueryIterator input) {
        return active != null && ReachedRows.suits(op.getTriplePath())
                ? new ReachedRows(active, op.getTriplePath(), input, execCxt)
                : super.execute(op, input);
    }

    @Override
    protected QueryIterator execute(OpDatasetNames op, QueryIterator input) {
        return new GraphNameRows(op.getGraphNode(), input, execCxt);
    }

    /** Within the union of all graphs, which queries look at anyway, rows need not be taken one by one. */
    @Override
    protected QueryIterator execute(OpGraph op, QueryIterator input) {
        if (active == null || !Quad.isUnionGraph(op.getNode())) {
            return super.execute(op, input);
        }
        Graph union = new ReadFormGraph(active.form(), GraphChoice.UNION);
        return QC.execute(op.getSubOp(), input, new ExecutionContext(execCxt, union));
    }

    @Override
    protected QueryIterator execute(OpGroup op, QueryIterator input) {
        Optional<StarCount> count = active == null || !isUnit(input) ? Optional.empty() : StarCount.of(op);
        if (count.isEmpty()) {
            return super.execute(op, input);
        }
        QueryIterator rest = null;
        if (count.get().rest() == null) {
            input.close();
        } else {
            rest = exec(count.get().rest(), input);
        }
        return QueryIterPlainWrapper.create(
                new StarCounting(active.form(), count.get(), execCxt)
                        .groups(rest)
                        .iterator(),
                execCxt);
    }

    @Override
    protected QueryIterator execute(OpTopN op, QueryIterator input) {
        Optional<LargestRows> largest =
                active == null || !isUnit(input) ? Optional.empty() : LargestRows.of(active.form(), op);
        if (largest.isEmpty()) {
            return super.execute(op, input);
        }
        input.close();
        return largest.get().rows((sub, ranges) -> within(sub, QueryIterRoot.create(execCxt), ranges), execCxt);
    }

    /** Whether nothing is known before: one row without values comes in. */
    private static boolean isUnit(QueryIterator input) {
        return input instanceof QueryIterRoot root && root.getBinding().isEmpty();
    }

    private QueryIterator rows(CompiledPattern pattern, QueryIterator input) {
        if (!pattern.isPossible()) {
            input.close();
            return QueryIterNullIterator.create(execCxt);
        }
        if (pattern.size() == 0) {
            return input;
        }
        return new PatternRows(active.form(), pattern, input, execCxt);
    }

    private BasicPattern order(BasicPattern pattern, QueryIterPeek input, ValueRanges ranges) {
        if (pattern.size() < 2) {
            return pattern;
        }
        Set<Var> known = new HashSet<>();
        ValueRanges first = ranges;
        if (input.hasNext()) {
            input.peek().vars().forEachRemaining(known::add);
            first = ranges.in(input.peek());
        }
        return PatternOrder.of(active.form(), pattern, known, first);
    }

    /** Works out patterns and filters in the order they stand in; the filters leave nothing outside of some ranges of values. */
    private QueryIterator inOrder(Op op, QueryIterator input, ValueRanges ranges) {
        return switch (op) {
            case OpSequence sequence -> {
                QueryIterator rows = input;
                for (Op next : sequence.getElements()) {
                    rows = inOrder(next, rows, ranges);
                }
                yield rows;
            }
            case OpFilter filter -> filtered(filter.getExprs(), inOrder(filter.getSubOp(), input, ranges));
            case OpBGP patterns ->
                rows(
                        CompiledPattern.of(active.form(), patterns.getPattern(), active.choice())
                                .within(ranges),
                        input);
            case OpQuadPattern quads ->
                rows(
                        CompiledPattern.of(active.form(), quads.getBasicPattern(), quads.getGraphNode())
                                .within(ranges),
                        input);
            default -> exec(op, input);
        };
    }

    /** Whether no triple pattern looks into terms that are triples themselves. */
    private static boolean isPlain(BasicPattern pattern) {
        for (Triple triple : pattern) {
            if (isNested(triple.getSubject()) || isNested(triple.getObject())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNested(Node node) {
        return node.isTripleTerm();
    }
}
