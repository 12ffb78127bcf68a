package org.w3id.urbis.endpoint.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.jena.atlas.iterator.Iter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Store;

/** Publishers and replicas that are killed at any moment, as by a power failure, and begin again. */
class KilledReplicationTest {

    private static final int KILLS = 3;

    @TempDir
    private Path folder;

    @Test
    void anEntryIsInTheLogWholeAndOnceWhereverThePublisherIsKilled() throws Exception {
        LoggedTown town = new LoggedTown(LogBroker.running().address(), "log-" + UUID.randomUUID(), folder);
        Path here = folder.resolve("here");
        town.publish("one");
        town.write();
        Random random = new Random(5);
        for (int kill = 1; kill <= KILLS; kill++) {
            town.publishMuch(kill);
            Process process = start(Publisher.class, town, town.publisher());
            // From before its first word to the broker until it has written.
            process.waitFor(random.nextInt(1 + 400 * kill), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
        }
        town.write();
        assertEquals(1 + KILLS, town.last().entry().sequence());
        town.follow(here);
        assertEquals(LoggedTown.history(town.publisher()), LoggedTown.history(here));
    }

    @Test
    void aRevisionIsAppliedWholeAndOnceWhereverAReplicaIsKilled() throws Exception {
        LoggedTown town = new LoggedTown(LogBroker.running().address(), "log-" + UUID.randomUUID(), folder);
        Path here = folder.resolve("here");
        town.publish("one");
        for (int number = 1; number <= KILLS; number++) {
            town.publishMuch(number);
        }
        town.write();
        List<Revision> seen = new ArrayList<>();
        for (String moment : List.of("log-entry.new", "revisions/2", "revisions/3.new/tdb2")) {
            Process process = start(Replica.class, town, here);
            await(process, () -> Files.exists(here.resolve(moment)));
            process.destroyForcibly().waitFor();
            if (Files.exists(here.resolve("current"))) {
                Revision current = LoggedTown.current(here);
                long quads = Store.read(current, store -> Iter.count(store.find()));
                assertEquals(current.quads(), quads, "revision " + current.number() + " is not whole");
                seen.add(current);
            }
        }
        assertTrue(seen.getLast().number() < 1 + KILLS, "the last kill came too late to be one");
        town.follow(here);
        assertEquals(LoggedTown.history(town.publisher()), LoggedTown.history(here));
    }

    private static void await(Process process, BooleanSupplier reached) throws InterruptedException {
        while (process.isAlive() && !reached.getAsBoolean()) {
            process.waitFor(1, TimeUnit.MILLISECONDS);
        }
    }

    private Process start(Class<?> program, LoggedTown town, Path data) throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        town.broker(),
                        town.topic(),
                        town.folder().toString(),
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
    }

    private static LoggedTown town(String[] arguments) {
        return new LoggedTown(arguments[0], arguments[1], Path.of(arguments[2]));
    }

    /** Writes what the log lacks, in a process of its own. */
    static final class Publisher {
        private Publisher() {}

        public static void main(String[] arguments) {
            town(arguments).write();
        }
    }

    /** Follows the log to its end, in a process of its own. */
    static final class Replica {
        private Replica() {}

        public static void main(String[] arguments) {
            town(arguments).follow(Path.of(arguments[3]));
        }
    }
}
