package org.w3id.urbis.loader.publication;

import java.nio.file.Path;
import java.util.function.Function;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.sys.TDBInternal;

/** The TDB2 database of a revision. */
public final class Store {

    private Store() {}

    /** Writes a new database; its files are closed afterwards. */
    static void write(Path directory, SortedQuads sorted) {
        DatasetGraph database = DatabaseMgr.connectDatasetGraph(Location.create(directory));
        try {
            if (sorted.size() > 0) {
                PackedStore.write(database, sorted);
            }
        } finally {
            TDBInternal.expel(database);
        }
    }

    /**
     * Lets queries see the union of the named graphs as the default graph.
     *
     * @param context the context of a query; one of its own takes the place of that of the dataset
     */
    public static void askWholeGraph(Context context) {
        context.set(TDB2.symUnionDefaultGraph, true);
    }

    /**
     * Reads from a published revision. Any number of processes may do so at a time.
     *
     * @param <T>      what is read
     * @param revision the revision
     * @param reading  reads from the dataset, in a transaction: the named graphs, and their union as the default graph
     * @return what was read
     */
    public static <T> T read(Revision revision, Function<DatasetGraph, T> reading) {
        try (StoreView view = StoreView.open(revision.store())) {
            DatasetGraph database = view.dataset();
            askWholeGraph(database.getContext());
            return Txn.calculateRead(database, () -> reading.apply(database));
        }
    }
}
