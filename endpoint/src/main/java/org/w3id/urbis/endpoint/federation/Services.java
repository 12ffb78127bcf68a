package org.w3id.urbis.endpoint.federation;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.WalkerVisitor;
import org.apache.jena.sparql.algebra.walker.WalkerVisitorSkipService;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/** Finds the SERVICE patterns of a query wherever they stand, but not those within another. */
public final class Services extends OpVisitorBase {
    private final List<OpService> found = new ArrayList<>();
    private final WalkerVisitor walker = new WalkerVisitorSkipService(this, new ExprVisitorBase(), null, null);

    private Services() {}

    /** The patterns of a query, in subqueries and expressions too. */
    public static List<OpService> in(Op algebra) {
        Services services = new Services();
        algebra.visit(services.walker);
        return services.found;
    }

    @Override
    public void visit(OpService service) {
        found.add(service);
    }

    /** The walker passes by the conditions of ORDER BY and what aggregates are taken of. */
    @Override
    public void visit(OpOrder order) {
        order.getConditions().forEach(condition -> walk(condition.getExpression()));
    }

    @Override
    public void visit(OpGroup group) {
        for (ExprAggregator aggregate : group.getAggregators()) {
            ExprList arguments = aggregate.getAggregator().getExprList();
            if (arguments != null) {
                arguments.forEach(this::walk);
            }
        }
    }

    private void walk(Expr expression) {
        expression.visit(walker);
    }
}
