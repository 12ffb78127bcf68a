package org.w3id.urbis.loader.preview;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.w3id.urbis.loader.reach.Reach;

/**
 * All places at which a query looks into a dataset, each with what has to be there beside it for a match to count. The answer
 * depends on the dataset by nothing else.
 *
 * <p>What has to be there beside is what is joined with it. Where a variable means another thing further out, as in a subquery,
 * or where what has no match counts too, as beside OPTIONAL, less is taken for needed than might be.
 */
final class Leaves {

    static {
        Reach.enlist();
    }

    private final List<Leaf> found = new ArrayList<>();
    private boolean all = true;

    private Leaves() {}

    /** Takes a query apart. */
    static Leaves of(Query query) {
        Leaves leaves = new Leaves();
        leaves.collect(Algebra.compile(query), Optional.empty(), List.of());
        return leaves;
    }

    List<Leaf> found() {
        return found;
    }

    /** Whether these are all: false if the query asks for something in a way that is not known here. */
    boolean isAll() {
        return all;
    }

    /**
     * A pattern of a statement or of a path, in a graph or in any.
     *
     * @param graph the graph, which may be a variable; empty if that does not matter
     * @param way   the pattern
     */
    record Part(Optional<Node> graph, TriplePath way) {

        Pattern pattern() {
            return new Pattern(
                    graph,
                    way.getSubject(),
                    Optional.ofNullable(way.getPredicate()),
                    Optional.ofNullable(way.getPredicate() == null ? way.getPath() : null),
                    way.getObject(),
                    false);
        }
    }

    /**
     * Patterns that are matched together.
     *
     * @param own    the patterns
     * @param beside what has to be there too
     */
    record Leaf(List<Part> own, List<Part> beside) {

        /** Asks whether there is a match of all. */
        Query asks() {
            ElementGroup group = new ElementGroup();
            ElementPathBlock anywhere = new ElementPathBlock();
            group.addElement(anywhere);
            parts().forEach(part -> {
                if (part.graph().isEmpty()) {
                    anywhere.addTriplePath(part.way());
                } else {
                    ElementPathBlock within = new ElementPathBlock();
                    within.addTriplePath(part.way());
                    group.addElement(new ElementNamedGraph(part.graph().get(), within));
                }
            });
            Query query = QueryFactory.make();
            query.setQueryAskType();
            query.setQueryPattern(group);
            return query;
        }

        /** The variables of all. */
        Set<Var> variables() {
            Set<Var> variables = new HashSet<>();
            parts().flatMap(part -> Stream.of(
                            part.graph().orElse(Node.ANY),
                            part.way().getSubject(),
                            Optional.ofNullable(part.way().getPredicate()).orElse(Node.ANY),
                            part.way().getObject()))
                    .filter(node -> node instanceof Var variable && variable.isNamedVar())
                    .forEach(node -> variables.add((Var) node));
            return variables;
        }

        private Stream<Part> parts() {
            return Stream.concat(own.stream(), beside.stream());
        }
    }

    private void collect(Op op, Optional<Node> graph, List<Part> beside) {
        switch (op) {
            case OpBGP bgp -> add(certain(bgp, graph), beside);
            case OpPath path -> add(certain(path, graph), beside);
            case OpGraph named -> collect(named.getSubOp(), Optional.of(named.getNode()), beside);
            case OpJoin join -> joined(List.of(join.getLeft(), join.getRight()), graph, beside);
            case OpSequence sequence -> joined(sequence.getElements(), graph, beside);
            case OpUnion either -> {
                collect(either.getLeft(), graph, beside);
                collect(either.getRight(), graph, beside);
            }
            case OpLeftJoin optional -> {
                collect(optional.getLeft(), graph, beside);
                // That there is a match may do away with a row, so what stands further out does not narrow it.
                List<Part> from = certain(optional.getLeft(), graph);
                collect(optional.getRight(), graph, from);
                collect(optional.getExprs(), graph, from);
            }
            case OpMinus without -> {
                collect(without.getLeft(), graph, beside);
                collect(without.getRight(), graph, certain(without.getLeft(), graph));
            }
            case OpTable constants -> {
                // Asks for nothing.
            }
            case Op1 one -> around(one, graph, beside);
            default -> all = false;
        }
    }

