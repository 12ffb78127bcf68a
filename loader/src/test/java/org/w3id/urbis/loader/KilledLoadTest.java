package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.cli.LoadCommand;
import org.w3id.urbis.loader.publication.ChangeLog;
import org.w3id.urbis.loader.publication.ChangeSet;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Revisions;
import org.w3id.urbis.loader.publication.StoredRevision;
import picocli.CommandLine;

/** Loads that are cut off, as by a power failure, at moments all over their duration. */
class KilledLoadTest {

    private static final int KILLS = 20;

    @TempDir
    private Path directory;

    private Path data;
    private SmallSource source;

    @BeforeEach
    void publishOnce() throws Exception {
        data = directory.resolve("data");
        source = SmallSource.in(directory.resolve("sources"));
        assertEquals(0, start().waitFor(), this::said);
    }

    @Test
    void theOldRevisionOrTheNewOneIsThereWholeWheneverALoadIsKilled() throws Exception {
        source.write("networks.ttl", text(0));
        long start = System.nanoTime();
        assertEquals(0, start().waitFor(), this::said);
        long durationMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);

        Random random = new Random(20);
        List<String> outcomes = new ArrayList<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            Revision before = new Revisions(data).current().orElseThrow();
            source.write("networks.ttl", text(kill));
            Process load = start();
            // One moment in each twentieth of the time a load takes.
            long moment = (long) ((kill - 1 + random.nextDouble()) * durationMs / KILLS);
            boolean ended = load.waitFor(moment, TimeUnit.MILLISECONDS);
            load.destroyForcibly().waitFor();
            outcomes.add(judge(before, kill, ended, moment));
        }

        source.write("networks.ttl", text(99));
        assertEquals(0, start().waitFor(), this::said);
        Revision last = new Revisions(data).current().orElseThrow();
        assertEquals(last.hash(), StoredRevision.hash(last));
        assertEquals(List.of(), leftovers(), outcomes::toString);
        assertTrue(
                outcomes.stream().filter(outcome -> outcome.startsWith("old")).count() >= KILLS / 2,
                () -> "too few loads were cut off before their end: " + outcomes);
    }

    private String judge(Revision before, int kill, boolean ended, long moment) {
        Revision after = new Revisions(data).current().orElseThrow();
        assertEquals(after.hash(), StoredRevision.hash(after), "revision " + after.number() + " is not whole");
        List<ChangeSet> changes = new ChangeLog(data).until(after.number());
        assertEquals(after.number(), changes.getLast().revision());
        changes.forEach(set -> assertEquals(
                set.size(), set.things(0, Long.MAX_VALUE).size(), "change set " + set.sequence() + " is not whole"));
        assertTrue(
                after.number() == before.number()
                        || after.number() > before.number() && StoredRevision.mentions(after, "Rivers " + kill),
                () -> "neither the old revision nor the new one is current after kill " + kill);
        return (after.number() == before.number() ? "old" : "new") + (ended ? " (ended) " : " ") + moment + " ms";
    }

    private List<String> leftovers() throws IOException {
        try (var entries = Files.list(data.resolve("revisions"))) {
            return entries.map(path -> path.getFileName().toString())
                    .filter(name -> !name.matches("\\d+"))
                    .toList();
        }
    }

    private String said() {
        try {
            return Files.readString(directory.resolve("out.txt")) + Files.readString(directory.resolve("err.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String text(int edition) {
        return SmallSource.TURTLE.replace("\"Rivers\"", "\"Rivers " + edition + "\"");
    }

    private Process start() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                "small",
                "--sources",
                directory.resolve("sources").toString(),
                "--data",
                data.toString());
        return new ProcessBuilder(command)
                .redirectOutput(new File(directory.toFile(), "out.txt"))
                .redirectError(new File(directory.toFile(), "err.txt"))
                .start();
    }

    /** What runs in the process that is killed. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) {
            System.exit(new CommandLine(new LoadCommand()).execute(arguments));
        }
    }
}
