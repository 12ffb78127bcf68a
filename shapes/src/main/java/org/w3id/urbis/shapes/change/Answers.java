package org.w3id.urbis.shapes.change;

import java.util.Collection;
import java.util.function.Consumer;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.util.Context;

/** Asks graph patterns. */
public final class Answers {

    private Answers() {}

    /**
     * Asks what some variables stand for in the solutions of a pattern.
     *
     * @param pattern   the pattern
     * @param variables the variables, at least one
     * @param graph     the data; its default graph is what the pattern is about
     * @param context   the functions there are
     * @param told      takes each different answer
     */
    public static void each(
            Element pattern, Collection<Var> variables, DatasetGraph graph, Context context, Consumer<Binding> told) {
        Query query = new Query();
        query.setQuerySelectType();
        query.setDistinct(true);
        query.setQueryPattern(pattern);
        variables.forEach(query::addResultVar);
        try (QueryExec asked = QueryExec.newBuilder()
                .query(query)
                .dataset(graph)
                .context(context)
                .build()) {
            asked.select().forEachRemaining(told);
        }
    }
}
