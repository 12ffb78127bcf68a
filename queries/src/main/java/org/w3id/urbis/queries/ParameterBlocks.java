package org.w3id.urbis.queries;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/** The {@code VALUES ?parameter { default }} blocks of a query. */
final class ParameterBlocks {

    private ParameterBlocks() {}

    /** The terms in the block of a variable; empty if the query has no block for it alone. */
    static Optional<List<Node>> terms(Query query, String name) {
        Set<List<Node>> blocks = new HashSet<>();
        collect(query, name, blocks);
        return blocks.stream().findFirst();
    }

    private static void collect(Query query, String name, Set<List<Node>> blocks) {
        ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
            @Override
            public void visit(ElementSubQuery inner) {
                collect(inner.getQuery(), name, blocks);
            }

            @Override
            public void visit(ElementData data) {
                if (isBlockOf(data, name)) {
                    blocks.add(data.getRows().stream()
                            .map(row -> row.get(Var.alloc(name)))
                            .filter(term -> term != null)
                            .toList());
                }
            }
        });
    }

    /** The same query with other terms in the blocks of some variables. */
    static Query replace(Query query, Map<String, List<Node>> terms) {
        return QueryTransformOps.transform(query, new ElementTransformCopyBase() {
            @Override
            public Element transform(ElementData data) {
                return terms.keySet().stream()
                        .filter(name -> isBlockOf(data, name))
                        .findFirst()
                        .<Element>map(name -> block(Var.alloc(name), terms.get(name)))
                        .orElse(data);
            }
        });
    }

    private static boolean isBlockOf(ElementData data, String name) {
        return data.getVars().equals(List.of(Var.alloc(name)));
    }

    private static ElementData block(Var variable, List<Node> terms) {
        List<Binding> rows = new ArrayList<>();
        terms.forEach(term -> rows.add(BindingFactory.binding(variable, term)));
        return new ElementData(new ArrayList<>(List.of(variable)), rows);
    }
}
