package org.w3id.urbis.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server in a process of its own, ended when closed. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final Process process;
    private final int port;
    private final double startSeconds;

    private ServerProcess(Process process, int port, double startSeconds) {
        this.process = process;
        this.port = port;
        this.startSeconds = startSeconds;
    }

    /**
     * Starts a server with the Java of this process and waits for its first answer.
     *
     * @param log       where all it prints goes; its folder is where the server runs
     * @param arguments all that follows the command {@code java}; {@code {port}} stands for the port
     * @param path      path of its query service
     * @throws IOException if it does not answer within a minute
     */
    public static ServerProcess start(Path log, List<String> arguments, String path) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        arguments.forEach(argument -> command.add(argument.replace("{port}", Integer.toString(port))));
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(log.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            awaitAnswer(process, port, path, log);
        } catch (IOException | RuntimeException failed) {
            process.destroyForcibly();
            throw failed;
        }
        return new ServerProcess(process, port, (System.nanoTime() - begin) / 1e9);
    }

    private static void awaitAnswer(Process process, int port, String path, Path log) throws IOException {
        byte[] ask = KeptConnection.request(port, path + "?query=ASK%7B%7D", "application/sparql-results+json");
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try (KeptConnection connection = new KeptConnection(port)) {
                connection.ask(ask);
                return;
            } catch (IOException notYet) {
                pause();
            }
        }
        throw new IOException("The server did not answer; all it said is in " + log);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped", stopped);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** From the start of the process to its first answer. */
    public double startSeconds() {
        return startSeconds;
    }

    /**
     * Memory the process holds.
     *
     * @return resident set size in MiB, or -1 where the system does not tell
     */
    public long residentMebibytes() {
        try (Stream<String> status = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return status.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException notLinux) {
            return -1;
        }
    }

    /** Processor time the process has used so far, in seconds; it tells cost even when the machine is busy with other things. */
    public double processorSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
