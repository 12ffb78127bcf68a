package org.w3id.urbis.endpoint.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

/**
 * A client that knows nothing but the address of the server comes to everything there is by following links: those of the
 * header Link, and addresses in documents, be they pages or data. Of addresses that are alike one is tried, and none is dead.
 */
class WayFromHomeTest {
    private static final RunningServer SERVER = ShippedServer.running();
    private static final String BASE = "https://w3id.org/urbis";
    private static final int LONGEST_READ = 50_000;

    /** One of each kind of what the server offers. */
    private static final List<String> PARTS = List.of(
            "/api",
            "/api/[a-z-]+",
            "/catalog",
            "/collections",
            "/collections/[a-z]+",
            "/collections/[a-z]+/items.*",
            "/conformance",
            "/context/urbis-1.jsonld",
            "/dumps",
            "/dumps/[0-9]+/urbis.+",
            "/federation",
            "/feed",
            "/feed/[0-9]+",
            "/framework/.+",
            "/graph/.+",
            "/health",
            "/id/[a-z-]+/.+",
            "/linkset/.+",
            "/ontology",
            "/openapi",
            "/openapi.json",
            "/queries",
            "/queries/[a-z-]+/[^/]+",
            "/reconcile",
            "/revisions",
            "/revisions/[0-9]+.*",
            "/shapes",
            "/sparql",
            "/submissions",
            "/timemap/.+",
            "/validate",
            "/\\.well-known/sparql-examples",
            "/\\.well-known/void");

    /** In a header in angle brackets. */
    private static final Pattern IN_HEADER = Pattern.compile("<([^\\s<>\"{}]+)>");
    /** In a page or JSON in quotation marks, in a graph in angle brackets. */
    private static final Pattern IN_BODY =
            Pattern.compile("[<\"]((?:ORIGIN|BASE)/[^\\s<>\"{}\\\\]*)[>\"]|\"(/[^\\s<>\"{}\\\\]*)\""
                    .replace("ORIGIN", Pattern.quote(SERVER.origin()))
                    .replace("BASE", Pattern.quote(BASE)));

    @Test
    void everythingIsFoundByLinks() {
        Map<String, Integer> reached = new TreeMap<>();
        for (String accept : List.of("text/html, */*;q=0.1", "application/json, text/turtle;q=0.5, */*;q=0.1")) {
            reached.putAll(reached(accept));
        }
        List<String> dead = reached.entrySet().stream()
                .filter(answer -> List.of(404, 406, 410).contains(answer.getValue()) || answer.getValue() >= 500)
                .map(Map.Entry::toString)
                .toList();
        assertEquals(List.of(), dead);
        List<String> missing = PARTS.stream()
                .filter(part -> reached.keySet().stream().noneMatch(path -> path.matches(part)))
                .toList();
        assertEquals(List.of(), missing, () -> "reached only " + reached.keySet());
    }

    /** What is found by somebody who asks in this way, with the status it is answered with. */
    private static Map<String, Integer> reached(String accept) {
        Deque<String> open = new ArrayDeque<>(List.of("/"));
        Set<String> kinds = new HashSet<>();
        Map<String, Integer> reached = new HashMap<>();
        while (!open.isEmpty()) {
            String path = open.poll();
            HttpResponse<String> answer = SERVER.get(path, "Accept", accept);
            reached.put(path, answer.statusCode());
            links(answer).stream().filter(next -> kinds.add(kind(next))).forEach(open::add);
        }
        return reached;
    }

    /** The addresses on this server in the headers and the body of an answer, as far as they need no parameters. */
    private static List<String> links(HttpResponse<String> answer) {
        String body = answer.body();
        Stream<MatchResult> inHeaders = Stream.concat(
                        answer.headers().allValues("Link").stream(),
                        answer.headers().firstValue("Location").map(to -> "<" + to + ">").stream())
                .flatMap(header -> IN_HEADER.matcher(header).results());
        Stream<MatchResult> inBody = IN_BODY.matcher(body.substring(0, Math.min(LONGEST_READ, body.length())))
                .results();
        return Stream.concat(inHeaders, inBody)
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .filter(Objects::nonNull)
                .map(address -> address.replace(SERVER.origin(), "")
                        .replaceFirst("^" + Pattern.quote(BASE), "")
                        .replaceFirst("#.*", ""))
                // What ends in a slash is what other addresses begin with.
                .filter(address -> !address.endsWith("/"))
                .filter(address -> address.matches("/([!-~&&[^/?\\[\\]^`|]][!-~&&[^?\\[\\]^`|]]*)?"))
                .toList();
    }

    /** What an address has in common with others: the first part of its path, and how long it is. */
    private static String kind(String path) {
        String[] parts = path.split("/");
        return parts.length < 3 ? path : parts[1] + (parts[1].startsWith(".") ? path : parts.length);
    }
}
