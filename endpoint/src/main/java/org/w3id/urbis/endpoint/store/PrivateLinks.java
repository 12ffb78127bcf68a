package org.w3id.urbis.endpoint.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.loader.publication.Revision;

/**
 * Gives this process hard links of its own to the files of a revision.
 *
 * <p>TDB2 locks a directory against other processes, because it could write there. A published revision is never
 * written again, and an operator who queries or exports it by command line while it is being served must not be turned
 * away: so the server opens {@code data/serving/<process>-<number>-…}, whose files are those of the revision and whose
 * locks are its own. It also keeps the files when the loader removes an old revision that somebody still reads.
 */
final class PrivateLinks {
    private static final Logger LOG = LoggerFactory.getLogger(PrivateLinks.class);

    private final Path serving;

    PrivateLinks(Path data) {
        this.serving = data.resolve("serving");
    }

    /**
     * Links a revision's store.
     *
     * @return the directory of links, or the store itself where the file system has no hard links
     * @throws UnusableRevisionException if the store cannot be read
     */
    Path link(Revision revision) {
        if (!Files.isDirectory(revision.store())) {
            throw new UnusableRevisionException(
                    "Revision " + revision.number() + " has no directory " + revision.store());
        }
        try {
            Files.createDirectories(serving);
            removeAbandoned();
            Path target =
                    Files.createTempDirectory(serving, ProcessHandle.current().pid() + "-" + revision.number() + "-");
            linkTree(revision.store(), target);
            return target;
        } catch (IOException | UnsupportedOperationException noLinks) {
            LOG.info("Serving {} itself, because it cannot be linked: {}", revision.store(), noLinks.toString());
            return revision.store();
        }
    }

    /** Removes the links again; does nothing to a store that was opened itself. */
    void unlink(Path location) {
        if (location.startsWith(serving)) {
            try {
                remove(location);
            } catch (IOException stays) {
                LOG.warn("Cannot remove {}", location, stays);
            }
        }
    }

    /** Removes what servers left behind that were killed. */
    private void removeAbandoned() throws IOException {
        if (!Files.isDirectory(serving)) {
            return;
        }
        try (Stream<Path> directories = Files.list(serving)) {
            for (Path directory : directories.toList()) {
                String process = directory.getFileName().toString().split("-", 2)[0];
                if (process.matches("[0-9]{1,18}")
                        && ProcessHandle.of(Long.parseLong(process)).isEmpty()) {
                    remove(directory);
                }
            }
        }
    }

    private static void linkTree(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path));
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else if (!path.getFileName().toString().equals("tdb.lock")) {
                    Files.createLink(target, path);
                }
            }
        }
    }

    private static void remove(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> all = Files.walk(directory)) {
                List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
                for (Path path : deepestFirst) {
                    Files.delete(path);
                }
            }
        }
    }
}
