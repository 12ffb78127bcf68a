package org.w3id.urbis.loader;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.w3id.urbis.loader.publication.Publication;
import org.w3id.urbis.loader.source.GivenFiles;
import org.w3id.urbis.loader.source.SourceFile;

/**
 * What to load, and where to.
 *
 * @param data      the data directory
 * @param folders   folders of source folders beside those that ship, the ones that count more last
 * @param sources   ids of the sources to read; empty for all that can be read
 * @param given     files to take in place of those that the sources describe
 * @param dryRun    whether to stop before anything is published
 * @param retention how many revisions are kept, 1 or more
 */
public record LoadRequest(
        Path data, List<Path> folders, List<String> sources, GivenFiles given, boolean dryRun, int retention) {

    /** Copies the lists. */
    public LoadRequest {
        folders = List.copyOf(folders);
        sources = List.copyOf(sources);
    }

    /**
     * Asks for sources with at most one file given for them.
     *
     * @param data      the data directory
     * @param folders   folders of source folders beside those that ship
     * @param sources   ids of the sources to read; empty for all that can be read
     * @param from      a file to take in place of that of the one source named
     * @param dryRun    whether to stop before anything is published
     * @param retention how many revisions are kept, 1 or more
     */
    public LoadRequest(
            Path data,
            List<Path> folders,
            List<String> sources,
            Optional<SourceFile> from,
            boolean dryRun,
            int retention) {
        this(data, folders, sources, new GivenFiles(from.stream().toList(), List.of()), dryRun, retention);
    }

    /**
     * Asks for all sources that ship.
     *
     * @param data the data directory
     * @return the request
     */
    public static LoadRequest all(Path data) {
        return new LoadRequest(data, List.of(), List.of(), GivenFiles.NONE, false, Publication.DEFAULT_RETENTION);
    }
}
