package org.w3id.urbis.endpoint.sparql.bound;

import java.util.List;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.Rewrite;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.util.Context;
import org.w3id.urbis.endpoint.federation.Federation;

/**
 * Rewrites a query so that none of its functions runs or grows without bounds, and then for speed as usual. Bounds come
 * first, because rewriting for speed already works out whatever is constant.
 */
final class Bounding implements Rewrite {
    private final Rewrite usual;

    /**
     * Prepares for one query.
     *
     * @param context of that query
     */
    Bounding(Context context) {
        this.usual = Optimize.stdOptimizationFactory.create(context);
    }

    @Override
    public Op rewrite(Op op) {
        // What is sent to others is theirs to bound, and is sent as it was written.
        return usual.rewrite(Transformer.transformSkipService(new Operators(), new Expressions(), op));
    }

    private static final class Operators extends TransformCopy {
        @Override
        public Op transform(OpLeftJoin join, Op left, Op right) {
            boolean isBare = join.getExprs() == null || join.getExprs().isEmpty();
            return isBare && right instanceof OpService service
                    ? OpSequence.create(left, Federation.optional(service))
                    : super.transform(join, left, right);
        }

        @Override
        public Op transform(OpGroup group, Op over) {
            List<ExprAggregator> aggregators = group.getAggregators().stream()
                    .map(each -> new ExprAggregator(each.getVar(), BoundedGroupConcat.of(each.getAggregator())))
                    .toList();
            return OpGroup.create(over, group.getGroupVars(), aggregators);
        }

        @Override
        public Op transform(OpTable table) {
            if (!table.isJoinIdentity()) {
                table.getTable()
                        .rows()
                        .forEachRemaining(row -> row.forEach((variable, term) -> ValueBounds.written(term)));
            }
            return table;
        }
    }

    private static final class Expressions extends ExprTransformCopy {
        @Override
        public Expr transform(ExprFunction2 function, Expr left, Expr right) {
            Expr copy = super.transform(function, left, right);
            return switch (copy) {
                case E_Add sum -> new BoundedOperator(sum);
                case E_Subtract difference -> new BoundedOperator(difference);
                case E_Multiply product -> new BoundedOperator(product);
                case E_StrDatatype typed -> new BoundedOperator(typed);
                default -> copy;
            };
        }

        @Override
        public Expr transform(ExprFunctionN function, ExprList arguments) {
            return switch (function) {
                case E_Regex regex -> new BoundedRegex(arguments);
                case E_StrReplace replace -> new BoundedReplace(arguments);
                case E_StrConcat concat -> new BoundedConcat(arguments);
                default -> super.transform(function, arguments);
            };
        }

        @Override
        public Expr transform(NodeValue value) {
            ValueBounds.written(value.asNode());
            return value;
        }
    }
}
