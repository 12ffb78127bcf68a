package org.w3id.urbis.benchmark.replica;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.w3id.urbis.benchmark.replica.Readers.Met;

/** How much one replica, two and more of them answer together. */
public final class Growth {
    /** Warm is who uses no less than this part of the processor time for an answer that it used before. */
    private static final double HARDLY_LESS = 0.95;

    /** How often they have to be warm one after the other: Java compiles by stages. */
    private static final int ENOUGH = 3;

    private static final int MOST_WARMING = 20;

    private final Replicas replicas;
    private final Readers readers;
    private final int many;
    private final Duration time;
    private final PrintStream out;

    /**
     * Prepares.
     *
     * @param many readers that ask at a time
     * @param time for how long each number of replicas is asked
     * @param out  where the table goes, in Markdown
     */
    public Growth(Replicas replicas, Readers readers, int many, Duration time, PrintStream out) {
        this.replicas = replicas;
        this.readers = readers;
        this.many = many;
        this.time = time;
        this.out = out;
    }

    /** Has all replicas asked until their answers cost hardly less than before: Java compiles what is used much. */
    public void warm() throws InterruptedException {
        int all = replicas.all().size();
        double before = Double.MAX_VALUE;
        int warm = 0;
        for (int i = 0; i < MOST_WARMING && warm < ENOUGH; i++) {
            double each = one(all).replicas();
            out.printf(Locale.ENGLISH, "warming: %.3f ms of processor time for each answer%n", each);
            warm = each > before * HARDLY_LESS ? warm + 1 : 0;
            before = Math.min(before, each);
        }
    }

    /**
     * What was measured.
     *
     * @param met      by the readers
     * @param replicas processor time of the replicas for each answer, milliseconds
     * @param busy     how much of a processor each replica used
     * @param asking   how much of a processor the readers used
     */
    private record Measured(Met met, double replicas, double busy, double asking) {}

    private Measured one(int asked) throws InterruptedException {
        DoubleSupplier own = () ->
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
        double replicasBefore = replicas.processorSeconds(asked);
        double ownBefore = own.getAsDouble();
        Met met = readers.ask(replicas.origins(asked), many, time);
        double used = replicas.processorSeconds(asked) - replicasBefore;
        return new Measured(
                met,
                1000 * used / met.answered(),
                used / met.seconds() / asked,
                (own.getAsDouble() - ownBefore) / met.seconds());
    }

    /** Measures one replica, two and so on, several times over, and prints a row for each. */
    public void measure(int rounds) throws InterruptedException {
        out.println("| Replicas | Answers per second | Processor time of the replicas for each, ms | Processors used by"
                + " each replica | by the readers | Answers | Wrong, refused or missing |");
        out.println("|---|---|---|---|---|---|---|");
        for (int round = 0; round < rounds; round++) {
            for (int asked = 1; asked <= replicas.all().size(); asked++) {
                Measured measured = one(asked);
                Met met = measured.met();
                out.printf(
                        Locale.ENGLISH,
                        "| %d | %.0f | %.2f | %.3f | %.2f | %d | %d |%n",
                        asked,
                        met.rate(),
                        measured.replicas(),
                        measured.busy(),
                        measured.asking(),
                        met.answered(),
                        met.wrong() + met.refused() + met.unanswered());
            }
        }
    }
}
