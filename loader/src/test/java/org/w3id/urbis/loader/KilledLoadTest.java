package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.cli.LoadCommand;
import org.w3id.urbis.loader.publication.ChangeLog;
import org.w3id.urbis.loader.publication.ChangeSet;
import org.w3id.urbis.loader.publication.Publication;
import org.w3id.urbis.loader.publication.PublisherLock;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Revisions;
import org.w3id.urbis.loader.publication.StoredRevision;
import org.w3id.urbis.loader.statement.Statements;
import org.w3id.urbis.loader.submission.Actor;
import org.w3id.urbis.loader.submission.Submissions;
import picocli.CommandLine;

/**
 * Loads that are cut off, as by a power failure. What a load reads, judges and adds it holds in memory; only what it then
 * writes can be left half done, and most are therefore cut off at that.
 */
class KilledLoadTest {

    private static final int KILLS = 8;

    /** What a load takes: opening every jar would be much of what a process does. */
    private static final String CLASS_PATH = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(place ->
                    !place.matches(".*(junit|opentest4j|apiguardian|jazzer|sarif|fastexcel|networknt|rdfpatch).*"))
            .collect(Collectors.joining(File.pathSeparator));

    @TempDir
    private Path directory;

    private Path data() {
        return directory.resolve("data");
    }

    @Test
    void theOldRevisionOrTheNewOneIsThereWholeWheneverALoadIsKilled() throws Exception {
        Path sources = directory.resolve("sources");
        SmallSource source = SmallSource.in(sources);
        String[] load = {"small", "--sources", sources.toString(), "--data", data().toString()};
        assertEquals(0, new CommandLine(new LoadCommand()).execute(load));
        int files = files(FileTime.fromMillis(0));

        List<String> outcomes = new ArrayList<>();
        for (String step : List.of("publishing", "half published")) {
            int kill = outcomes.size() + 1;
            Revision before = current();
            source.write("networks.ttl", small(kill));
            FileTime begun = now();
            Process process = start(LoadInAProcess.class, load);
            await(process, () -> said().contains("\npublishing"));
            await(process, () -> step.equals("publishing") || files(begun) >= files / 2);
            process.destroyForcibly().waitFor();
            outcomes.add(judge(before, kill, step));
        }

        source.write("networks.ttl", small(99));
        assertEquals(0, new CommandLine(new LoadCommand()).execute(load));
        assertNothingIsLeft();
        assertCutOffBeforeTheirEnd(1, outcomes);
    }

    @Test
    void norIsAnyHarmedWhereverThePublicationIsCutOff() throws Exception {
        publish(data(), "0");
        int files = files(FileTime.fromMillis(0));
        long start = System.nanoTime();
        assertEquals(0, start(Town.class, data().toString(), "1").waitFor(), this::said);
        long twentieth = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 20;

        Random random = new Random(20);
        List<String> outcomes = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            Revision before = current();
            FileTime begun = now();
            Process process = start(Town.class, data().toString(), Integer.toString(kill + 2));
            // When another part of the files is there, at the latest when all are; and then at any moment.
            int enough = files * kill / KILLS;
            await(process, () -> said().contains("begins") && files(begun) >= enough);
            process.waitFor(random.nextLong(twentieth + 1), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            outcomes.add(judge(before, kill + 2, enough + " files"));
        }

        publish(data(), "99");
        assertNothingIsLeft();
        assertCutOffBeforeTheirEnd(KILLS / 2, outcomes);
    }

    private static void assertCutOffBeforeTheirEnd(int least, List<String> outcomes) {
        assertTrue(
                outcomes.stream().filter(outcome -> outcome.startsWith("old")).count() >= least,
                () -> "too few were cut off before their end: " + outcomes);
    }

