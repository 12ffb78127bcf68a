package org.w3id.urbis.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts load on a server by the program {@code wrk}, which costs less than anything it measures here.
 *
 * @see <a href="https://github.com/wg/wrk">wrk</a>
 */
public final class Wrk {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern COUNT = Pattern.compile("([0-9]+) requests in ");
    private static final Pattern LATE = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");

    private final Path folder;
    private final AtomicInteger runs = new AtomicInteger();

    /**
     * Prepares.
     *
     * @param folder where its scripts go
     */
    public Wrk(Path folder) {
        this.folder = folder;
    }

    /**
     * What a load came to.
     *
     * @param rate             whole answers per second
     * @param lateMillis       within what time 99 of 100 answers came, in milliseconds
     * @param processorMillis  processor time of the server for each answer, in milliseconds
     */
    public record Measured(double rate, double lateMillis, double processorMillis) {}

    /**
     * Runs a load.
     *
     * @param service     path of the service on the server
     * @param connections how many at once
     * @param duration    how long
     * @throws IOException if there is no {@code wrk}, or an answer was an error or broke off
     */
    public Measured run(ServerProcess server, String service, Workload workload, int connections, Duration duration)
            throws IOException {
        Path script = workload.script(folder, service, ProcessHandle.current().pid() + "-" + runs.incrementAndGet());
        double before = server.processorSeconds();
        String said = output(List.of(
                "wrk",
                "--threads",
                "1",
                "--connections",
                Integer.toString(connections),
                "--duration",
                duration.toSeconds() + "s",
                "--timeout",
                "30s",
                "--latency",
                "--script",
                script.toString(),
                "http://127.0.0.1:" + server.port()));
        double processor = server.processorSeconds() - before;
        if (said.contains("Non-2xx") || said.contains("Socket errors")) {
            throw new IOException("Not everything was answered:\n" + said);
        }
        Matcher late = found(LATE, said);
        double unit =
                switch (late.group(2)) {
                    case "us" -> 0.001;
                    case "ms" -> 1;
                    default -> 1000;
                };
        double count = Double.parseDouble(found(COUNT, said).group(1));
        return new Measured(
                Double.parseDouble(found(RATE, said).group(1)),
                unit * Double.parseDouble(late.group(1)),
                1000 * processor / count);
    }

    private static Matcher found(Pattern pattern, String said) throws IOException {
        Matcher matcher = pattern.matcher(said);
        if (!matcher.find()) {
            throw new IOException("wrk said:\n" + said);
        }
        return matcher;
    }

    private static String output(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped", stopped);
        } finally {
            process.destroy();
        }
    }
}
