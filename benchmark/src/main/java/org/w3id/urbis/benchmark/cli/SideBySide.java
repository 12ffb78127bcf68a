package org.w3id.urbis.benchmark.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.w3id.urbis.benchmark.Load;
import org.w3id.urbis.benchmark.MadeUpGraph;
import org.w3id.urbis.benchmark.ServerProcess;
import org.w3id.urbis.loader.publication.Publication;
import org.w3id.urbis.loader.publication.Revision;

/**
 * Puts the same small lookups to Urbis and to a stock Fuseki, and prints rates, memory and start-up.
 *
 * <p>Two kinds of load: things that are asked for again and again, and things that are asked for once only, so that no
 * cache can help. The servers take turns, and the middle one of several rounds counts.
 */
public final class SideBySide {
    private static final int THINGS = 100_000;
    private static final int OFTEN_ASKED = 1_000;
    private static final int ROUNDS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final Load LOAD = new Load(8);

    private final MadeUpGraph graph = new MadeUpGraph(THINGS);
    private int neverAsked;

    private SideBySide() {}

    /**
     * Runs it; it takes about two minutes and ends by itself.
     *
     * @param arguments a directory to work in, whose content is removed first, and the jar of a stock Fuseki server
     * @throws IOException if a server does not start or does not answer
     */
    public static void main(String[] arguments) throws IOException {
        new SideBySide()
                .run(
                        Path.of(arguments[0]).toAbsolutePath(),
                        Path.of(arguments[1]).toAbsolutePath());
    }

    /** One kind of load on one server, round by round. */
    private record Series(List<Double> rates, List<Double> processorMillis) {
        Series() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private record Rates(Series again, Series once) {
        Rates() {
            this(new Series(), new Series());
        }
    }

    private void run(Path work, Path jar) throws IOException {
        remove(work);
        Files.createDirectories(work);
        Revision revision = new Publication(work.resolve("data"), 1, Clock.systemUTC())
                .publish(graph::quads)
                .orElseThrow();
        Path stock = work.resolve("stock-tdb2");
        copy(revision.store(), stock);
        System.out.printf(
                Locale.ENGLISH,
                "Java %s, %d processors, %,d quads, %d connections, median of %d rounds of %d s%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                revision.quads(),
                LOAD.connections(),
                ROUNDS,
                ROUND.toSeconds());
        try (ServerProcess urbis = ServerProcess.start(work.resolve("urbis.log"), urbis(work), "/sparql");
                ServerProcess fuseki = ServerProcess.start(work.resolve("fuseki.log"), stock(jar, stock), "/stock")) {
            Rates ours = new Rates();
            Rates theirs = new Rates();
            measure(urbis, "/sparql", WARM_UP, new Rates());
            measure(fuseki, "/stock", WARM_UP, new Rates());
            for (int round = 0; round < ROUNDS; round++) {
                measure(urbis, "/sparql", ROUND, ours);
                measure(fuseki, "/stock", ROUND, theirs);
            }
            print(urbis, ours, fuseki, theirs);
        }
    }

    /** With the options that the launcher gives {@code serve}. */
    private static List<String> urbis(Path work) {
        return List.of(
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                System.getProperty("java.class.path"),
                "org.w3id.urbis.endpoint.EndpointMain",
                "serve",
                "--host",
                "127.0.0.1",
                "--port",
                "{port}",
                "--data",
                work.resolve("data").toString());
    }

    /** As it comes, save that its default graph is the union too, so that the same query has the same answer. */
    private static List<String> stock(Path jar, Path database) {
        return List.of(
                "-classpath",
                jar.toString(),
                "org.apache.jena.fuseki.main.cmds.FusekiMainCmd",
                "--localhost",
                "--port",
                "{port}",
                "--tdb2",
                "--loc",
                database.toString(),
                "--set",
                "tdb2:unionDefaultGraph=true",
                "/stock");
    }

    private void measure(ServerProcess server, String path, Duration duration, Rates rates) throws IOException {
        add(rates.again(), server, path, graph.lookups(0, OFTEN_ASKED), duration);
        // The next stretch of things, long enough for the round at any rate that was ever seen here.
        int fresh = THINGS / (2 * (ROUNDS + 2));
        add(rates.once(), server, path, graph.lookups(OFTEN_ASKED + neverAsked, fresh), duration);
        neverAsked += fresh;
    }

    private static void add(Series series, ServerProcess server, String path, List<String> lookups, Duration duration)
            throws IOException {
        double before = server.processorSeconds();
        Load.Measured measured = LOAD.run(server.port(), path, lookups, duration);
        series.rates().add(measured.rate());
        series.processorMillis().add(1000 * (server.processorSeconds() - before) / measured.answers());
    }

    private static void print(ServerProcess urbis, Rates ours, ServerProcess fuseki, Rates theirs) {
        System.out.println("                                           Urbis   stock Fuseki     ratio");
        row(
                "asked again: lookups per second",
                median(ours.again().rates()),
                median(theirs.again().rates()));
        row(
                "asked again: processor ms for each",
                median(ours.again().processorMillis()),
                median(theirs.again().processorMillis()));
        row(
                "asked once: lookups per second",
                median(ours.once().rates()),
                median(theirs.once().rates()));
        row(
                "asked once: processor ms for each",
                median(ours.once().processorMillis()),
                median(theirs.once().processorMillis()));
        row("start to first answer, seconds", urbis.startSeconds(), fuseki.startSeconds());
        row("resident memory after that, MiB", urbis.residentMebibytes(), fuseki.residentMebibytes());
    }

    private static void row(String what, double ours, double theirs) {
        System.out.printf(Locale.ENGLISH, "%-36s %,10.2f     %,10.2f %9.2f%n", what, ours, theirs, ours / theirs);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static void remove(Path directory) {
        if (Files.exists(directory)) {
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            } catch (IOException stays) {
                throw new UncheckedIOException(stays);
            }
        }
    }
}
