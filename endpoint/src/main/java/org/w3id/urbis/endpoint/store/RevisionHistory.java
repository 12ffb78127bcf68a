package org.w3id.urbis.endpoint.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.w3id.urbis.loader.publication.Revision;

/**
 * The revisions that are kept.
 *
 * @param kept    all of them, newest first
 * @param current the number of the one that counts
 */
public record RevisionHistory(List<Revision> kept, long current) {

    /** Copies the list. */
    public RevisionHistory {
        kept = List.copyOf(kept);
    }

    /** The revision of a number; empty if it is not kept or never was. */
    public Optional<Revision> find(long number) {
        return kept.stream().filter(revision -> revision.number() == number).findFirst();
    }

    /** The newest revision whose content has a hash; empty if none is kept. */
    public Optional<Revision> find(String hash) {
        return kept.stream().filter(revision -> revision.hash().equals(hash)).findFirst();
    }

    /** Whether a revision of that number was published once and has been removed since. */
    public boolean isGone(long number) {
        return number >= 1 && find(number).isEmpty() && kept.stream().anyMatch(revision -> revision.number() > number);
    }

    /** The newest revision that was published by then; the oldest that is kept if all are later. */
    public Revision at(Instant moment) {
        return kept.stream()
                .filter(revision -> !revision.created().isAfter(moment))
                .findFirst()
                .orElseGet(kept::getLast);
    }
}
