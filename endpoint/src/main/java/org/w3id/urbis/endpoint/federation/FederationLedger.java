package org.w3id.urbis.endpoint.federation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/** What one query asked of other endpoints. Written by the thread that runs the query, read by others. */
public final class FederationLedger {
    private static final Symbol SYMBOL = Symbol.create("https://w3id.org/urbis/ontology#federationLedger");
    /** A query that asks more often is written in a way that cannot be sent in blocks, or should ask for less. */
    private static final int MOST_REQUESTS = 500;

    private static final int MOST_REASONS = 5;

    private final Instant begun = Instant.now();
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private int requests;
    private boolean ended;
    private DatasetGraph dataset;

    /** What was asked of one endpoint. */
    private static final class Tally {
        private final Map<Origin, Integer> requests = new EnumMap<>(Origin.class);
        private final List<String> reasons = new ArrayList<>();
        private long sent;
        private long rows;
        private long nanos;
    }

    /**
     * What was asked of one endpoint, as it stands now.
     *
     * @param endpoint its short name
     * @param requests how often it was asked, by where the answer came from
     * @param sent     rows that were sent along
     * @param rows     rows that came back
     * @param millis   how long that took, in milliseconds
     * @param reasons  why an answer came from a copy, or was done without; the first few
     */
    record Entry(
            String endpoint, Map<Origin, Integer> requests, long sent, long rows, long millis, List<String> reasons) {}

    /** Puts it where the parts of a query find it, with the data that the query reads. */
    public void into(Context context, DatasetGraph data) {
        dataset = data;
        context.set(SYMBOL, this);
    }

    /** The ledger of the query that a context belongs to; it gets one if it has none. */
    static FederationLedger of(Context context, DatasetGraph data) {
        FederationLedger ledger = context.get(SYMBOL);
        if (ledger == null) {
            ledger = new FederationLedger();
            ledger.into(context, data);
        }
        return ledger;
    }

    /** The data that the query reads, where copies of others are found. */
    DatasetGraph dataset() {
        return dataset;
    }

    /**
     * Counts a request that is about to be made.
     *
     * @throws RemoteFailedException if the query has made as many as it may
     */
    synchronized void begin(String endpoint) {
        requests++;
        if (requests > MOST_REQUESTS) {
            throw RemoteFailedException.limit(
                    endpoint,
                    "would be asked more than " + MOST_REQUESTS + " times by this query. Ask for less, or put SERVICE"
                            + " where it is not run for each row by itself: not within EXISTS, MINUS or UNION.");
        }
    }

    /** Notes a request and its answer. */
    synchronized void note(
            String endpoint, Origin origin, long sent, long rows, Duration time, Optional<String> reason) {
        Tally tally = tallies.computeIfAbsent(endpoint, none -> new Tally());
        tally.requests.merge(origin, 1, Integer::sum);
        tally.sent += sent;
        tally.rows += rows;
        tally.nanos += time.toNanos();
        reason.filter(words -> tally.reasons.size() < MOST_REASONS && !tally.reasons.contains(words))
                .ifPresent(tally.reasons::add);
    }

    /** Notes that the query has ended. */
    public synchronized void end() {
        ended = true;
        dataset = null;
    }

    synchronized boolean isEnded() {
        return ended;
    }

    Instant begun() {
        return begun;
    }

    /** What was asked so far, endpoint by endpoint. */
    synchronized List<Entry> entries() {
        return tallies.entrySet().stream()
                .map(each -> new Entry(
                        each.getKey(),
                        Map.copyOf(each.getValue().requests),
                        each.getValue().sent,
                        each.getValue().rows,
                        Duration.ofNanos(each.getValue().nanos).toMillis(),
                        List.copyOf(each.getValue().reasons)))
                .toList();
    }

    /**
     * A list by RFC 9651: each endpoint with the rows and milliseconds, and how many answers came from it, from memory,
     * from a copy, or not at all. Where the query has not ended, what stands there is what is known so far, and says so.
     *
     * @return the value of the header; empty if nobody was asked
     */
    String header() {
        boolean isOpen = !isEnded();
        return entries().stream().map(entry -> member(entry, isOpen)).collect(Collectors.joining(", "));
    }

    private static String member(Entry entry, boolean isOpen) {
        StringBuilder member = new StringBuilder(entry.endpoint())
                .append(";rows=")
                .append(entry.rows())
                .append(";ms=")
                .append(entry.millis());
        for (Origin origin : Origin.values()) {
            if (entry.requests().containsKey(origin)) {
                member.append(';')
                        .append(origin.word())
                        .append('=')
                        .append(entry.requests().get(origin));
            }
        }
        return member.append(isOpen ? ";open" : "").toString();
    }
}
