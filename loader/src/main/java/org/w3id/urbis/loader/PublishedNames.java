package org.w3id.urbis.loader;

import java.nio.file.Files;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.names.NameIndexException;
import org.w3id.urbis.loader.publication.Revision;

/**
 * The index of names of a revision, if it is there and of this version: who only looks makes none.
 *
 * @param index the index, open until this is closed; empty if there is none
 */
public record PublishedNames(Optional<NameIndex> index) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedNames.class);

    /**
     * Opens the index of a revision.
     *
     * @param revision the revision
     * @return the index, or that there is none
     */
    public static PublishedNames of(Revision revision) {
        if (!Files.isDirectory(revision.names())) {
            return new PublishedNames(Optional.empty());
        }
        try {
            return new PublishedNames(Optional.of(NameIndex.open(revision.names())));
        } catch (NameIndexException unusable) {
            LOG.info("Likely duplicates are not looked for", unusable);
            return new PublishedNames(Optional.empty());
        }
    }

    @Override
    public void close() {
        index.ifPresent(NameIndex::close);
    }
}
