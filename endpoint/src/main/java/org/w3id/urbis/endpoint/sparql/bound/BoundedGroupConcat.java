package org.w3id.urbis.endpoint.sparql.bound;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AccumulatorExpr;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnv;

/**
 * GROUP_CONCAT that makes no endless text.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/#defn_aggGroupConcat">SPARQL 1.1, 18.5.1.7</a>
 */
final class BoundedGroupConcat extends AggGroupConcat {
    private static final String USUAL_SEPARATOR = " ";

    private final boolean distinct;

    private BoundedGroupConcat(Expr expression, String separator, boolean distinct) {
        super(expression, separator);
        this.distinct = distinct;
    }

    /** The same aggregate, bounded if it is one of these. */
    static Aggregator of(Aggregator aggregator) {
        return switch (aggregator) {
            case BoundedGroupConcat bounded -> bounded;
            case AggGroupConcat all -> new BoundedGroupConcat(all.getExprList().get(0), all.getSeparator(), false);
            case AggGroupConcatDistinct each ->
                new BoundedGroupConcat(each.getExprList().get(0), each.getSeparator(), true);
            default -> aggregator;
        };
    }

    @Override
    public Aggregator copy(ExprList expressions) {
        return new BoundedGroupConcat(expressions.get(0), getSeparator(), distinct);
    }

    @Override
    public Accumulator createAccumulator() {
        return new Joined(getExpr(), getSeparator() == null ? USUAL_SEPARATOR : getSeparator(), distinct);
    }

    @Override
    public Node getValueEmpty() {
        return NodeValue.nvEmptyString.asNode();
    }

    private static final class Joined extends AccumulatorExpr {
        private final String separator;
        private final StringBuilder text = new StringBuilder();
        private boolean any;

        Joined(Expr expression, String separator, boolean distinct) {
            super(expression, distinct);
            this.separator = separator;
        }

        @Override
        protected void accumulate(NodeValue value, Binding row, FunctionEnv environment) {
            String next = value.asString();
            ValueBounds.length((long) text.length() + separator.length() + next.length());
            if (any) {
                text.append(separator);
            }
            any = true;
            text.append(next);
        }

        @Override
        protected void accumulateError(Binding row, FunctionEnv environment) {
            // What has no value is not joined, but the count of errors that is kept leaves the whole without one.
        }

        @Override
        protected NodeValue getAccValue() {
            return NodeValue.makeString(text.toString());
        }
    }
}
