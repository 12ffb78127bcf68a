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
import org.apache.jena.tdb2.TDBException;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.publication.DamagedDataException;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.RevisionForm;
import org.w3id.urbis.loader.publication.RevisionNames;
import org.w3id.urbis.loader.publication.Store;

/**
 * Opens revisions and closes them again, each at most once at a time: by their read form, or by their TDB2 directory
 * where there is none. TDB2 hands out one and the same object for a location, so a revision that comes back while it
 * still has readers must be the same here too.
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

    /**
     * What answers for a revision.
     *
     * @param dataset read form or store
     * @param close   lets go of its files
     */
    private record Opened(DatasetGraph dataset, Runnable close) {}

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
        Opened opened = RevisionForm.open(info)
                .map(form -> new Opened(form.dataset(), () -> {}))
                .orElseGet(() -> connect(info));
        guard.accept(opened.dataset().getContext());
        NameIndex names = names(info, opened);
        OpenRevision revision = new OpenRevision(info, opened.dataset(), names, () -> close(info, names, opened));
        watcher.opened(revision);
        open.put(info.number(), revision);
        return Optional.of(revision);
    }

    private synchronized void close(Revision info, NameIndex names, Opened opened) {
        watcher.unused(info);
        names.close();
        opened.close().run();
        open.remove(info.number());
    }

    private static NameIndex names(Revision info, Opened opened) {
        try {
            return RevisionNames.open(info);
        } catch (DamagedDataException cannotBeMade) {
            opened.close().run();
            throw new UnusableRevisionException("Cannot open the names of revision " + info.number(), cannotBeMade);
        }
    }

    /** The store itself, where there is no read form. */
    private Opened connect(Revision info) {
        Path location = links.link(info);
        try {
            DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(location));
            Store.askWholeGraph(dataset.getContext());
            return new Opened(dataset, () -> {
                TDBInternal.expel(dataset, true);
                links.unlink(location);
            });
        } catch (TDBException | DBOpEnvException damagedOrLocked) {
            throw new UnusableRevisionException(
                    "Cannot open revision " + info.number() + " in " + location, damagedOrLocked);
        }
    }
}
