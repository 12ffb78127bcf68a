package org.w3id.urbis.shapes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.w3id.urbis.shapes.ShapeFault.Kind;

/**
 * Finds what SHACL does not allow in the queries of shapes, and what reaches out of the graphs they judge: to other
 * servers, to files, into the program.
 *
 * <p>Anyone may hand in shapes of their own. SHACL forbids {@code SERVICE} and {@code FROM}, and Jena runs them; it also
 * calls any static Java method by an IRI that begins with {@code java:}.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#pre-binding">SHACL, appendix A, Pre-binding of Variables</a>
 */
final class QueryRules {

    private static final Var THIS = Var.alloc("this");
    private static final Var VALUE = Var.alloc("value");

    private final Graph graph;
    private final Triple statement;
    private final List<ShapeFault> faults;

    private QueryRules(Graph graph, Triple statement, List<ShapeFault> faults) {
        this.graph = graph;
        this.statement = statement;
        this.faults = faults;
    }

    /** Looks through every query of a shapes graph, whether a constraint, a component or a target uses it. */
    static List<ShapeFault> faults(Graph graph) {
        List<ShapeFault> faults = new ArrayList<>();
        for (Node property : List.of(SHACL.select, SHACL.ask)) {
            for (Triple statement : graph.find(Node.ANY, property, Node.ANY).toList()) {
                new QueryRules(graph, statement, faults).check();
            }
        }
        for (Triple constraint : graph.find(Node.ANY, SHACL.sparql, Node.ANY).toList()) {
            if (ShapeLists.values(graph, constraint.getObject(), SHACL.select).size() != 1) {
                faults.add(new ShapeFault(
                        Kind.INCOMPLETE,
                        constraint.getSubject(),
                        constraint.getPredicate(),
                        Optional.of(constraint.getObject()),
                        "sh:select"));
            }
        }
        return faults;
    }

    private void check() {
        if (!Wanted.STRING.isMetBy(graph, statement.getObject())) {
            fault(Kind.WRONG_TERM, Wanted.STRING.name(), 0, 0);
            return;
        }
        String prefixes = ShLib.prefixes(graph, statement.getSubject()) + "\n";
        Query query;
        try {
            query = QueryFactory.create(prefixes + statement.getObject().getLiteralLexicalForm());
        } catch (QueryParseException e) {
            int above = (int) prefixes.chars().filter(c -> c == '\n').count();
            fault(
                    Kind.BAD_QUERY,
                    String.valueOf(e.getMessage())
                            .lines()
                            .findFirst()
                            .orElse("")
                            .replaceFirst("^Line \\d+, column \\d+: ", ""),
                    Math.max(0, e.getLine() - above),
                    Math.max(0, e.getColumn()));
            return;
        }
        if (query.hasDatasetDescription()) {
            forbidden("FROM");
        }
        if (query.toString().contains("<java:")) {
            forbidden("java:");
        }
        walk(query);
    }

    /** Each SELECT has to hand on the node that is judged, or the ones within it would look at other nodes. */
    private void returned(Query query) {
        if (query.isSelectType() && !query.getProjectVars().contains(THIS)) {
            fault(Kind.UNRETURNED_VARIABLE, "this", 0, 0);
        }
        ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
            @Override
            public void visit(ElementSubQuery nested) {
                returned(nested.getQuery());
            }
        });
    }

    private void walk(Query query) {
        Set<Var> bound = bound();
        if (isConstraint()) {
            returned(query);
        }
        Walker.walk(
                Algebra.compile(query),
                new OpVisitorBase() {
                    @Override
                    public void visit(OpService service) {
                        forbidden("SERVICE");
                    }

                    @Override
                    public void visit(OpMinus minus) {
                        forbidden("MINUS");
                    }

                    @Override
                    public void visit(OpTable table) {
                        if (!table.isJoinIdentity()) {
                            forbidden("VALUES");
                        }
                    }

                    @Override
                    public void visit(OpExtend extend) {
                        assigned(extend.getVarExprList(), bound);
                    }

                    @Override
                    public void visit(OpGroup group) {
                        assigned(group.getGroupVars(), bound);
                    }
                },
                new ExprVisitorBase());
    }

    private void assigned(VarExprList list, Set<Var> bound) {
        list.forEachVarExpr((variable, expression) -> {
            if (expression != null && bound.contains(variable)) {
                forbidden("AS ?" + variable.getVarName());
            }
        });
    }

    /** The variables to which SHACL gives values before the query is asked. */
    private Set<Var> bound() {
        Set<Var> bound = new HashSet<>();
        if (isConstraint()) {
            bound.addAll(List.of(THIS, Var.alloc("shapesGraph"), Var.alloc("currentShape"), Var.alloc("PATH")));
        }
        if (statement.getPredicate().equals(SHACL.ask)) {
            bound.add(VALUE);
        }
        return bound;
    }

    /** The query of a target or of a function finds its nodes, and is given none. */
    private boolean isConstraint() {
        Node owner = statement.getSubject();
        return statement.getPredicate().equals(SHACL.ask)
                || graph.contains(Node.ANY, SHACL.sparql, owner)
                || graph.contains(Node.ANY, SHACL.validator, owner)
                || graph.contains(Node.ANY, SHACL.nodeValidator, owner)
                || graph.contains(Node.ANY, SHACL.propertyValidator, owner);
    }

    private void forbidden(String form) {
        fault(Kind.FORBIDDEN_QUERY, form, 0, 0);
    }

    private void fault(Kind kind, String detail, int line, int column) {
        faults.add(new ShapeFault(
                kind,
                statement.getSubject(),
                statement.getPredicate(),
                Optional.of(statement.getObject()),
                detail,
                line,
                column));
    }
}
