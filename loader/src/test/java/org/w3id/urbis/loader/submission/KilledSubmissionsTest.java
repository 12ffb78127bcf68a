package org.w3id.urbis.loader.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.submission.Event.Kind;

/** Two processes that take entries in and decide about them, and are cut off, or run into a full disk. */
class KilledSubmissionsTest {

    private static final int KILLS = 20;

    /** What keeping submissions takes: opening every jar would be most of what a process does. */
    private static final String CLASS_PATH = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(place -> place.endsWith("classes")
                    || place.matches(".*(urbis|jena|json|parsson|slf4j|logback|commons|caffeine).*"))
            .collect(Collectors.joining(File.pathSeparator));

    @TempDir
    private Path folder;

    private final Set<String> received = new HashSet<>();
    private final Map<String, String> decided = new HashMap<>();
    private int told;

    @Test
    void whatWasAcknowledgedIsThereAndNothingIsHalfDoneWheneverBothAreKilled() throws Exception {
        Random random = new Random(21);
        for (int kill = 1; kill <= KILLS; kill++) {
            Path one = folder.resolve(kill + "-one.txt");
            Path other = folder.resolve(kill + "-other.txt");
            List<Process> both = new ArrayList<>(List.of(start(one, "", kill)));
            if (kill % 3 == 0) {
                both.add(start(other, "", kill + KILLS));
            } else {
                Files.createFile(other);
            }
            // Every fourth is killed wherever it is then, the others when they have begun to work.
            while (kill % 4 != 0 && Files.size(one) == 0 && both.getFirst().isAlive()) {
                both.getFirst().waitFor(5, TimeUnit.MILLISECONDS);
            }
            both.getFirst().waitFor(random.nextInt(100), TimeUnit.MILLISECONDS);
            for (Process process : both) {
                process.destroyForcibly();
            }
            for (Process process : both) {
                process.waitFor();
            }
            look(one);
            look(other);
            judge();
        }
        assertTrue(received.size() > KILLS, "entries taken in: " + received.size());
        assertTrue(decided.size() > KILLS / 2, "decisions: " + decided.size());
    }

    @Test
    void aFullDiskIsToldAndWhatWasAcknowledgedBeforeIsThere() throws Exception {
        Path one = folder.resolve("full.txt");
        Process process = start(one, "ulimit -f 24; ", 1);
        assertEquals(3, process.waitFor(), () -> read(one));
        look(one);
        assertTrue(!received.isEmpty(), () -> read(one));
        judge();
        // With room again it goes on from there.
        Submissions again = new Submissions(folder.resolve("data"), Clock.systemUTC());
        received.add(again.receive(Handed.in("room again"), Handed.ANNA).id());
        judge();
    }

    /** Notes what a process said it had done; a line that was not ended was not said. */
    private void look(Path output) {
        String all = read(output);
        for (String line : all.substring(0, all.lastIndexOf('\n') + 1).lines().toList()) {
            String[] words = line.split(" ");
            told++;
            if (words[0].equals("received")) {
                received.add(words[1]);
            } else {
                assertEquals(null, decided.put(words[1], words[0]), "decided by two: " + words[1]);
            }
        }
    }

    private void judge() {
        Submissions submissions = new Submissions(folder.resolve("data"), Clock.systemUTC());
        assertTrue(submissions.verify().size() >= told);
        Set<String> there = new HashSet<>();
        for (Submission submission : submissions.list()) {
            there.add(submission.id());
            // Fails if it is not what came.
            assertTrue(submissions.file(submission).length > 0);
            assertEquals("{}\n", submissions.report(submission));
        }
        assertTrue(there.containsAll(received), () -> "lost: " + without(received, there));
        decided.forEach((id, kind) ->
                assertEquals(kind, submissions.submission(id).state().name().toLowerCase(Locale.ROOT), id));
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> left = new HashSet<>(all);
        left.removeAll(some);
        return left;
    }

    private Process start(Path output, String before, int seed) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                before + "exec \"$@\"",
                "sh",
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Dslf4j.internal.verbosity=WARN",
                "-Dslf4j.provider=org.w3id.urbis.loader.cli.PlainLog",
                "-cp",
                CLASS_PATH,
                Curator.class.getName(),
                folder.resolve("data").toString(),
                Integer.toString(seed)));
        return new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
    }

    private static String read(Path file) {
        try (Stream<String> lines = Stream.of(Files.readString(file))) {
            return lines.findFirst().orElse("");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What runs in a process: it takes in an entry, decides about the first that waits, and says each when it is done. */
    static final class Curator {

        private Curator() {}

        public static void main(String[] arguments) {
            Submissions submissions = new Submissions(Path.of(arguments[0]), Clock.systemUTC());
            for (int i = 0; ; i++) {
                try {
                    Entry entry = Handed.in(arguments[1] + " " + i + " x".repeat(1000));
                    System.out.println("received "
                            + submissions.receive(entry, Handed.ANNA).id());
                    Optional<Submission> waiting = submissions.list().stream()
                            .filter(submission -> submission.state() == SubmissionState.WAITING)
                            .findFirst();
                    Kind kind = i % 2 == 0 ? Kind.ACCEPTED : Kind.REJECTED;
                    if (waiting.isPresent()) {
                        String id = waiting.get().id();
                        submissions.decide(submissions.draft(kind, id, Handed.CLARA, "seen"), Curator::isStillWaiting);
                        System.out.println(kind.name().toLowerCase(Locale.ROOT) + " " + id);
                    }
                } catch (ConflictException decidedByTheOther) {
                    // Looks for another.
                } catch (UnwritableException full) {
                    System.exit(3);
                }
            }
        }

        private static void isStillWaiting(Submission submission) {
            if (submission.state() != SubmissionState.WAITING) {
                throw new ConflictException("somebody else was faster");
            }
        }
    }
}
