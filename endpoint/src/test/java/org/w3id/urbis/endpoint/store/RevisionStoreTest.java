package org.w3id.urbis.endpoint.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.loader.publication.Publication;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Revisions;
import org.w3id.urbis.loader.publication.Store;
import org.w3id.urbis.loader.readform.ReadForm;
import org.w3id.urbis.loader.readform.UnreadableFormException;

class RevisionStoreTest {
    private static final Duration POLL = Duration.ofMillis(50);

    @TempDir
    private Path data;

    private final List<Long> opened = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> current = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> closed = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch firstClosed = new CountDownLatch(1);

    private RevisionStore open() {
        return RevisionStore.open(data, POLL, 1, context -> {}, new RevisionWatcher() {
            @Override
            public void opened(OpenRevision revision) {
                opened.add(revision.info().number());
            }

            @Override
            public void current(OpenRevision revision) {
                current.add(revision.info().number());
            }

            @Override
            public void unused(Revision revision) {
                closed.add(revision.number());
                firstClosed.countDown();
            }
        });
    }

    private static String mark(RevisionLease lease) {
        return Txn.calculateRead(lease.dataset(), () -> lease.dataset()
                .find(Quad.unionGraph, Node.ANY, Town.iri("https://w3id.org/urbis/ontology#mark"), Node.ANY)
                .next()
                .getObject()
                .getLiteralLexicalForm());
    }

    private static void awaitRevision(RevisionStore store, long number) throws InterruptedException {
        for (int tries = 0; tries < 400; tries++) {
            try (RevisionLease lease = store.lease()) {
                if (lease.info().number() == number) {
                    return;
                }
            }
            Thread.sleep(25);
        }
        throw new AssertionError("Revision " + number + " never became current");
    }

    @Test
    void whoBeganOnARevisionEndsOnIt() throws InterruptedException {
        Town.publish(data, Town.marked("one"));
        try (RevisionStore store = open()) {
            RevisionLease early = store.lease();
            Town.publish(data, Town.marked("two"));
            awaitRevision(store, 2);
            assertEquals("one", mark(early));
            try (RevisionLease late = store.lease()) {
                assertEquals("two", mark(late));
            }
            assertEquals(List.of(), closed);
            early.close();
            early.close();
            assertTrue(firstClosed.await(10, TimeUnit.SECONDS));
            assertEquals(List.of(1L), closed);
        }
        assertEquals(List.of(1L, 2L), closed);
    }

    @Test
    void aRevisionThatComesBackWhileItIsReadIsTheSame() throws InterruptedException {
        Town.publish(data, Town.marked("one"));
        try (RevisionStore store = open();
                RevisionLease early = store.lease()) {
            Town.publish(data, Town.marked("two"));
            awaitRevision(store, 2);
            new Revisions(data).rollback(1);
            awaitRevision(store, 1);
            try (RevisionLease again = store.lease()) {
                assertEquals("one", mark(again));
            }
            assertEquals("one", mark(early));
        }
    }

    @Test
    void earlierRevisionsAreOpenedOnDemandAndNoMoreThanMay() throws InterruptedException {
        List<Revision> all = List.of(
                Town.publish(data, Town.marked("one")),
                Town.publish(data, Town.marked("two")),
                Town.publish(data, Town.marked("three")));
        try (RevisionStore store = open()) {
            RevisionLease first = store.lease(all.get(0)).orElseThrow();
            assertEquals("one", mark(first));
            assertEquals(Optional.empty(), store.lease(all.get(1)), "one may be open, and it is being read");
            assertEquals("three", mark(store.lease(all.get(2)).orElseThrow()), "the current one always can be");
            first.close();
            try (RevisionLease second = store.lease(all.get(1)).orElseThrow()) {
                assertEquals("two", mark(second));
                assertTrue(firstClosed.await(10, TimeUnit.SECONDS));
                assertEquals(2, store.openRevisions());
            }
            assertEquals(List.of(1L), closed, "it made room");
            assertEquals(List.of(3L, 1L, 2L), opened);
            assertEquals(List.of(3L), current);
        }
    }

