package org.w3id.urbis.endpoint.sparql;

import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.graph.GraphFactory;
import org.w3id.urbis.endpoint.exchange.GraphWriting;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.sparql.result.RowFormat;
import org.w3id.urbis.endpoint.sparql.result.TripleFormat;
import org.w3id.urbis.endpoint.sparql.result.Utf8Buffer;
import org.w3id.urbis.endpoint.store.RevisionLease;

/** Answers a query in one form, row by row or triple by triple where the form allows. */
final class AnswerWriting {
    /** As long as they are this many, triples made more than once are written once; a graph is the same either way. */
    private static final int TOLD_APART = 50_000;

    private AnswerWriting() {}

    /**
     * Makes the answer.
     *
     * @param form one of the query's forms
     * @throws IOException if nobody reads it any more
     */
    static void write(
            ReadQuery query,
            SparqlRequest asked,
            RevisionLease revision,
            QueryRun run,
            Representation form,
            Utf8Buffer out)
            throws IOException {
        try (Execution execution = Execution.begin(query, asked, revision, run)) {
            if (query.query().isAskType()) {
                RowFormat.of(form, out).verdict(execution.verdict());
            } else if (query.makesGraph()) {
                graph(execution, form, out);
            } else {
                rows(query, execution, RowFormat.of(form, out));
            }
        }
    }

    private static void rows(ReadQuery query, Execution execution, RowFormat format) throws IOException {
        format.begin(query.columns());
        Iterator<Binding> rows = execution.rows();
        while (rows.hasNext()) {
            format.row(rows.next());
        }
        format.end();
    }

    private static void graph(Execution execution, Representation form, Utf8Buffer out) throws IOException {
        Iterator<Triple> triples = execution.triples();
        if (TripleFormat.writes(form)) {
            TripleFormat format = new TripleFormat(form, out);
            format.begin(execution.prefixes());
            Set<Triple> written = new HashSet<>();
            while (triples.hasNext()) {
                Triple triple = triples.next();
                if (written.size() < TOLD_APART ? written.add(triple) : !written.contains(triple)) {
                    format.triple(triple);
                }
            }
            format.end();
        } else {
            Graph graph = GraphFactory.createDefaultGraph();
            graph.getPrefixMapping().setNsPrefixes(execution.prefixes());
            triples.forEachRemaining(graph::add);
            GraphWriting.write(graph, form, out);
        }
    }
}
