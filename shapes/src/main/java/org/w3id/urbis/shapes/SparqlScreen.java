package org.w3id.urbis.shapes;

import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.main.QC;

/**
 * The pattern of a SPARQL constraint, asked for many focus nodes at once.
 *
 * <p>Jena compiles and runs the query anew for each focus node, which costs far more than the answer where almost nothing
 * violates. So it is asked first, with the nodes as its input, which of them have a solution at all; only these are handed
 * to Jena. That is done for patterns whose parts take their input row by row, for which it makes no difference whether
 * {@code $this} is bound before or filled in.
 */
final class SparqlScreen {

    private static final Var THIS = Var.alloc("this");

    /** What Jena fills in besides. */
    private static final List<Var> FILLED_IN = List.of(Var.alloc("currentShape"), Var.alloc("shapesGraph"));

    private final Op pattern;

    private SparqlScreen(Op pattern) {
        this.pattern = pattern;
    }

    /** The screen of a constraint's query; empty if its nodes have to be judged one by one. */
    static Optional<SparqlScreen> of(Query query) {
        if (!query.isSelectType()
                || query.hasGroupBy()
                || query.hasAggregators()
                || query.hasHaving()
                || query.hasLimit()
                || query.hasOffset()
                || query.hasValues()) {
            return Optional.empty();
        }
        Op pattern = Algebra.optimize(Algebra.compile(query.getQueryPattern()));
        Collection<Var> variables = OpVars.mentionedVars(pattern);
        return takesRows(pattern)
                        && variables.contains(THIS)
                        && FILLED_IN.stream().noneMatch(variables::contains)
                ? Optional.of(new SparqlScreen(pattern))
                : Optional.empty();
    }

    /** Says it without a switch over types, which makes a class when it is first run: that takes too long. */
    private static boolean takesRows(Op op) {
        if (op instanceof OpConditional optional) {
            return takesRows(optional.getLeft()) && takesRows(optional.getRight());
        }
        if (op instanceof OpSequence sequence) {
            return sequence.getElements().stream().allMatch(SparqlScreen::takesRows);
        }
        if (op instanceof OpFilter || op instanceof OpExtend) {
            return takesRows(((Op1) op).getSubOp());
        }
        return op instanceof OpBGP || op instanceof OpTriple || op instanceof OpPath;
    }

    /** Those of some nodes for which the pattern has a solution. */
    Set<Node> suspects(Collection<Node> nodes, Graph data) {
        ExecutionContext execution = ExecutionContext.create(
                DatasetGraphFactory.wrap(data), ARQ.getContext().copy());
        Iterator<Binding> rows =
                nodes.stream().map(node -> BindingFactory.binding(THIS, node)).iterator();
        Set<Node> suspects = new HashSet<>();
        QueryIterator solutions = QC.execute(pattern, QueryIterPlainWrapper.create(rows, execution), execution);
        try {
            solutions.forEachRemaining(solution -> suspects.add(solution.get(THIS)));
        } finally {
            solutions.close();
        }
        return suspects;
    }
}
