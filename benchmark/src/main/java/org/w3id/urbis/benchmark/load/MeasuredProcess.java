package org.w3id.urbis.benchmark.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.w3id.urbis.benchmark.ServerProcess;

/**
 * What a Java program took that ran to its end in a process of its own.
 *
 * @param seconds          from its start to its end
 * @param processorSeconds processor time of all its threads
 * @param mebibytes        the most memory it held, mapped files that it touched included; -1 where the system does not tell
 */
public record MeasuredProcess(double seconds, double processorSeconds, long mebibytes) {

    private static final int LOOKS_PER_SECOND = 10;

    /**
     * Runs a program.
     *
     * @param log       where all it prints goes
     * @param arguments of the {@code java} that this process runs on
     * @return what it took
     * @throws IOException if it does not end well
     */
    public static MeasuredProcess run(Path log, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(ServerProcess.java()));
        command.addAll(arguments);
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        double processor = 0;
        long most = -1;
        try {
            while (!process.waitFor(1000 / LOOKS_PER_SECOND, TimeUnit.MILLISECONDS)) {
                processor = Math.max(
                        processor,
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9);
                most = Math.max(most, mostMebibytes(process.pid()));
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Stopped", stopped);
        }
        if (process.exitValue() != 0) {
            throw new IOException("A program ended with " + process.exitValue() + "; all it said is in " + log);
        }
        return new MeasuredProcess((System.nanoTime() - begin) / 1e9, processor, most);
    }

    private static long mostMebibytes(long pid) {
        try (Stream<String> status = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return status.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException | java.io.UncheckedIOException ended) {
            return -1;
        }
    }
}
