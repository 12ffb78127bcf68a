package org.w3id.urbis.endpoint.sparql.bound;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;

/** An operator or function of two arguments whose result is looked at before anything is made from it. */
final class BoundedOperator extends ExprFunction2 {
    private final ExprFunction2 operator;

    BoundedOperator(ExprFunction2 operator) {
        super(operator.getArg1(), operator.getArg2(), operator.getFunctionName(null), operator.getOpName());
        this.operator = operator;
    }

    @Override
    public NodeValue eval(NodeValue left, NodeValue right) {
        return ValueBounds.checked(operator.eval(left, right));
    }

    @Override
    public Expr copy(Expr left, Expr right) {
        return new BoundedOperator((ExprFunction2) operator.copy(left, right));
    }
}
