package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Revisions;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Severity;

/** The graph that ships, loaded once for all tests that only read it. */
final class ShippedGraph {

    private static ShippedGraph loaded;

    private final Path data;
    private final LoadReport report;
    private final Revision revision;

    private ShippedGraph(Path data) {
        this.data = data;
        report = new Pipeline().load(LoadRequest.all(data));
        assertEquals(LoadReport.Outcome.PUBLISHED, report.outcome(), () -> report.findings().stream()
                .filter(finding -> finding.severity() == Severity.VIOLATION)
                .map(Finding::toString)
                .collect(Collectors.joining("\n")));
        revision = new Revisions(data).current().orElseThrow();
    }

    /** Leaves a copy for the tests of the endpoint that belong to the same build. */
    private static void leave(Path data) throws IOException {
        String build = System.getProperty("urbis.build");
        if (build == null) {
            return;
        }
        Path target = Path.of("target", "shipped-" + build).toAbsolutePath();
        Path part = Files.createTempDirectory(Files.createDirectories(target.getParent()), "shipped-part-");
        try (Stream<Path> walk = Files.walk(data)) {
            for (Path path : walk.skip(1).toList()) {
                Files.copy(path, part.resolve(data.relativize(path).toString()));
            }
        }
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException alreadyLeft) {
            delete(part);
        }
    }

    static synchronized ShippedGraph loaded() {
        if (loaded == null) {
            try {
                Path data = Files.createTempDirectory("urbis-shipped-");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(data)));
                loaded = new ShippedGraph(data);
                leave(data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return loaded;
    }

    /** The data directory: to be read, not to be changed. */
    Path data() {
        return data;
    }

    LoadReport report() {
        return report;
    }

    Revision revision() {
        return revision;
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
