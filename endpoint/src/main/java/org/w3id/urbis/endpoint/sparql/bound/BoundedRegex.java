package org.w3id.urbis.endpoint.sparql.bound;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.sse.Tags;
import org.apache.jena.sparql.util.Context;

/**
 * REGEX that stops when the query is to stop.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/#func-regex">SPARQL 1.1, 17.4.3.14</a>
 */
final class BoundedRegex extends ExprFunctionN {
    private final BoundedPattern pattern = new BoundedPattern();

    BoundedRegex(ExprList arguments) {
        super(Tags.tagRegex, arguments);
    }

    /** Before the query runs nobody can stop it, so what is constant is not worked out then. */
    @Override
    public NodeValue eval(List<NodeValue> values) {
        throw new ExprEvalException("Only worked out while a query runs");
    }

    @Override
    public NodeValue eval(List<NodeValue> values, FunctionEnv environment) {
        return eval(values, pattern, Context.getOrSetCancelSignal(environment.getContext()));
    }

    static NodeValue eval(List<NodeValue> values, BoundedPattern pattern, AtomicBoolean stop) {
        String text =
                NodeValueOps.checkAndGetStringLiteral("REGEX", values.get(0)).getLiteralLexicalForm();
        NodeValue flags = values.size() > 2 ? values.get(2) : null;
        try {
            return NodeValue.booleanReturn(
                    pattern.matcher("REGEX", text, values.get(1), flags, stop).find());
        } catch (StackOverflowError tooDeep) {
            throw BoundedPattern.tooDeep();
        }
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new BoundedRegex(arguments);
    }
}
