package org.w3id.urbis.endpoint.federation;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.w3id.urbis.endpoint.page.FederationView;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.endpoint.problem.ProblemWords;

/**
 * Lays out for people whom queries may ask and what one asked.
 *
 * @param federation the endpoints
 * @param words      the words of the page's language
 */
record FederationPage(Federation federation, Words words) {

    /** All endpoints that are known here. */
    FederationView list() {
        List<FederationView.EndpointView> on = new ArrayList<>();
        List<FederationView.EndpointView> off = new ArrayList<>();
        federation.known().forEach(endpoint -> (endpoint.isOn() ? on : off).add(view(endpoint)));
        return new FederationView(on, off);
    }

    private FederationView.EndpointView view(RemoteEndpoint endpoint) {
        Optional<Remote> remote = federation.remote(endpoint.name());
        Optional<RemoteTally> tally = remote.map(Remote::tally);
        return new FederationView.EndpointView(
                endpoint.name(),
                holds(endpoint),
                endpoint.address().map(URI::toString).orElse(""),
                remote.map(this::state).orElse(""),
                count(tally, Origin.REMOTE),
                count(tally, Origin.CACHE),
                count(tally, Origin.MIRROR),
                count(tally, Origin.FAILED),
                words.number(tally.map(RemoteTally::meanMillis).orElse(0L)),
                tally.flatMap(RemoteTally::lastFailure)
                        .map(failure -> told(failure.reason(), moment(failure.when()) + ": "))
                        .orElse(Text.plain("")));
    }

    /** What the operator says that it holds, in whatever language that is; in the reader's what ships. */
    private Text holds(RemoteEndpoint endpoint) {
        String key = "federation.holds." + endpoint.name();
        Words english = Words.of("en");
        return english.has(key) && english.get(key).equals(endpoint.title())
                ? words.text(key)
                : Text.plain(endpoint.title());
    }

    private String state(Remote remote) {
        return words.get("federation."
                + (remote.tally().isUntried()
                        ? "untried"
                        : remote.state().name().toLowerCase(Locale.ROOT)));
    }

    private String count(Optional<RemoteTally> tally, Origin origin) {
        return words.number(tally.map(counts -> counts.count(origin)).orElse(0L));
    }

    /** What a query asked. */
    FederationView.ReportView report(FederationLedger ledger) {
        return new FederationView.ReportView(
                moment(ledger.begun()),
                ledger.isEnded(),
                ledger.entries().stream().map(this::asked).toList());
    }

    private FederationView.AskedView asked(FederationLedger.Entry entry) {
        return new FederationView.AskedView(
                entry.endpoint(),
                federation
                        .remote(entry.endpoint())
                        .flatMap(remote -> remote.endpoint().address())
                        .map(URI::toString)
                        .orElse(""),
                Arrays.stream(Origin.values())
                        .filter(entry.requests()::containsKey)
                        .map(origin -> words.get("federation." + origin.word()) + " ("
                                + words.number(entry.requests().get(origin)) + ")")
                        .collect(Collectors.joining(" · ")),
                words.number(entry.sent()),
                words.number(entry.rows()),
                words.number(entry.millis()),
                entry.reasons().stream().map(reason -> told(reason, "")).toList());
    }

    /** Why something failed, in the reader's language; in English where there are no words for it. */
    private Text told(String reason, String before) {
        return ProblemWords.of(words.lang())
                .said(reason)
                .map(said -> new Text(before + said, words.lang()))
                .orElseGet(() -> new Text(before + reason, "en"));
    }

    private static String moment(Instant when) {
        return when.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", "");
    }
}
