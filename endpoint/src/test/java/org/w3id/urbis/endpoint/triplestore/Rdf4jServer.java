package org.w3id.urbis.endpoint.triplestore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The server of RDF4J as it comes, in a process of its own, with a repository in memory that it keeps on disk too. */
final class Rdf4jServer implements ForeignStore {
    private static final Path PROGRAM = Path.of("target", "foreign-store");
    private static final Duration STARTING = Duration.ofMinutes(2);
    private static final String REPOSITORY = """
        @prefix config: <tag:rdf4j.org,2023:config/> .
        [] a config:Repository ;
           config:rep.id "urbis" ;
           config:rep.impl [
             config:rep.type "openrdf:SailRepository" ;
             config:sail.impl [ config:sail.type "openrdf:MemoryStore" ; config:mem.persist true ] ] .
        """;

    private final int port = ForeignStore.freePort();
    private final Path directory;
    private Process process;

    /** Starts it with an empty repository. */
    Rdf4jServer(Path directory) {
        this.directory = directory;
        restart();
        send(HttpRequest.newBuilder(URI.create(queries()))
                .header("Content-Type", "text/turtle")
                .PUT(HttpRequest.BodyPublishers.ofString(REPOSITORY)));
    }

    private String origin() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public String queries() {
        return origin() + "/repositories/urbis";
    }

    @Override
    public String content() {
        return queries() + "/statements";
    }

    @Override
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void restart() {
        try {
            Files.createDirectories(directory.resolve("work"));
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Dorg.eclipse.rdf4j.appdata.basedir=" + directory.toAbsolutePath(),
                            "-Djava.io.tmpdir=" + directory.resolve("work").toAbsolutePath(),
                            "-jar",
                            PROGRAM.resolve("jetty-runner.jar").toString(),
                            "--host",
                            "127.0.0.1",
                            "--port",
                            Integer.toString(port),
                            PROGRAM.resolve("rdf4j-server.war").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("server.log").toFile())
                    .start();
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
        long until = System.nanoTime() + STARTING.toNanos();
        while (!isUp()) {
            if (hasEnded() || System.nanoTime() - until > 0) {
                throw new IllegalStateException("RDF4J did not start: " + log());
            }
        }
    }

    /** Leaves it the processor for a moment, as asking without a pause makes it slower. */
    private boolean hasEnded() {
        try {
            return process.waitFor(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private String log() {
        try {
            return Files.readString(directory.resolve("server.log"));
        } catch (IOException none) {
            return none.toString();
        }
    }

    private boolean isUp() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(origin() + "/protocol")).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void send(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(response.statusCode() + " " + response.body());
            }
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
