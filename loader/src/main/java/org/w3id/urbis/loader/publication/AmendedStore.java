package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the store of a revision that differs little from the one before: its files are copied, and the difference is written in
 * one transaction. A store that is written to never gives a block back, so that one that has grown too much is made anew.
 */
final class AmendedStore {

    private static final Logger LOG = LoggerFactory.getLogger(AmendedStore.class);

    /** What a store must not take over: the locks, and the journal, which is empty in one that was closed well. */
    private static final Set<String> OWN = Set.of("tdb.lock", "journal.jrnl");

    /** What the indexes of a statement take where their blocks are full: four terms of eight bytes, in six orders. */
    private static final long PACKED_BYTES = 6L * 4 * Long.BYTES;

    /** What all indexes may take beyond that, as a part of it and in bytes. */
    private static final double MOST_MORE = 0.25;

    private static final long MOST_BESIDE = 64L << 20;

    private static final int LOOKED_BYTES = 1 << 18;
    private static final byte[] ZEROS = new byte[LOOKED_BYTES];

    private AmendedStore() {}

    /**
     * Makes the store; its files are closed afterwards.
     *
     * @param before    the revision before
     * @param was       what it holds, to look things up in
     * @param added     the statements that come
     * @param removed   the statements that go
     * @param directory where the store is to be; empty
     * @param whole     gives all statements, if they are needed
     * @throws IOException if the disk refuses
     */
    static void write(
            Revision before,
            DatasetGraph was,
            Collection<Quad> added,
            Collection<Quad> removed,
            Path directory,
            Supplier<SortedQuads> whole)
            throws IOException {
        List<Quad> changed = Stream.concat(added.stream(), removed.stream()).toList();
        try {
            if (!looksAlike(changed, was) && !hasGrown(before)) {
                copy(before.store(), directory);
                apply(directory, added, removed);
                return;
            }
        } catch (IOException | UncheckedIOException | JenaException failed) {
            LOG.warn("Writing a store anew, as one cannot go on from {}", before.store(), failed);
            DurableFiles.remove(directory);
            Files.createDirectory(directory);
        }
        Store.write(directory, whole.get());
    }

    /**
     * Whether one of the statements has a double that the store cannot tell from it: of numbers and dates it keeps the value,
     * and not how it is written.
     */
    private static boolean looksAlike(List<Quad> quads, DatasetGraph was) {
        record Kept(Quad place, NodeId value) {}
        Map<Kept, Node> known = new HashMap<>();
        for (Quad quad : quads) {
            Node value = quad.getObject();
            NodeId kept = NodeId.inline(value);
            if (kept != null) {
                Quad place = Quad.create(quad.getGraph(), quad.getSubject(), quad.getPredicate(), Node.ANY);
                Node same = known.putIfAbsent(new Kept(place, kept), value);
                if (same != null && !same.equals(value)
                        || was.stream(place.getGraph(), place.getSubject(), place.getPredicate(), Node.ANY)
                                .map(Quad::getObject)
                                .anyMatch(other -> !other.equals(value) && kept.equals(NodeId.inline(other)))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether much of the store is blocks that nothing needs any more. */
    private static boolean hasGrown(Revision before) throws IOException {
        long all = 0;
        for (Path file : files(before.store())) {
            if (file.toString().endsWith(".dat")) {
                all += used(file);
            }
        }
        return all > PACKED_BYTES * before.quads() * (1 + MOST_MORE) + MOST_BESIDE;
    }

    private static List<Path> files(Path store) throws IOException {
        try (Stream<Path> all = Files.walk(store)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !OWN.contains(file.getFileName().toString()))
                    .toList();
        }
    }

    /** How long a file is without the zeros at its end, of which the disk keeps nothing: files grow by eight megabytes. */
    private static long used(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer some = ByteBuffer.allocate(LOOKED_BYTES);
            for (long end = channel.size(); end > 0; ) {
                long from = Math.max(0, end - LOOKED_BYTES);
                some.clear().limit((int) (end - from));
                while (some.hasRemaining() && channel.read(some, from + some.position()) >= 0) {
                    continue;
                }
                if (Arrays.mismatch(some.array(), 0, some.position(), ZEROS, 0, some.position()) >= 0) {
                    return end;
                }
                end = from;
            }
            return 0;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            long used = used(file);
            try (FileChannel source = FileChannel.open(file);
                    RandomAccessFile target = new RandomAccessFile(copy.toFile(), "rw")) {
                for (long at = 0; at < used; ) {
                    at += source.transferTo(at, used - at, target.getChannel());
                }
                target.setLength(source.size());
            }
        }
    }

    private static void apply(Path directory, Collection<Quad> added, Collection<Quad> removed) {
        DatasetGraph database = DatabaseMgr.connectDatasetGraph(Location.create(directory));
        try {
            database.executeWrite(() -> {
                removed.forEach(database::delete);
                added.forEach(database::add);
            });
        } finally {
            TDBInternal.expel(database);
        }
    }
}
