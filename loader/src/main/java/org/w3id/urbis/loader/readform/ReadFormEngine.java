package org.w3id.urbis.loader.readform;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpLib;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.util.Context;

/** Jena's usual query engine, on quads, with the union of the named graphs for a default graph. */
final class ReadFormEngine extends QueryEngineMain {
    private static final QueryEngineFactory FACTORY = new Factory();

    private ReadFormEngine(Op op, DatasetGraph dataset, Binding input, Context context) {
        super(op, dataset, input, context);
    }

    private ReadFormEngine(Query query, DatasetGraph dataset, Binding input, Context context) {
        super(query, dataset, input, context);
    }

    /** Lets Jena find this engine for read forms; doing so twice does nothing more. */
    static void enlist() {
        if (!QueryEngineRegistry.containsFactory(FACTORY)) {
            QueryEngineRegistry.addFactory(FACTORY);
        }
    }

    @Override
    protected DatasetGraph dynamicDataset(DatasetDescription description, DatasetGraph dataset, boolean union) {
        return DynamicDatasets.dynamicDataset(description, dataset, false);
    }

    @Override
    protected Op modifyOp(Op op) {
        Op modified = super.modifyOp(op);
        return isDynamicDataset() ? modified : OpLib.unionDefaultGraphQuads(Algebra.toQuadForm(modified));
    }

    private static final class Factory implements QueryEngineFactory {
        @Override
        public boolean accept(Query query, DatasetGraph dataset, Context context) {
            return dataset instanceof ReadFormDataset;
        }

        @Override
        public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
            return new ReadFormEngine(query, dataset, input, context).getPlan();
        }

        @Override
        public boolean accept(Op op, DatasetGraph dataset, Context context) {
            return dataset instanceof ReadFormDataset;
        }

        @Override
        public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
            return new ReadFormEngine(op, dataset, input, context).getPlan();
        }
    }
}
