package org.w3id.urbis.endpoint.sparql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.Op0;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.OpVisitorByType;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.algebra.walker.WalkerVisitorSkipService;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Now;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.Unstable;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;
import org.w3id.urbis.loader.mapping.MappingFunctions;
import org.w3id.urbis.loader.reach.Reach;
import org.w3id.urbis.ontology.Urbis;

/** Walks through all of a query, subqueries and expressions too, and notes what decides how it is dealt with. */
final class QueryTraits {
    /** Functions and casts by IRI that depend on nothing but their arguments. */
    private static final Set<String> PURE = Set.of(
            "http://www.w3.org/2001/XMLSchema#",
            "http://www.w3.org/2005/xpath-functions#",
            "http://www.w3.org/2005/xpath-functions/math#",
            MappingFunctions.NAMESPACE,
            Reach.SPATIAL_FUNCTION,
            Reach.GEOF);

    private static final int MOST_WORDS = 100;

    private final Set<String> functions = new LinkedHashSet<>();
    private final List<OpService> services = new ArrayList<>();
    private final Set<String> words = new LinkedHashSet<>();
    private boolean changes;
    private int parts;

    private QueryTraits() {}

    /** Walks through the algebra of a query. */
    static QueryTraits of(Op algebra) {
        QueryTraits traits = new QueryTraits();
        traits.walk(algebra);
        return traits;
    }

    /** How many patterns, operators and function calls it is made of. */
    int parts() {
        return parts;
    }

    /** The patterns by which it asks other endpoints; their functions are not among its own. */
    List<OpService> services() {
        return services;
    }

    /** The functions it calls by IRI. */
    Set<String> functions() {
        return functions;
    }

    /** The IRIs in its patterns that begin like ours, as many as are worth looking at. */
    Set<String> words() {
        return words;
    }

    private void word(Node node) {
        if (node.isURI()
                && (node.getURI().startsWith(Urbis.NS) || node.getURI().startsWith(Urbis.ID))
                && words.size() < MOST_WORDS) {
            words.add(node.getURI());
        }
    }

    /** Whether nothing in it gives another value each time. */
    boolean isRepeatable() {
        return !changes && services.isEmpty();
    }

    private void walk(Op op) {
        Walker.walkSkipService(op, new Patterns(), new Expressions(), new Counting(), null);
    }

    private void walk(Expr expression) {
        expression.visit(new WalkerVisitorSkipService(new Patterns(), new Expressions(), null, null));
    }

    /** The walker passes by the conditions of ORDER BY and what aggregates are taken of, so they are walked from here. */
    private final class Patterns extends OpVisitorBase {
        @Override
        public void visit(OpService service) {
            services.add(service);
            parts += 1 + QueryTraits.of(service.getSubOp()).parts();
        }

        @Override
        public void visit(OpOrder order) {
            order.getConditions().forEach(condition -> walk(condition.getExpression()));
        }

        @Override
        public void visit(OpGroup group) {
            for (ExprAggregator aggregate : group.getAggregators()) {
                ExprList arguments = aggregate.getAggregator().getExprList();
                if (arguments != null) {
                    arguments.forEach(QueryTraits.this::walk);
                }
            }
        }
    }

    /** Told of each operator before its parts are walked. */
    private final class Counting implements OpVisitorByType {
        @Override
        public void DUMMY() {
            // Belongs to the interface, which never calls it.
        }

        @Override
        public void visit(OpBGP patterns) {
            parts += patterns.getPattern().size();
            patterns.getPattern().forEach(triple -> {
                word(triple.getSubject());
                word(triple.getPredicate());
                word(triple.getObject());
            });
        }

        @Override
        public void visit(OpPath path) {
            parts += size(path.getTriplePath().getPath());
            word(path.getTriplePath().getSubject());
            word(path.getTriplePath().getObject());
        }

        private int size(Path path) {
            return switch (path) {
                case P_Path1 one -> 1 + size(one.getSubPath());
                case P_Path2 two -> 1 + size(two.getLeft()) + size(two.getRight());
                case P_NegPropSet none -> 1 + none.getNodes().size();
                case P_Link link -> {
                    word(link.getNode());
                    yield 1;
                }
                default -> 1;
            };
        }

        @Override
        public void visitN(OpN op) {
            parts++;
        }

        @Override
        public void visit2(Op2 op) {
            parts++;
        }

        @Override
        public void visit1(Op1 op) {
            parts++;
        }

        @Override
        public void visit0(Op0 op) {
            parts++;
        }
    }

    private final class Expressions extends ExprVisitorBase {
        @Override
        public void visit(ExprFunction0 function) {
            note(function);
        }

        @Override
        public void visit(ExprFunction1 function) {
            note(function);
        }

        @Override
        public void visit(ExprFunction2 function) {
            parts++;
        }

        @Override
        public void visit(ExprFunction3 function) {
            parts++;
        }

        @Override
        public void visit(ExprFunctionN function) {
            note(function);
        }

        private void note(Expr function) {
            parts++;
            if (function instanceof E_Function byIri) {
                functions.add(byIri.getFunctionIRI());
                changes |= PURE.stream().noneMatch(byIri.getFunctionIRI()::startsWith);
            }
            changes |= function instanceof Unstable || function instanceof E_Now || function instanceof E_Call;
        }
    }
}
