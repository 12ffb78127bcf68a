package org.w3id.urbis.endpoint.store;

import org.w3id.urbis.loader.publication.Revision;

/** Is told of each revision that is opened, becomes current, and is read by nobody any more. */
public interface RevisionWatcher {
    /** Somebody whom it does not concern. */
    RevisionWatcher NONE = new RevisionWatcher() {
        @Override
        public void opened(OpenRevision revision) {
            // Does not concern it.
        }

        @Override
        public void current(OpenRevision revision) {
            // Does not concern it.
        }

        @Override
        public void unused(Revision revision) {
            // Does not concern it.
        }
    };

    /**
     * A revision has been opened and will be read from; it may be the next current one or an earlier one that somebody
     * asks for.
     */
    void opened(OpenRevision revision);

    /** A revision that was opened becomes the current one now. */
    void current(OpenRevision revision);

    /** Nobody reads a revision any more; its files are closed after this. */
    void unused(Revision revision);
}
