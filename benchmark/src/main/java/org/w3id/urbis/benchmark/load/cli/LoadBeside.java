package org.w3id.urbis.benchmark.load.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3id.urbis.benchmark.load.MeasuredProcess;
import org.w3id.urbis.benchmark.load.SyntheticSource;
import org.w3id.urbis.loader.publication.Dump;
import org.w3id.urbis.loader.publication.DumpFormat;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Revisions;

/**
 * Puts the whole road, from files to a published revision with validation, inference and statistics, beside stock
 * {@code tdb2.tdbloader} that only loads, and prints a table in Markdown.
 */
public final class LoadBeside {

    private final Path work;
    private final Path jar;
    private final String heap;

    private LoadBeside(Path work, Path jar, String heap) {
        this.work = work;
        this.jar = jar;
        this.heap = heap;
    }

    /**
     * Runs it and ends by itself.
     *
     * @param arguments a directory to work in, whose content is removed first; the jar of a stock Fuseki server, which has
     *                  the loader in it; how many statements to generate; and the heap of each process, such as {@code 2g}
     * @throws IOException if something does not start or does not end well
     */
    public static void main(String[] arguments) throws IOException {
        Path work = Path.of(arguments[0]).toAbsolutePath();
        remove(work);
        Files.createDirectories(work);
        new LoadBeside(work, Path.of(arguments[1]).toAbsolutePath(), arguments[3]).run(Long.parseLong(arguments[2]));
    }

    private void run(long statements) throws IOException {
        Path sources = work.resolve("sources");
        List<Path> files = SyntheticSource.write(sources, statements);
        Path data = work.resolve("data");
        MeasuredProcess whole = urbis("load", "--data", data.toString(), "--sources", sources.toString());
        Revision revision = new Revisions(data).current().orElseThrow();
        long stated = stated(revision);
        MeasuredProcess again = urbis("load", "--data", data.toString(), "--sources", sources.toString());
        Path all = work.resolve("all.nq");
        try (OutputStream out = Files.newOutputStream(all)) {
            new Dump(revision).write(DumpFormat.NQUADS, Optional.empty(), out);
        }
        MeasuredProcess loaded = stock("stock-all", List.of(all));
        MeasuredProcess stock = stock("stock", files);
        System.out.printf(
                "%n| | statements | wall, s | processor, s | statements/s | per processor second | memory, MiB |%n");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|");
        row("Urbis, files to revision: what is stated", stated, whole);
        row("Urbis, the same: what is published", revision.quads(), whole);
        row("Urbis, the same files again, nothing changed", stated, again);
        row("tdb2.tdbloader, the same files", stated, stock);
        row("tdb2.tdbloader, all that Urbis published", revision.quads(), loaded);
        System.out.printf(
                Locale.ENGLISH,
                "%nRatio to tdb2.tdbloader by processor time: %.2f of what is stated, %.2f of what is published; by"
                        + " wall time %.2f and %.2f%n",
                stock.processorSeconds() / whole.processorSeconds(),
                loaded.processorSeconds() / whole.processorSeconds(),
                stock.seconds() / whole.seconds(),
                loaded.seconds() / whole.seconds());
    }

    private static long stated(Revision revision) {
        return revision.graphs().entrySet().stream()
                .filter(graph -> graph.getKey().contains("/graph/" + SyntheticSource.ID + "/"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** With the options that {@code ./urbis load} gives. */
    private MeasuredProcess urbis(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:InitialRAMPercentage=12.5",
                "-Djava.util.Arrays.useLegacyMergeSort=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.w3id.urbis.endpoint.EndpointMain"));
        command.addAll(List.of(arguments));
        return MeasuredProcess.run(work.resolve("urbis.log"), command);
    }

    private MeasuredProcess stock(String name, List<Path> files) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "-Xmx" + heap,
                "-cp",
                jar.toString(),
                "tdb2.tdbloader",
                "--loc",
                work.resolve(name).toString()));
        files.forEach(file -> command.add(file.toString()));
        return MeasuredProcess.run(work.resolve(name + ".log"), command);
    }

    private static void row(String name, long statements, MeasuredProcess process) {
        System.out.printf(
                Locale.ENGLISH,
                "| %s | %,d | %.1f | %.1f | %,.0f | %,.0f | %,d |%n",
                name,
                statements,
                process.seconds(),
                process.processorSeconds(),
                statements / process.seconds(),
                statements / process.processorSeconds(),
                process.mebibytes());
    }

    private static void remove(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> content = Files.walk(directory)) {
                for (Path each : content.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
