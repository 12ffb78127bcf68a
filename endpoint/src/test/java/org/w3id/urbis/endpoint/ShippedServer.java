package org.w3id.urbis.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.w3id.urbis.loader.LoadReport;
import org.w3id.urbis.loader.LoadRequest;
import org.w3id.urbis.loader.Pipeline;

/** A server of the graph that ships, loaded and started once for all tests that only read it. */
public final class ShippedServer {
    private static RunningServer running;

    private ShippedServer() {}

    /** The server, which ends with the tests. */
    public static synchronized RunningServer running() {
        if (running == null) {
            try {
                Path data = Files.createTempDirectory("urbis-shipped-");
                LoadReport report = new Pipeline().load(LoadRequest.all(data));
                assertEquals(LoadReport.Outcome.PUBLISHED, report.outcome());
                RunningServer server = RunningServer.on(data);
                running = server;
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    server.close();
                    delete(data);
                }));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running;
    }

    private static void delete(Path root) {
        try (Stream<Path> walk = Files.walk(root)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
