package org.w3id.urbis.endpoint.page;

import java.util.List;

/**
 * The endpoints of others as a page shows them.
 *
 * @param on  those that queries may ask
 * @param off those that are known here and not turned on
 */
public record FederationView(List<EndpointView> on, List<EndpointView> off) {
    /** Copies the lists. */
    public FederationView {
        on = List.copyOf(on);
        off = List.copyOf(off);
    }

    /**
     * One endpoint.
     *
     * @param name    as queries name it
     * @param holds   what it holds
     * @param address where it answers; empty if that is not known
     * @param state   how it fares, in a few words
     * @param remote  how often it answered
     * @param kept    how often an earlier answer of its was used
     * @param copied  how often the copy here answered
     * @param failed  how often it did not answer
     * @param millis  mean time of its answers in milliseconds
     * @param failure when it failed last and how; empty if it has not
     */
    public record EndpointView(
            String name,
            Text holds,
            String address,
            String state,
            String remote,
            String kept,
            String copied,
            String failed,
            String millis,
            Text failure) {}

    /**
     * What one query asked.
     *
     * @param begun when it began, in UTC
     * @param ended whether it has ended
     * @param asked endpoint by endpoint
     */
    public record ReportView(String begun, boolean ended, List<AskedView> asked) {
        /** Copies the list. */
        public ReportView {
            asked = List.copyOf(asked);
        }
    }

    /**
     * What one query asked of an endpoint.
     *
     * @param name    as queries name it
     * @param address where it answers; empty if that is not known
     * @param answers how many answers there were, and where they came from
     * @param sent    rows that were sent along
     * @param rows    rows that came back
     * @param millis  how long that took
     * @param reasons why an answer came from a copy, or was done without
     */
    public record AskedView(
            String name, String address, String answers, String sent, String rows, String millis, List<Text> reasons) {
        /** Copies the reasons. */
        public AskedView {
            reasons = List.copyOf(reasons);
        }
    }
}