    private void joined(List<Op> joined, Optional<Node> graph, List<Part> beside) {
        for (Op one : joined) {
            Stream<Part> others =
                    joined.stream().filter(other -> other != one).flatMap(other -> certain(other, graph).stream());
            collect(one, graph, Stream.concat(beside.stream(), others).toList());
        }
    }

    /** What makes rows of rows: with groups, subqueries and limits, other rows count than those that are joined. */
    private void around(Op1 op, Optional<Node> graph, List<Part> beside) {
        List<Part> from = certain(op.getSubOp(), graph);
        switch (op) {
            case OpFilter filter -> collect(filter.getExprs(), graph, from);
            case OpExtend extend ->
                collect(
                        new ExprList(
                                List.copyOf(extend.getVarExprList().getExprs().values())),
                        graph,
                        from);
            case OpOrder order ->
                order.getConditions().forEach(by -> collect(new ExprList(by.getExpression()), graph, List.of()));
            case OpGroup group ->
                group.getAggregators()
                        .forEach(one -> collect(one.getAggregator().getExprList(), graph, List.of()));
            default -> {
                // It computes nothing of its own.
            }
        }
        boolean keepsRows = op instanceof OpFilter || op instanceof OpExtend || op instanceof OpDistinct;
        collect(op.getSubOp(), graph, keepsRows ? beside : List.of());
    }

    /** EXISTS: its pattern is looked for at each row of what it filters. */
    private void collect(ExprList expressions, Optional<Node> graph, List<Part> from) {
        if (expressions != null) {
            expressions.forEach(expression -> Walker.walk(expression, new ExprVisitorBase() {
                @Override
                public void visit(ExprFunctionOp exists) {
                    collect(exists.getGraphPattern(), graph, from);
                }
            }));
        }
    }

    private void add(List<Part> own, List<Part> beside) {
        if (own.stream().anyMatch(Leaves::isComputed)) {
            all = false;
        }
        if (!own.isEmpty()) {
            found.add(new Leaf(
                    own, beside.stream().filter(part -> !isComputed(part)).toList()));
        }
    }

    /** Whether it is no pattern of statements, but has something else looked up. */
    private static boolean isComputed(Part part) {
        Node property = part.way().getPredicate();
        return property != null
                && property.isURI()
                && PropertyFunctionRegistry.get().isRegistered(property.getURI());
    }

    /** What has to be there for every row. */
    private static List<Part> certain(Op op, Optional<Node> graph) {
        return switch (op) {
            case OpBGP bgp ->
                bgp.getPattern().getList().stream()
                        .map(triple -> new Part(graph, new TriplePath(triple)))
                        .toList();
            case OpPath path -> List.of(new Part(graph, path.getTriplePath()));
            case OpGraph named -> certain(named.getSubOp(), Optional.of(named.getNode()));
            case OpJoin join -> certain(List.of(join.getLeft(), join.getRight()), graph);
            case OpSequence sequence -> certain(sequence.getElements(), graph);
            case OpLeftJoin optional -> certain(optional.getLeft(), graph);
            case OpMinus without -> certain(without.getLeft(), graph);
            case OpFilter filter -> certain(filter.getSubOp(), graph);
            case OpExtend extend -> certain(extend.getSubOp(), graph);
            case OpDistinct distinct -> certain(distinct.getSubOp(), graph);
            default -> List.of();
        };
    }

    private static List<Part> certain(List<Op> joined, Optional<Node> graph) {
        return joined.stream().flatMap(one -> certain(one, graph).stream()).toList();
    }
}
