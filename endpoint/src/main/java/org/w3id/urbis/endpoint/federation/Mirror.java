package org.w3id.urbis.endpoint.federation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;

/**
 * The copy of an endpoint's data, in a graph of the revision that is read or beside it. It is asked what the endpoint would be
 * asked.
 */
final class Mirror {
    private final RemoteEndpoint endpoint;
    private final DatasetGraph data;
    private final Context closed;

    /**
     * Prepares.
     *
     * @param data   that the query reads, in a transaction already
     * @param closed what the query may not do
     */
    Mirror(RemoteEndpoint endpoint, DatasetGraph data, Context closed) {
        this.endpoint = endpoint;
        this.data = data;
        this.closed = closed;
    }

    /** Whether there is one and it holds something. */
    boolean isThere() {
        return endpoint.copy().isPresent() || endpoint.mirror().isPresent() && data != null && !graph().isEmpty();
    }

    private Graph graph() {
        return endpoint.copy()
                .orElseGet(() ->
                        data.getGraph(NodeFactory.createURI(endpoint.mirror().orElseThrow())));
    }

    /**
     * What it answers.
     *
     * @param text a SELECT query
     * @param stop set when the answer is not wanted any more
     * @throws RemoteFailedException if it answers with more rows than are taken
     */
    List<Binding> rows(String text, AtomicBoolean stop) {
        Query query = QueryFactory.create(text, Syntax.syntaxARQ);
        Context context = closed.copy();
        context.set(ARQConstants.symCancelQuery, stop);
        context.set(ARQConstants.sysCurrentQuery, query);
        try (QueryExec execution = QueryExec.newBuilder()
                .dataset(DatasetGraphFactory.wrap(graph()))
                .query(query)
                .context(context)
                .build()) {
            List<Binding> all = new ArrayList<>();
            RowSet rows = execution.select();
            while (rows.hasNext()) {
                if (all.size() == endpoint.limits().rows()) {
                    throw RemoteFailedException.limit(
                            endpoint.name(), "has a copy here that answers with more rows than are taken.");
                }
                all.add(rows.next());
            }
            return all;
        }
    }
}
