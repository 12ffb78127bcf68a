package org.w3id.urbis.endpoint.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.sparql.util.Context;
import org.w3id.urbis.endpoint.store.RevisionSource.Opened;
import org.w3id.urbis.loader.publication.Revision;

/**
 * Opens revisions and closes them again, each at most once at a time. TDB2 hands out one and the same object for a location,
 * so a revision that comes back while it still has readers must be the same here too.
 */
final class OpenRevisions {
    private final RevisionSource source;
    private final Consumer<Context> guard;
    private final RevisionWatcher watcher;
    private final Map<Key, OpenRevision> open = new HashMap<>();

    OpenRevisions(RevisionSource source, Consumer<Context> guard, RevisionWatcher watcher) {
        this.source = source;
        this.guard = guard;
        this.watcher = watcher;
    }

    /** A store of others may be given another content under a number that it had before. */
    private record Key(long number, String hash) {
        static Key of(Revision info) {
            return new Key(info.number(), info.hash());
        }
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
        OpenRevision known = open.get(Key.of(info));
        if (known != null) {
            return known.hold() ? Optional.of(known) : Optional.empty();
        }
        Opened opened = source.open(info);
        guard.accept(opened.dataset().getContext());
        OpenRevision revision = new OpenRevision(info, opened.dataset(), opened.names(), () -> close(info, opened));
        watcher.opened(revision);
        open.put(Key.of(info), revision);
        return Optional.of(revision);
    }

    private synchronized void close(Revision info, Opened opened) {
        watcher.unused(info);
        opened.close().run();
        open.remove(Key.of(info));
    }
}
