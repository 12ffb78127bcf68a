package org.w3id.urbis.endpoint.sparql;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.modify.TemplateLib;
import org.apache.jena.sparql.util.Context;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.endpoint.triplestore.StoreDataset;

/**
 * A query being answered from a revision, in a transaction of its own and with what the revision's context forbids. To
 * be used by one thread and closed by it.
 */
final class Execution implements AutoCloseable {
    private final ReadQuery query;
    private final QueryRun run;
    private final DatasetGraph dataset;
    private final DatasetGraph scope;
    private final Optional<DatasetDescription> graphs;
    private Runnable end = () -> {};

    private Execution(
            ReadQuery query,
            QueryRun run,
            DatasetGraph dataset,
            DatasetGraph scope,
            Optional<DatasetDescription> graphs) {
        this.query = query;
        this.run = run;
        this.dataset = dataset;
        this.scope = scope;
        this.graphs = graphs;
    }

    /**
     * Begins.
     *
     * @param asked    names the graphs, if the request chose some
     * @param revision to be held by the caller until this is closed
     * @param run      whose stop signal is heeded
     */
    static Execution begin(ReadQuery query, SparqlRequest asked, RevisionLease revision, QueryRun run) {
        DatasetGraph dataset = revision.dataset();
        dataset.begin(TxnType.READ);
        try {
            return new Execution(query, run, dataset, scope(query.query(), asked, dataset), chosen(asked));
        } catch (RuntimeException | Error failed) {
            dataset.end();
            throw failed;
        }
    }

    /** The graphs asked for by parameter, else by FROM, else all; nothing is ever fetched. */
    private static DatasetGraph scope(Query query, SparqlRequest asked, DatasetGraph dataset) {
        DatasetDescription description = chosen(asked)
                .orElseGet(() -> DatasetDescription.create(query.getGraphURIs(), query.getNamedGraphURIs()));
        return DynamicDatasets.dynamicDataset(description, dataset, false);
    }

    /** The graphs asked for by parameter. */
    private static Optional<DatasetDescription> chosen(SparqlRequest asked) {
        return asked.defaultGraphs().isEmpty() && asked.namedGraphs().isEmpty()
                ? Optional.empty()
                : Optional.of(DatasetDescription.create(asked.defaultGraphs(), asked.namedGraphs()));
    }

    /** The rows of SELECT, or what the template of CONSTRUCT is filled in from. */
    Iterator<Binding> rows() {
        DatasetGraph asked = scope;
        if (dataset instanceof StoreDataset store) {
            if (query.portable() && !query.federated()) {
                return store.answer(query.query(), graphs.orElse(null), run::whenStopped);
            }
            // What asks others, or calls functions of ours, is worked out here.
            asked = scope == store ? store.whole() : scope;
        }
        return worked(asked);
    }

    private QueryIterator worked(DatasetGraph asked) {
        Context context = context();
        Plan plan = QueryEngineRegistry.findFactory(query.algebra(), asked, context)
                .create(query.algebra(), asked, BindingFactory.root(), context);
        QueryIterator rows = plan.iterator();
        end = () -> {
            rows.close();
            plan.close();
        };
        run.whenStopped(rows::cancel);
        return rows;
    }

    /** What ASK asks. */
    boolean verdict() {
        return rows().hasNext();
    }

    /** The triples of CONSTRUCT, perhaps some of them more than once, or of DESCRIBE. */
    Iterator<Triple> triples() {
        if (query.query().isConstructType()) {
            return TemplateLib.calcTriples(query.query().getConstructTemplate().getTriples(), rows());
        }
        boolean isFound = query.query().getQueryPattern() != null;
        return new Described(scope).triples(query.query(), isFound ? rows() : Iter.nullIterator());
    }

    /** The prefixes that the query declares. */
    Map<String, String> prefixes() {
        return new HashMap<>(query.query().getPrefixMapping().getNsPrefixMap());
    }

    private Context context() {
        Context context = ARQ.getContext().copy();
        context.putAll(scope.getContext());
        context.set(ARQConstants.symCancelQuery, run.stopSignal());
        context.set(ARQConstants.sysCurrentQuery, query.query());
        run.ledger().into(context, dataset);
        return context;
    }

    @Override
    public void close() {
        try {
            end.run();
        } finally {
            dataset.end();
        }
    }
}
