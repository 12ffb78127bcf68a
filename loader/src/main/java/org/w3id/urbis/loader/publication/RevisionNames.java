package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.names.NameIndexBuilder;
import org.w3id.urbis.loader.names.NameIndexException;

/**
 * The index of names of a revision: made when it is published, and made again from its dump and store where it is missing or
 * of an earlier version of this program.
 */
public final class RevisionNames {

    private static final Logger LOG = LoggerFactory.getLogger(RevisionNames.class);

    private static final String UNFINISHED = "names-";
    private static final Pattern PROCESS = Pattern.compile(UNFINISHED + "([0-9]{1,18})-.*");

    private RevisionNames() {}

    /**
     * Opens the index, which is made first if need be.
     *
     * @param revision the revision
     * @return the index, to be closed
     * @throws DamagedDataException if it can neither be opened nor made
     */
    public static NameIndex open(Revision revision) {
        try {
            return NameIndex.open(revision.names());
        } catch (NameIndexException missing) {
            LOG.info("Making the index of names of revision {}: {}", revision.number(), missing.getMessage());
        }
        try {
            make(revision);
            return NameIndex.open(revision.names());
        } catch (IOException | NameIndexException e) {
            throw new DamagedDataException("Cannot make the index of names in " + revision.names(), e);
        }
    }

    private static void make(Revision revision) throws IOException {
        removeAbandoned(revision.directory());
        Path fresh = Files.createTempDirectory(
                revision.directory(), UNFINISHED + ProcessHandle.current().pid() + "-");
        try {
            Store.read(revision, graph -> {
                write(fresh, revision, graph);
                return null;
            });
            if (Files.exists(revision.names())) {
                DurableFiles.remove(revision.names());
            }
            DurableFiles.move(fresh, revision.names());
        } catch (FileSystemException madeByAnother) {
            if (!Files.isDirectory(revision.names())) {
                throw madeByAnother;
            }
        } finally {
            if (Files.exists(fresh)) {
                DurableFiles.remove(fresh);
            }
        }
    }

    /** Removes what processes left behind that ended while they made an index. */
    private static void removeAbandoned(Path directory) throws IOException {
        List<Path> abandoned;
        try (Stream<Path> entries = Files.list(directory)) {
            abandoned = entries.filter(RevisionNames::isAbandoned).toList();
        }
        for (Path leftover : abandoned) {
            DurableFiles.remove(leftover);
        }
    }

    private static boolean isAbandoned(Path entry) {
        Matcher unfinished = PROCESS.matcher(entry.getFileName().toString());
        return unfinished.matches()
                && ProcessHandle.of(Long.parseLong(unfinished.group(1))).isEmpty();
    }

    private static void write(Path directory, Revision revision, DatasetGraph graph) {
        try (InputStream dump = new GZIPInputStream(Files.newInputStream(revision.dump()), 1 << 16);
                NameIndexBuilder builder = NameIndexBuilder.in(directory, graph)) {
            RDFParser.source(dump).lang(Lang.NQUADS).parse(new StreamRDFBase() {
                @Override
                public void quad(Quad quad) {
                    builder.add(quad);
                }
            });
        } catch (IOException e) {
            throw new DamagedDataException("Cannot read " + revision.dump(), e);
        }
    }
}
