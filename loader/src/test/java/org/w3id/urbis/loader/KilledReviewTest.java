package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.loader.ReviewedData.ANNA;
import static org.w3id.urbis.loader.ReviewedData.CLARA;
import static org.w3id.urbis.loader.ReviewedData.WHATEVER;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.submission.Submission;
import org.w3id.urbis.loader.submission.SubmissionState;

/**
 * A process that accepts a submission is cut off anywhere. It is stopped again and again on its way, and whenever its files
 * have changed they are copied as they are: that is what it leaves behind if it is killed there. Who starts on a copy finds
 * the submission waiting, or makes it part of the graph, and nothing in between.
 */
class KilledReviewTest {

    private static final int FEWEST_PLACES = 8;
    private static final int SHORTEST_SLICE_MS = 8;
    private static final int LONGEST_SLICE_MS = 500;

    @TempDir
    private Path folder;

    @Test
    void whatIsLeftWhereverItIsKilledIsWhollyAcceptedOrWaits() throws Exception {
        ReviewedData data = ReviewedData.in(folder.resolve("data"));
        Submission waiting = data.received(SubmittedEntry.network("quays", "Quays"), ANNA);
        List<Path> left = leftBy(accepting(data.data(), waiting.id()), data.data());
        assertTrue(left.size() >= FEWEST_PLACES, left::toString);

        for (Path copy : left) {
            assertTrue(isWhole(copy, waiting.id()), copy::toString);
        }
        assertEquals(
                SubmissionState.PUBLISHED,
                data.submissions().submission(waiting.id()).state());
        // What waits in the midst of the files that were cut off can be accepted as if nothing had been.
        Path last = left.reversed().stream()
                .filter(copy -> waits(copy, waiting.id()))
                .findFirst()
                .orElseThrow();
        ReviewedData again = ReviewedData.at(last);
        assertEquals(
                List.of(),
                again.review().accept(waiting.id(), CLARA, "", WHATEVER).findings());
        assertTrue(isWhole(last, waiting.id()) && !waits(last, waiting.id()));
    }

    private static boolean waits(Path data, String id) {
        return ReviewedData.at(data).submissions().submission(id).state() == SubmissionState.WAITING;
    }

    /** Does what a server does at its start, and looks whether log and graph say the same. */
    private static boolean isWhole(Path data, String id) {
        ReviewedData after = ReviewedData.at(data);
        assertEquals(List.of(), after.review(Duration.ZERO).settle());
        after.submissions().verify();
        Submission submission = after.submissions().submission(id);
        // Each question opens the store: one for what must not be, or one for what must be.
        return switch (submission.state()) {
            case WAITING -> !after.ask("network:quays ?p ?o") && after.current().number() == 1;
            case PUBLISHED ->
                submission.revision().orElseThrow() == after.current().number()
                        && after.ask("network:quays a urbis:Network . GRAPH <https://w3id.org/urbis/graph/submission/"
                                + id + "> { network:quays ?p ?o }");
            default -> false;
        };
    }

    /** Copies of the files at all the places at which they looked different. */
    private List<Path> leftBy(Process process, Path data) throws Exception {
        List<Path> copies = new ArrayList<>();
        Set<String> before = files(data);
        // What it does before it first writes anything leaves nothing behind.
        while (process.isAlive() && files(data).equals(before)) {
            process.waitFor(SHORTEST_SLICE_MS, TimeUnit.MILLISECONDS);
        }
        int slice = SHORTEST_SLICE_MS;
        try (Signals signals = Signals.to(process)) {
            while (process.isAlive()) {
                signals.send("STOP");
                Set<String> now = files(data);
                // As long as nothing changes there is nothing to be missed, and on a busy machine it has to get on.
                slice = Math.min(LONGEST_SLICE_MS, 2 * slice);
                if (!now.equals(before)) {
                    Path copy = folder.resolve("left-" + copies.size());
                    copy(data, copy);
                    copies.add(copy);
                    before = now;
                    slice = SHORTEST_SLICE_MS;
                }
                signals.send("CONT");
                process.waitFor(slice, TimeUnit.MILLISECONDS);
            }
        }
        assertEquals(0, process.exitValue(), () -> read(folder.resolve("said.txt")));
        return copies;
    }

    private Process accepting(Path data, String id) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Curator.class.getName(),
                        data.toString(),
                        id)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
    }

    /** Each file with its length and when it was last written. */
    private static Set<String> files(Path data) throws IOException {
        Set<String> files = new TreeSet<>();
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file + " " + attributes.size() + " " + attributes.lastModifiedTime());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        Process copying = new ProcessBuilder("cp", "-R", from.toString(), to.toString()).start();
        assertEquals(0, copying.waitFor());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A shell that sends signals to a process, which is quicker than to start a program for each. */
    private record Signals(Process shell, BufferedWriter in, BufferedReader out) implements AutoCloseable {

        static Signals to(Process process) throws IOException {
            Process shell = new ProcessBuilder(
                            "sh", "-c", "while read -r name; do kill -$name " + process.pid() + "; echo; done")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Signals(shell, shell.outputWriter(), shell.inputReader());
        }

        void send(String name) throws IOException {
            in.write(name + "\n");
            in.flush();
            out.readLine();
        }

        @Override
        public void close() throws IOException {
            in.close();
            out.close();
        }
    }

    /** What runs in the process. */
    static final class Curator {

        private Curator() {}

        public static void main(String[] arguments) {
            ReviewedData data = ReviewedData.at(Path.of(arguments[0]));
            data.review().accept(arguments[1], CLARA, "", WHATEVER);
        }
    }
}
