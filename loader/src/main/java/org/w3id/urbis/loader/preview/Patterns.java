package org.w3id.urbis.loader.preview;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformer;

/**
 * What statements a query looks for.
 *
 * @param all  its patterns, those in filters included
 * @param free the variables that may be replaced by a value, because nothing in the query gives them one otherwise
 */
record Patterns(List<Pattern> all, Set<Var> free) {

    static Patterns of(Query query) {
        Collecting collecting = new Collecting();
        collecting.collect(Algebra.toQuadForm(Algebra.compile(query)), false);
        Set<Var> free = new HashSet<>();
        collecting.found.stream()
                .flatMap(pattern -> Stream.of(
                        pattern.graph().orElse(Node.ANY),
                        pattern.subject(),
                        pattern.step().orElse(Node.ANY),
                        pattern.object()))
                .filter(node -> node instanceof Var variable && variable.isNamedVar())
                .forEach(node -> free.add((Var) node));
        free.removeAll(collecting.assigned);
        return new Patterns(List.copyOf(collecting.found), Set.copyOf(free));
    }

    /** The same query without its filters that want something not to be there. */
    static Query withoutNegation(Query query) {
        Query relaxed = query.cloneQuery();
        relaxed.setQueryPattern(ElementTransformer.transform(query.getQueryPattern(), new ElementTransformCopyBase() {
            @Override
            public Element transform(ElementFilter filter, Expr expression) {
                return expression instanceof E_NotExists ? new ElementGroup() : super.transform(filter, expression);
            }
        }));
        return relaxed;
    }

    private static final class Collecting {

        private final List<Pattern> found = new ArrayList<>();
        private final Set<Var> assigned = new HashSet<>();

        void collect(Op op, boolean negated) {
            Walker.walk(op, new OpVisitorBase() {
                @Override
                public void visit(OpQuadPattern quads) {
                    Optional<Node> graph =
                            Optional.of(quads.getGraphNode()).filter(node -> node.isVariable() || isNamed(node));
                    quads.getBasicPattern()
                            .forEach(triple -> found.add(new Pattern(
                                    graph,
                                    triple.getSubject(),
                                    Optional.of(triple.getPredicate()),
                                    Optional.empty(),
                                    triple.getObject(),
                                    negated)));
                }

                @Override
                public void visit(OpBGP triples) {
                    triples.getPattern()
                            .forEach(triple -> found.add(new Pattern(
                                    Optional.empty(),
                                    triple.getSubject(),
                                    Optional.of(triple.getPredicate()),
                                    Optional.empty(),
                                    triple.getObject(),
                                    negated)));
                }

                @Override
                public void visit(OpPath path) {
                    TriplePath way = path.getTriplePath();
                    found.add(new Pattern(
                            Optional.empty(),
                            way.getSubject(),
                            Optional.ofNullable(way.getPredicate()),
                            Optional.ofNullable(way.getPredicate() == null ? way.getPath() : null),
                            way.getObject(),
                            negated));
                }

                @Override
                public void visit(OpExtend extend) {
                    assigned.addAll(extend.getVarExprList().getVars());
                }

                @Override
                public void visit(OpFilter filter) {
                    filter.getExprs().forEach(expression -> collect(expression));
                }

                @Override
                public void visit(OpLeftJoin optional) {
                    if (optional.getExprs() != null) {
                        optional.getExprs().forEach(expression -> collect(expression));
                    }
                }
            });
        }

        private static boolean isNamed(Node graph) {
            return graph.isURI() && !Quad.isDefaultGraph(graph) && !Quad.isUnionGraph(graph);
        }

        private void collect(Expr expression) {
            Walker.walk(expression, new ExprVisitorBase() {
                @Override
                public void visit(ExprFunctionOp exists) {
                    collect(
                            exists.getGraphPattern(),
                            exists.getFunctionSymbol().getSymbol().contains("not"));
                }
            });
        }
    }
}
