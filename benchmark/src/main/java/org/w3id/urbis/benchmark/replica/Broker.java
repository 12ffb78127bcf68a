package org.w3id.urbis.benchmark.replica;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.w3id.urbis.benchmark.ServerProcess;

/** A broker of Kafka in a process of its own, as it comes from Maven Central, on the loopback address. */
public final class Broker implements AutoCloseable {
    private final Process process;
    private final int port;

    private Broker(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it and waits until it takes connections.
     *
     * @param work where its files go
     * @throws IOException if it ends instead
     */
    public static Broker start(Path work) throws IOException {
        int port = ServerProcess.freePort();
        int controller = ServerProcess.freePort();
        Path settings = Files.writeString(Files.createDirectories(work).resolve("broker.properties"), """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%2$d
            controller.listener.names=CONTROLLER
            listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
            log.dirs=%3$s
            offsets.topic.replication.factor=1
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            """.formatted(
                        port, controller, work.resolve("broker-log")));
        await(run(
                work, "kafka.tools.StorageTool", "format", "-t", "MkU3OEVBNTcwNTJENDM2Qg", "-c", settings.toString()));
        Broker broker = new Broker(run(work, "kafka.Kafka", settings.toString()), port);
        broker.awaitConnections();
        return broker;
    }

    private static Process run(Path work, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ServerProcess.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-classpath",
                System.getProperty("java.class.path"),
                program));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        work.resolve("broker.log").toFile()))
                .start();
    }

    private static void await(Process process) throws IOException {
        try {
            if (process.waitFor() != 0) {
                throw new IOException("The folder of the broker cannot be prepared");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped", stopped);
        }
    }

    private void awaitConnections() throws IOException {
        while (process.isAlive()) {
            try (Socket connected = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        throw new IOException("The broker ended");
    }

    /** Where it is met. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
