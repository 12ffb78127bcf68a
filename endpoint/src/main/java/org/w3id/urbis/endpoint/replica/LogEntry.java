package org.w3id.urbis.endpoint.replica;

import java.util.Optional;
import org.w3id.urbis.loader.publication.Announcement;

/**
 * What the log says of a revision that became current; the patch itself follows it in pieces.
 *
 * @param announced    the revision
 * @param previousHash the hash of the revision that the patch is to be applied to; empty if it makes the revision of nothing
 * @param pieces       in how many messages the patch comes, 1 or more
 * @param bytes        its length in all, compressed
 * @param sha256       its checksum, in hexadecimal
 */
record LogEntry(Announcement announced, Optional<String> previousHash, int pieces, long bytes, String sha256) {

    /** Whether it makes the revision of nothing, so that whoever lacks what came before can begin with it. */
    boolean isWhole() {
        return previousHash.isEmpty();
    }

    long sequence() {
        return announced.sequence();
    }

    /** How it is called in messages. */
    @Override
    public String toString() {
        return "entry " + sequence() + " (revision " + announced.revision() + ")";
    }
}
