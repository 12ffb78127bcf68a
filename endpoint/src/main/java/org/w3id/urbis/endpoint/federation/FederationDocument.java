package org.w3id.urbis.endpoint.federation;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Whom queries may ask and what one asked, as JSON. */
final class FederationDocument {
    private static final Map<Breaker.State, String> STATES = Map.of(
            Breaker.State.CLOSED,
            "answering",
            Breaker.State.OPEN,
            "resting",
            Breaker.State.TRYING,
            "to be tried again");

    private final Federation federation;

    FederationDocument(Federation federation) {
        this.federation = federation;
    }

    /** All endpoints that are known here. */
    Map<String, Object> list() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("endpoints", federation.known().stream().map(this::endpoint).toList());
        return json;
    }

    private Map<String, Object> endpoint(RemoteEndpoint endpoint) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", endpoint.name());
        json.put("id", endpoint.iri());
        json.put("title", endpoint.title());
        endpoint.address().ifPresent(address -> json.put("address", address.toString()));
        endpoint.source().ifPresent(source -> json.put("addressStatedBy", source.toString()));
        if (!endpoint.covers().isEmpty()) {
            json.put("uriSpace", endpoint.covers());
        }
        json.put("on", endpoint.isOn());
        endpoint.mirror().ifPresent(mirror -> json.put("mirror", mirror));
        endpoint.copy().ifPresent(copy -> json.put("copiedStatements", copy.size()));
        federation.remote(endpoint.name()).ifPresent(remote -> {
            json.put("state", state(remote));
            Map<String, Object> requests = new LinkedHashMap<>();
            Arrays.stream(Origin.values())
                    .forEach(
                            origin -> requests.put(origin.word(), remote.tally().count(origin)));
            json.put("requests", requests);
            json.put("meanMilliseconds", remote.tally().meanMillis());
            remote.tally().lastAnswer().ifPresent(when -> json.put("lastAnswer", when.toString()));
            remote.tally().lastFailure().ifPresent(failure -> {
                json.put("lastFailure", failure.when().toString());
                json.put("lastFailureReason", failure.reason());
            });
        });
        return json;
    }

    private static String state(Remote remote) {
        return remote.tally().isUntried() ? "not asked yet" : STATES.get(remote.state());
    }

    /** What a query asked. */
    Map<String, Object> report(FederationLedger ledger) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("begun", ledger.begun().toString());
        json.put("ended", ledger.isEnded());
        json.put("endpoints", ledger.entries().stream().map(this::entry).toList());
        return json;
    }

    private Map<String, Object> entry(FederationLedger.Entry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", entry.endpoint());
        address(entry).ifPresent(address -> json.put("address", address));
        Map<String, Object> requests = new LinkedHashMap<>();
        Arrays.stream(Origin.values())
                .forEach(origin -> requests.put(origin.word(), entry.requests().getOrDefault(origin, 0)));
        json.put("requests", requests);
        json.put("rowsSent", entry.sent());
        json.put("rows", entry.rows());
        json.put("milliseconds", entry.millis());
        if (!entry.reasons().isEmpty()) {
            json.put("reasons", entry.reasons());
        }
        return json;
    }

    private Optional<String> address(FederationLedger.Entry entry) {
        return federation
                .remote(entry.endpoint())
                .flatMap(remote -> remote.endpoint().address())
                .map(URI::toString);
    }
}
