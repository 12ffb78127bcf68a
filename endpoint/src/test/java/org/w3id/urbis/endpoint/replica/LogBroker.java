package org.w3id.urbis.endpoint.replica;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.w3id.urbis.endpoint.FoldersInMemory;
import org.w3id.urbis.endpoint.SelfSigned;

/** A broker of Kafka in a process of its own, which is its own controller (KRaft), on free ports and in a folder of its own. */
public final class LogBroker implements AutoCloseable {
    private static LogBroker running;

    private final Path folder;
    private final int port;
    private final int securedPort;
    private Process process;

    private LogBroker(Path folder, int port, int securedPort) {
        this.folder = folder;
        this.port = port;
        this.securedPort = securedPort;
    }

    /** The only one who is let in where the broker asks who one is. */
    static final String USER = "urbis";

    /** That one's password. */
    static final String PASSWORD = "secret";

    /** A broker for all tests, each of which has topics of its own; it ends with the tests. */
    public static synchronized LogBroker running() throws IOException {
        if (running == null) {
            LogBroker broker = start();
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
            running = broker;
        }
        return running;
    }

    /** Starts one. */
    public static LogBroker start() throws IOException {
        Path folder = FoldersInMemory.create("urbis-broker-");
        int port = freePort();
        int controller = freePort();
        int secured = freePort();
        Files.writeString(folder.resolve("server.properties"), """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%2$d
            controller.listener.names=CONTROLLER
            listeners=PLAINTEXT://127.0.0.1:%1$d,SECURED://127.0.0.1:%4$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=PLAINTEXT://127.0.0.1:%1$d,SECURED://127.0.0.1:%4$d
            listener.security.protocol.map=PLAINTEXT:PLAINTEXT,SECURED:SASL_SSL,CONTROLLER:PLAINTEXT
            sasl.enabled.mechanisms=PLAIN
            listener.name.secured.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule \
              required user_%5$s="%6$s";
            ssl.keystore.type=PKCS12
            ssl.keystore.location=%7$s
            ssl.keystore.password=%8$s
            ssl.key.password=%8$s
            log.dirs=%3$s
            auto.create.topics.enable=false
            default.replication.factor=1
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=1
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=1
            num.network.threads=1
            num.io.threads=2
            log.cleaner.enable=false
            """.formatted(
                        port,
                        controller,
                        folder.resolve("log").toString().replace('\\', '/'),
                        secured,
                        USER,
                        PASSWORD,
                        keys().toString().replace('\\', '/'),
                        SelfSigned.PASSWORD));
        Files.writeString(folder.resolve("logback.xml"), """
            <configuration>
              <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%m%n</pattern></encoder>
              </appender>
              <logger name="kafka.server.KafkaRaftServer" level="INFO"/>
              <root level="ERROR"><appender-ref ref="OUT"/></root>
            </configuration>
            """);
        LogBroker broker = new LogBroker(folder, port, secured);
        broker.comeBack();
        return broker;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Where it is met. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Where it is met over TLS, and asks for a password. */
    String securedAddress() {
        return "127.0.0.1:" + securedPort;
    }

    private static Path keys() throws IOException {
        try {
            return SelfSigned.ofThisMachine().keys();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped", stopped);
        }
    }

    /** Kills it; its clients are not told. */
    void goAway() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts it, the first time or again, with what it had before; returns when it answers. */
    void comeBack() throws IOException {
        process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Dlogback.configurationFile=" + folder.resolve("logback.xml"),
                        "-classpath",
                        classPath(),
                        InAProcess.class.getName(),
                        folder.resolve("server.properties").toString())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
        BufferedReader said = process.inputReader();
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            if (line.contains("Kafka Server started")) {
                Thread.ofVirtual().start(() -> said.lines().forEach(more -> {}));
                return;
            }
        }
        throw new IOException("The broker ended:\n" + all);
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(place -> !place.matches(".*/(jena|rdf4j|lucene|helidon|playwright|icu4j|archunit|jazzer)[^/]*"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try (Stream<Path> walk = Files.walk(folder)) {
            process.waitFor();
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException leftBehind) {
            folder.toFile().deleteOnExit();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The broker's process. It ends with the process that started it, however that ends. */
    static final class InAProcess {
        private InAProcess() {}

        public static void main(String[] arguments) {
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    while (System.in.read() >= 0) {
                        // Nobody says anything; it is the end that counts.
                    }
                } catch (IOException ended) {
                    // As good as the end.
                }
                Runtime.getRuntime().halt(0);
            });
            StorageTool.execute(
                    new String[] {"format", "--ignore-formatted", "-t", "MkU3OEVBNTcwNTJENDM2Qg", "-c", arguments[0]},
                    System.out);
            Kafka.main(arguments);
        }
    }
}