    private String judge(Revision before, int kill, String moment) {
        Revision after = current();
        assertEquals(after.hash(), StoredRevision.hash(after), "revision " + after.number() + " is not whole");
        List<ChangeSet> changes = new ChangeLog(data()).until(after.number());
        assertEquals(after.number(), changes.getLast().revision());
        changes.forEach(set -> assertEquals(
                set.size(), set.things(0, Long.MAX_VALUE).size(), "change set " + set.sequence() + " is not whole"));
        assertTrue(
                after.number() == before.number()
                        || after.number() > before.number() && StoredRevision.mentions(after, "Rivers " + kill),
                () -> "neither the old revision nor the new one is current after the kill at " + moment);
        return (after.number() == before.number() ? "old at " : "new at ") + moment;
    }

    private void assertNothingIsLeft() throws IOException {
        assertEquals(current().hash(), StoredRevision.hash(current()));
        try (Stream<Path> entries = Files.list(data().resolve("revisions"))) {
            List<String> leftovers = entries.map(path -> path.getFileName().toString())
                    .filter(name -> !name.matches("\\d+"))
                    .toList();
            assertEquals(List.of(), leftovers);
        }
    }

    private Revision current() {
        return new Revisions(data()).current().orElseThrow();
    }

    private static void await(Process process, BooleanSupplier reached) throws InterruptedException {
        while (process.isAlive() && !reached.getAsBoolean()) {
            process.waitFor(1, TimeUnit.MILLISECONDS);
        }
    }

    /** How many files of revisions and changes were written at a moment or later. */
    private int files(FileTime since) {
        return Stream.of("revisions", "changes")
                .mapToInt(name -> files(data().resolve(name), since))
                .sum();
    }

    private static int files(Path root, FileTime since) {
        File[] entries = root.toFile().listFiles();
        if (entries == null) {
            return root.toFile().isFile() && root.toFile().lastModified() >= since.toMillis() ? 1 : 0;
        }
        return Stream.of(entries)
                .mapToInt(entry -> files(entry.toPath(), since))
                .sum();
    }

    /** Now, by the clock of the disk. */
    private FileTime now() throws IOException {
        return Files.getLastModifiedTime(Files.writeString(directory.resolve("now.txt"), "now"));
    }

    private String said() {
        try {
            return "\n" + Files.readString(directory.resolve("said.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String small(int edition) {
        return SmallSource.TURTLE.replace("\"Rivers\"", "\"Rivers " + edition + "\"");
    }

    private Process start(Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Dslf4j.internal.verbosity=WARN",
                "-Dslf4j.provider=org.w3id.urbis.loader.cli.PlainLog",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                CLASS_PATH,
                program.getName()));
        command.addAll(List.of(arguments));
        Files.deleteIfExists(directory.resolve("said.txt"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("said.txt").toFile())
                .start();
    }

    /** Publishes a small town as a load does that has read and judged it. */
    private static void publish(Path data, String edition) {
        Submissions submissions = new Submissions(data, Clock.systemUTC());
        try (PublisherLock held = PublisherLock.take(data)) {
            Statements town = new Statements();
            IntStream.range(0, 100)
                    .mapToObj(house -> named("house/" + house, "House " + house))
                    .forEach(town::add);
            town.add(named("rivers", "Rivers " + edition));
            Optional<Revision> revision = new Publication(data, 3, Clock.systemUTC()).publish(held, town, ready -> {});
            submissions.published(
                    revision.orElseThrow().number(), revision.orElseThrow().hash(), Actor.ofThisProcess());
        }
    }

    private static Quad named(String thing, String name) {
        return Quad.create(
                NodeFactory.createURI("https://w3id.org/urbis/graph/town"),
                NodeFactory.createURI("https://w3id.org/urbis/id/place/" + thing),
                RDFS.Nodes.label,
                NodeFactory.createLiteralString(name));
    }

    /** The command in a process of its own. */
    static final class LoadInAProcess {

        private LoadInAProcess() {}

        public static void main(String[] arguments) {
            System.exit(new CommandLine(new LoadCommand()).execute(arguments));
        }
    }

    /** The writing alone in a process of its own. */
    static final class Town {

        private Town() {}

        public static void main(String[] arguments) {
            System.out.println("begins");
            publish(Path.of(arguments[0]), arguments[1]);
        }
    }
}
