package org.w3id.urbis.shapes;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.shacl.ShaclException;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/**
 * Refuses shapes whose queries reach out of the graphs they judge: to other servers, to files, into the program.
 *
 * <p>Anyone may hand in shapes of their own. SHACL forbids {@code SERVICE} and {@code FROM}, and Jena runs them; it also
 * calls any static Java method by an IRI that begins with {@code java:}.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#pre-binding">SHACL, appendix A, Pre-binding of Variables</a>
 */
final class OutsideAccess {

    private static final List<Node> QUERIES = List.of(SHACL.select, SHACL.ask);

    private OutsideAccess() {}

    /**
     * Looks through every query of a shapes graph, whether a constraint, a component or a target uses it.
     *
     * @throws ShaclException                          if a query reaches out
     * @throws org.apache.jena.query.QueryParseException if a query cannot be parsed
     */
    static void refuse(Graph shapes) {
        for (Node property : QUERIES) {
            for (Triple triple : shapes.find(Node.ANY, property, Node.ANY).toList()) {
                String text = triple.getObject().getLiteralLexicalForm();
                check(QueryFactory.create(ShLib.prefixes(shapes, triple.getSubject()) + "\n" + text));
            }
        }
    }

    private static void check(Query query) {
        if (query.hasDatasetDescription()) {
            throw new ShaclException("A query of a shape may not name what it reads with FROM: " + query);
        }
        if (query.toString().contains("<java:")) {
            throw new ShaclException("A query of a shape may not call Java: " + query);
        }
        Walker.walk(
                Algebra.compile(query),
                new OpVisitorBase() {
                    @Override
                    public void visit(OpService service) {
                        throw new ShaclException("A query of a shape may not ask other servers with SERVICE: " + query);
                    }
                },
                new ExprVisitorBase());
    }
}
