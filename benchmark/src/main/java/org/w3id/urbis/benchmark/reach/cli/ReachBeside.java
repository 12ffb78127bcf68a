package org.w3id.urbis.benchmark.reach.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.w3id.urbis.benchmark.Comparison.Side;
import org.w3id.urbis.benchmark.Deployments;
import org.w3id.urbis.benchmark.ServerProcess;
import org.w3id.urbis.benchmark.reach.Asking;
import org.w3id.urbis.benchmark.reach.Asking.Cost;
import org.w3id.urbis.benchmark.reach.Question;
import org.w3id.urbis.benchmark.reach.Questions;
import org.w3id.urbis.benchmark.reach.Spot;
import org.w3id.urbis.benchmark.reach.StockWithIndexes;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Revisions;

/**
 * Asks a published graph of any size for boxes, nearest cities, names, counts and the greatest, beside a stock Fuseki that has
 * the same statements, with its indexes and without, and prints a table in Markdown.
 */
public final class ReachBeside {
    private static final int ROUNDS = 3;
    /** Answers that are compared before anything is measured. */
    private static final int COMPARED = 3;

    private static final int SPOTS = COMPARED + 100 * (ROUNDS + 1);

    private final Path work;
    private final double seconds;

    private ReachBeside(Path work, double seconds) {
        this.work = work;
        this.seconds = seconds;
    }

    /**
     * Runs it and ends by itself.
     *
     * @param arguments a directory to work in, in which the stock server's database is kept for another run; the jar of a stock
     *                  Fuseki server; a data directory with a published revision; and, if wanted, how many seconds each of the
     *                  rounds takes, else 2
     * @throws IOException if a server does not start or does not answer
     */
    public static void main(String[] arguments) throws IOException {
        Path work = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        double seconds = arguments.length > 3 ? Double.parseDouble(arguments[3]) : 2;
        new ReachBeside(work, seconds)
                .run(
                        Path.of(arguments[1]).toAbsolutePath(),
                        Path.of(arguments[2]).toAbsolutePath());
    }

    private void run(Path jar, Path data) throws IOException {
        Revision revision = new Revisions(data)
                .current()
                .orElseThrow(() -> new IOException("Nothing is published in " + data + "; \"urbis load\" does that"));
        StockWithIndexes stock = new StockWithIndexes(work.resolve("stock"), jar);
        stock.prepare(revision);
        try (ServerProcess urbis = Deployments.urbis(work, data);
                ServerProcess fuseki = stock.start()) {
            Side ours = new Side(urbis, "/sparql");
            Side indexed = new Side(fuseki, StockWithIndexes.INDEXED);
            Side plain = new Side(fuseki, StockWithIndexes.PLAIN);
            System.out.printf(
                    Locale.ENGLISH,
                    "%nJava %s, %d processors, load %.1f, %,d statements; the smallest mean of %d rounds of %.0f s%n%n",
                    Runtime.version(),
                    Runtime.getRuntime().availableProcessors(),
                    load(),
                    revision.quads(),
                    ROUNDS,
                    seconds);
            System.out.println("| processor ms for an answer / ms until it is there | rows | Urbis | stock with indexes"
                    + " | stock without | ratio |\n|---|---:|---:|---:|---:|---:|");
            List<Spot> spots = Spot.near(ours, SPOTS);
            for (Question question : Questions.all()) {
                compare(question, ours, indexed, plain, spots);
            }
            System.out.printf(
                    Locale.ENGLISH,
                    "%nResident memory after this: Urbis %,d MiB, stock %,d MiB. Load at the end: %.1f%n",
                    urbis.residentMebibytes(),
                    fuseki.residentMebibytes(),
                    load());
        }
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private void compare(Question question, Side ours, Side indexed, Side plain, List<Spot> spots) throws IOException {
        Asking us = new Asking(ours, question.ours(), spots);
        Optional<Asking> withIndexes = question.indexed().map(words -> new Asking(indexed, words, spots));
        Optional<Asking> without = question.plain().map(words -> new Asking(plain, words, spots));
        List<Asking> all = new ArrayList<>(List.of(us));
        withIndexes.ifPresent(all::add);
        without.ifPresent(all::add);
        long rows = 0;
        for (int i = 0; i < COMPARED; i++) {
            rows += sameRows(question, all);
        }
        for (int round = 0; round <= ROUNDS; round++) {
            for (Asking each : all) {
                each.round(seconds);
                if (round == 0) {
                    each.forget();
                }
            }
        }
        Cost least = us.least();
        System.out.printf(
                Locale.ENGLISH,
                "| %s | %d | %s | %s | %s | **%s** |%n",
                question.what(),
                Math.round(rows / (double) COMPARED),
                shown(least),
                withIndexes.map(each -> shown(each.least())).orElse(""),
                without.map(each -> shown(each.least())).orElse(""),
                withIndexes
                        .or(() -> without)
                        .map(each -> times(each.least(), least))
                        .orElse(""));
    }

    /** Nothing is gained by being fast and wrong. */
    private static long sameRows(Question question, List<Asking> all) throws IOException {
        List<String> first = all.getFirst().rows();
        for (Asking other : all.subList(1, all.size())) {
            List<String> rows = other.rows();
            if (!rows.equals(first)) {
                Set<String> missing = new HashSet<>(rows);
                first.forEach(missing::remove);
                Set<String> more = new HashSet<>(first);
                rows.forEach(more::remove);
                throw new IOException("The answers to \"" + question.what() + "\" differ: only Urbis has " + more
                        + ", only the stock server " + missing);
            }
        }
        return first.size();
    }

    private static String shown(Cost cost) {
        return number(cost.processorMillis()) + " / " + number(cost.wallMillis());
    }

    private static String times(Cost theirs, Cost ours) {
        return number(theirs.processorMillis() / ours.processorMillis());
    }

    private static String number(double value) {
        return String.format(Locale.ENGLISH, value < 10 ? "%.1f" : "%,.0f", value);
    }
}
