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

/** A data directory with the graph that ships, loaded once for all tests that only read it. */
public final class ShippedData {
    private static Path loaded;

    private ShippedData() {}

    /** The data directory; it goes when the tests end. */
    public static synchronized Path directory() {
        if (loaded == null) {
            try {
                Path data = Files.createTempDirectory("urbis-shipped-");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(data)));
                // The tests of the loader have loaded it, unless this is a run of a few tests alone.
                Path left = Path.of("../loader/target/shipped-" + System.getProperty("urbis.build"));
                if (Files.isDirectory(left)) {
                    copy(left, data);
                } else {
                    LoadReport report = new Pipeline().load(LoadRequest.all(data));
                    assertEquals(LoadReport.Outcome.PUBLISHED, report.outcome());
                }
                loaded = data;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return loaded;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.skip(1).toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    static void delete(Path root) {
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
