package org.w3id.urbis.endpoint.store;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.TDBException;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.publication.DamagedDataException;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.RevisionNames;

/**
 * Opens the TDB2 directories of revisions and closes them again, each at most once at a time: TDB2 hands out one and
 * the same object for a location, so a revision that comes back while it still has readers must be the same here too.
 */
final class OpenRevisions {
    private final PrivateLinks links;
    private final Consumer<Context> guard;
    private final RevisionWatcher watcher;
    private final Map<Long, OpenRevision> open = new HashMap<>();

    OpenRevisions(PrivateLinks links, Consumer<Context> guard, RevisionWatcher watcher) {
        this.links = links;
        this.guard = guard;
        this.watcher = watcher;
    }

    /** How many are open, being read or not. */
    synchronized int count() {
        return open.size();
    }

    /**
     * Opens a revision for the store, or takes it again if readers of an earlier time still hold it.
     *
     * @return the revision, held once more; empty if it is just being closed, so ask again later
     * @throws UnusableRevisionException if it cannot be opened
     */
    synchronized Optional<OpenRevision> take(Revision info) {
        OpenRevision known = open.get(info.number());
        if (known != null) {
            return known.hold() ? Optional.of(known) : Optional.empty();
        }
        Path location = links.link(info);
        DatasetGraph dataset = connect(info, location);
        dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
        guard.accept(dataset.getContext());
        NameIndex names = names(info, dataset, location);
        OpenRevision revision = new OpenRevision(info, dataset, names, () -> close(info, dataset, names, location));
        watcher.opened(revision);
        open.put(info.number(), revision);
        return Optional.of(revision);
    }

    private synchronized void close(Revision info, DatasetGraph dataset, NameIndex names, Path location) {
        watcher.unused(info);
        names.close();
        TDBInternal.expel(dataset, true);
        links.unlink(location);
        open.remove(info.number());
    }

    private NameIndex names(Revision info, DatasetGraph dataset, Path location) {
        try {
            return RevisionNames.open(info);
        } catch (DamagedDataException cannotBeMade) {
            TDBInternal.expel(dataset, true);
            links.unlink(location);
            throw new UnusableRevisionException("Cannot open the names of revision " + info.number(), cannotBeMade);
        }
    }

    private static DatasetGraph connect(Revision info, Path location) {
        try {
            return DatabaseMgr.connectDatasetGraph(Location.create(location));
        } catch (TDBException | DBOpEnvException damagedOrLocked) {
            throw new UnusableRevisionException(
                    "Cannot open revision " + info.number() + " in " + location, damagedOrLocked);
        }
    }
}
