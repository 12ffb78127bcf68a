package org.w3id.urbis.endpoint.sparql.bound;

import java.util.List;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.apache.jena.sparql.sse.Tags;

/** CONCAT that makes no endless text. */
final class BoundedConcat extends ExprFunctionN {

    BoundedConcat(ExprList arguments) {
        super(Tags.tagConcat, arguments);
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
        ValueBounds.together(values);
        return XSDFuncOp.strConcat(values);
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new BoundedConcat(arguments);
    }
}