    @Test
    void theHistoryTellsWhatIsKeptAndWhatIsGone() {
        Publication keepingTwo = new Publication(data, 2, Clock.systemUTC());
        for (String mark : List.of("one", "two", "three")) {
            keepingTwo.publish(() -> Town.marked(mark).stream());
        }
        try (RevisionStore store = open()) {
            RevisionHistory history = store.history();
            assertEquals(3, history.current());
            assertEquals(
                    List.of(3L, 2L),
                    history.kept().stream().map(Revision::number).toList());
            assertTrue(history.isGone(1));
            assertFalse(history.isGone(2));
            assertFalse(history.isGone(4));
            Revision second = history.find(2).orElseThrow();
            assertEquals(Optional.of(second), history.find(second.hash()));
            assertEquals(OptionalLong.of(1), second.parent());
            assertEquals(2, history.at(Instant.EPOCH).number(), "the oldest there is");
            assertEquals(3, history.at(Instant.MAX).number());
        }
    }

    @Test
    void aDamagedRevisionLeavesTheOldOneInService() throws IOException, InterruptedException {
        Town.publish(data, Town.marked("one"));
        try (RevisionStore store = open()) {
            Files.writeString(data.resolve("current"), "7\n");
            Thread.sleep(4 * POLL.toMillis());
            try (RevisionLease lease = store.lease()) {
                assertEquals(1, lease.info().number());
            }
            Files.writeString(data.resolve("current"), "1\n");
            Town.publish(data, Town.marked("two"));
            awaitRevision(store, 2);
        }
    }

    @Test
    void othersMayOpenWhatIsBeingServed() throws IOException {
        Revision revision = Town.publish(data, Town.marked("one"));
        preventReadForm(revision);
        try (RevisionStore store = open();
                RevisionLease lease = store.lease()) {
            for (Path locked : List.of(revision.store(), revision.store().resolve("Data-0001"))) {
                try (FileChannel channel = FileChannel.open(
                                locked.resolve("tdb.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.tryLock()) {
                    assertTrue(lock.isValid());
                }
            }
            long quads = Store.read(revision, dataset -> dataset.stream().count());
            assertEquals(lease.info().quads(), quads);
        }
    }

    /** Puts something in its way that cannot be overwritten, so that the store itself must be opened. */
    private static void preventReadForm(Revision revision) throws IOException {
        Files.delete(revision.readForm());
        Files.createDirectories(revision.readForm().resolve("in-the-way"));
    }

    @Test
    void aDamagedReadFormIsMadeAgainFromTheStore() throws IOException {
        Revision revision = Town.publish(data);
        byte[] bytes = Files.readAllBytes(revision.readForm());
        bytes[bytes.length / 2] ^= 1;
        Files.write(revision.readForm(), bytes);
        assertThrows(UnreadableFormException.class, () -> ReadForm.open(revision.readForm()));
        try (RevisionStore store = open();
                RevisionLease lease = store.lease()) {
            long quads = Txn.calculateRead(
                    lease.dataset(), () -> lease.dataset().stream().count());
            assertEquals(revision.quads(), quads);
        }
        assertEquals(revision.quads(), ReadForm.open(revision.readForm()).quads());
    }

    @Test
    void linksGoWithTheServerThatMadeThem() throws IOException {
        preventReadForm(Town.publish(data));
        Path abandoned = data.resolve("serving").resolve("999999999-1");
        Files.createDirectories(abandoned.resolve("Data-0001"));
        RevisionStore store = open();
        assertFalse(Files.exists(abandoned));
        store.close();
        try (Stream<Path> left = Files.list(data.resolve("serving"))) {
            assertEquals(List.of(), left.toList());
        }
        assertThrows(IllegalStateException.class, store::lease);
    }

    @Test
    void anEmptyDirectoryIsNoStore() {
        UnusableRevisionException refused = assertThrows(UnusableRevisionException.class, this::open);
        assertTrue(refused.getMessage().contains("Nothing is published in " + data), refused.getMessage());
    }
}
