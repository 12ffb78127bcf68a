package org.w3id.urbis.endpoint.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.loader.publication.Backup;

/** A backup of a data directory whose server runs, and takes what is handed in. */
class BackupTest {
    private static final int HANDED_IN_BEFORE = 5;

    @TempDir
    private Path directory;

    @Test
    void whatIsRestoredServesTheSame() throws InterruptedException {
        Path file = directory.resolve("backup.zip");
        List<String> made = new CopyOnWriteArrayList<>();
        List<String> madeBefore;
        String graph;
        try (Harbour harbour = Harbour.on(directory.resolve("data"))) {
            AtomicBoolean isEnough = new AtomicBoolean();
            CountDownLatch before = new CountDownLatch(HANDED_IN_BEFORE);
            Thread submitter = Thread.ofVirtual().start(() -> {
                for (int i = 0; !isEnough.get(); i++) {
                    String text = Harbour.network("harbour-" + i, "Harbour " + i);
                    made.add(harbour.submitted(text, harbour.submitter()));
                    before.countDown();
                }
            });
            before.await();
            madeBefore = List.copyOf(made);
            new Backup(file).make(harbour.data(), Duration.ZERO);
            isEnough.set(true);
            submitter.join();
            graph = dump(harbour.server());
            new Backup(file).restore(directory.resolve("restored"));
            try (RunningServer restored = RunningServer.on(directory.resolve("restored"))) {
                String[] token = {"Authorization", "Bearer " + harbour.curator()};
                assertEquals(graph, dump(restored));
                assertEquals(
                        harbour.server().get("/id/network/none").statusCode(),
                        restored.get("/id/network/none").statusCode());
                JsonNode all = Harbour.json(restored.get("/submissions?limit=100", token));
                assertTrue(all.path("total").asInt() >= madeBefore.size(), all::toString);
                assertTrue(all.path("total").asInt() <= made.size(), all::toString);
                for (String submission : madeBefore) {
                    String path = submission.replace(harbour.server().origin(), "");
                    assertEquals(
                            Harbour.json(harbour.get(path, harbour.curator())).path("state"),
                            Harbour.json(restored.get(path, token)).path("state"));
                }
                // Each of those that came while the backup was made is there whole, or not at all.
                all.path("submissions")
                        .forEach(one -> assertEquals(
                                200,
                                restored.get(
                                                "/submissions/"
                                                        + one.path("identifier").asText(),
                                                token)
                                        .statusCode()));
            }
        }
    }

    private static String dump(RunningServer server) {
        return server.get("/dumps/1/urbis.nq.gz.sha256").body();
    }
}
