package org.w3id.urbis.loader.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.w3id.urbis.loader.mapping.ClosedQueries;
import org.w3id.urbis.loader.publication.Store;
import org.w3id.urbis.loader.reach.Reach;

/** Asks a query and writes what comes back. */
final class Answer {

    private Answer() {}

    /**
     * Refuses what cannot be asked or written, before any data is read.
     *
     * @throws ImpossibleException with the reason
     */
    static void refuse(Query query, AnswerFormat format) {
        if (query.hasDatasetDescription()) {
            throw new ImpossibleException(
                    "FROM is refused: the published graph is what is asked. Use GRAPH for a part of it.");
        }
        ClosedQueries.refusals(Algebra.compile(query), context()).stream()
                .findFirst()
                .ifPresent(reason -> {
                    throw new ImpossibleException(reason);
                });
        boolean rows = query.isSelectType() || query.isAskType();
        if (rows ? format.rows().isEmpty() : format.graph().isEmpty()) {
            throw new ImpossibleException("The answer to this query is " + (rows ? "rows" : "a graph")
                    + ", which cannot be written as " + format + ".");
        }
    }

    static void write(Query query, DatasetGraph store, AnswerFormat format, OutputStream out) {
        Context context = context();
        Store.askWholeGraph(context);
        try (QueryExec execution = QueryExec.newBuilder()
                .dataset(store)
                .query(query)
                .context(context)
                .build()) {
            if (query.isSelectType() && format == AnswerFormat.TABLE) {
                String table = AnswerTable.of(execution.select(), query.getPrefixMapping());
                new PrintStream(out, true, StandardCharsets.UTF_8).print(table);
            } else if (query.isSelectType()) {
                rows(format).write(out, execution.select(), context);
            } else if (query.isAskType()) {
                rows(format).write(out, execution.ask(), context);
            } else {
                Graph graph = GraphFactory.createDefaultGraph();
                Graph answer = query.isDescribeType() ? execution.describe(graph) : execution.construct(graph);
                answer.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
                RDFWriter.source(answer).format(format.graph().orElseThrow()).output(out);
            }
        }
    }

    /** With what a query may call, places and names among it. */
    private static Context context() {
        Context context = ClosedQueries.context();
        Reach.into(FunctionRegistry.get(context));
        Reach.into(PropertyFunctionRegistry.get(context));
        return context;
    }

    private static RowSetWriter rows(AnswerFormat format) {
        Lang lang = format.rows().orElseThrow();
        return RowSetWriterRegistry.getFactory(lang).create(lang);
    }
}
