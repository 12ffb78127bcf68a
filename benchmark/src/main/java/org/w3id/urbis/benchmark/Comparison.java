package org.w3id.urbis.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Puts the same workload to two servers in turns, after a warm-up that is the same for both.
 *
 * @param wrk         puts the load
 * @param connections how many at once
 * @param warmUp      before the first round
 * @param round       one round
 * @param rounds      how many for each; the middle one counts, by rate
 */
public record Comparison(Wrk wrk, int connections, Duration warmUp, Duration round, int rounds) {

    /**
     * A server and the path of its service.
     *
     * @param server  the running server
     * @param service path that workloads are put to
     */
    public record Side(ServerProcess server, String service) {}

    /**
     * What came out.
     *
     * @param ours   of the first server
     * @param theirs of the second
     */
    public record Result(Wrk.Measured ours, Wrk.Measured theirs) {
        /** How many times as fast the first one is. */
        public double ratio() {
            return ours.rate() / theirs.rate();
        }

        /** A row of a Markdown table: rates, their ratio, the time within which 99 % were answered, processor time. */
        public String row(String what) {
            return String.format(
                    Locale.ENGLISH,
                    "| %s | %,.0f | %,.0f | **%.2f** | %.1f / %.1f | %.3f / %.3f |",
                    what,
                    ours.rate(),
                    theirs.rate(),
                    ratio(),
                    ours.lateMillis(),
                    theirs.lateMillis(),
                    ours.processorMillis(),
                    theirs.processorMillis());
        }
    }

    /** Runs it. */
    public Result run(Side ours, Workload forUs, Side theirs, Workload forThem) throws IOException {
        wrk.run(ours.server(), ours.service(), forUs, connections, warmUp);
        wrk.run(theirs.server(), theirs.service(), forThem, connections, warmUp);
        List<Wrk.Measured> us = new ArrayList<>();
        List<Wrk.Measured> them = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            us.add(wrk.run(ours.server(), ours.service(), forUs, connections, round));
            them.add(wrk.run(theirs.server(), theirs.service(), forThem, connections, round));
        }
        return new Result(middle(us), middle(them));
    }

    /** The same workload for both. */
    public Result run(Side ours, Side theirs, Workload workload) throws IOException {
        return run(ours, workload, theirs, workload);
    }

    /** The measure of each part in the middle of all rounds, each part by itself. */
    private static Wrk.Measured middle(List<Wrk.Measured> all) {
        return new Wrk.Measured(
                middle(all, Wrk.Measured::rate),
                middle(all, Wrk.Measured::lateMillis),
                middle(all, Wrk.Measured::processorMillis));
    }

    private static double middle(List<Wrk.Measured> all, ToDoubleFunction<Wrk.Measured> part) {
        return all.stream().mapToDouble(part).sorted().toArray()[all.size() / 2];
    }
}
