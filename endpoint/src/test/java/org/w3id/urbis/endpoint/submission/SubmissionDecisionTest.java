package org.w3id.urbis.endpoint.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.endpoint.submission.Harbour.ACCEPT;
import static org.w3id.urbis.endpoint.submission.Harbour.WITHDRAW;
import static org.w3id.urbis.endpoint.submission.Harbour.json;
import static org.w3id.urbis.endpoint.submission.Harbour.network;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.loader.publication.PublisherLock;
import org.w3id.urbis.loader.submission.Role;

/** Who decides on a submission, on what they have seen, and in which order. */
class SubmissionDecisionTest {
    private static Harbour harbour;

    @BeforeAll
    static void start() {
        harbour = Harbour.shared();
    }

    @Test
    void aDecisionNamesWhatWasSeen() {
        String path = harbour.submitted(network("seen", "Seen"), harbour.submitter());
        HttpResponse<String> blind = harbour.server()
                .post(path + "/decision", "application/json", ACCEPT, "Authorization", "Bearer " + harbour.curator());
        assertEquals(428, blind.statusCode());
        String tag = harbour.tag(path, harbour.curator());
        for (String other : List.of("\"0.0\"", "W/" + tag, "\"other\", \"another\"")) {
            HttpResponse<String> stale = harbour.decide(path, ACCEPT, other, harbour.curator());
            assertEquals(412, stale.statusCode(), other);
            assertEquals(tag, json(stale).path("currentTag").asText());
        }
        assertEquals(
                200,
                harbour.decide(path, "{\"decision\":\"reject\",\"reason\":\"no\"}", "\"x\", " + tag, harbour.curator())
                        .statusCode());
        HttpResponse<String> late = harbour.decide(path, ACCEPT, harbour.curator());
        assertEquals(409, late.statusCode());
        assertTrue(json(late).path("detail").asText().contains("rejected"), late.body());
    }

    @Test
    void ofTwoCuratorsAtOnceOneWins() throws Exception {
        List<String> paths = List.of(
                harbour.submitted(network("east", "East"), harbour.submitter()),
                harbour.submitted(network("west", "West"), harbour.submitter()),
                harbour.submitted(network("north", "North"), harbour.submitter()));
        List<Callable<HttpResponse<String>>> decisions = new ArrayList<>();
        for (String path : paths) {
            String tag = harbour.tag(path, harbour.curator());
            decisions.add(() -> harbour.decide(path, ACCEPT, tag, harbour.curator()));
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService curators = Executors.newFixedThreadPool(paths.size())) {
            for (Future<HttpResponse<String>> decided : curators.invokeAll(decisions)) {
                statuses.add(decided.get().statusCode());
            }
        }
        statuses.sort(null);
        assertEquals(List.of(200, 412, 412), statuses);
    }

    @Test
    void aDecisionWaitsForALoadThatIsBeingPublished() throws Exception {
        String path = harbour.submitted(network("queue", "Queue"), harbour.submitter());
        String tag = harbour.tag(path, harbour.curator());
        try (ExecutorService curator = Executors.newSingleThreadExecutor()) {
            Future<HttpResponse<String>> decision;
            try (PublisherLock load = PublisherLock.take(harbour.data())) {
                decision = curator.submit(() -> harbour.decide(path, ACCEPT, tag, harbour.curator()));
            }
            assertEquals(200, decision.get().statusCode());
        }
    }

    @Test
    void aSubmitterSeesAndWithdrawsOnlyTheirOwn() {
        String path = harbour.submitted(network("own", "Own"), harbour.submitter());
        String other = harbour.token("Ben", Role.SUBMITTER);
        assertEquals(404, harbour.get(path, other).statusCode());
        assertEquals(404, harbour.get(path + "/file", other).statusCode());
        assertEquals(404, harbour.decide(path, WITHDRAW, "*", other).statusCode());
        assertEquals(0, json(harbour.get("/submissions", other)).path("total").asInt());
        assertEquals(403, harbour.decide(path, ACCEPT, harbour.submitter()).statusCode());
        HttpResponse<String> withdrawn = harbour.decide(path, WITHDRAW, harbour.submitter());
        assertEquals(200, withdrawn.statusCode(), withdrawn.body());
        assertEquals("withdrawn", json(withdrawn).path("state").asText());
    }

    @Test
    void aPublishedOneIsCorrectedAndWithdrawnByTheSameRoad() {
        String first = harbour.submitted(network("lakes", "Lakse"), harbour.submitter());
        assertEquals(200, harbour.decide(first, ACCEPT, harbour.curator()).statusCode());
        String id = first.substring(first.lastIndexOf('/') + 1);
        HttpResponse<String> correction =
                harbour.submit("?corrects=" + id, network("lakes", "Lakes"), harbour.submitter());
        assertEquals(201, correction.statusCode(), correction.body());
        String second = correction.headers().firstValue("Location").orElseThrow();
        assertEquals(200, harbour.decide(second, ACCEPT, harbour.curator()).statusCode());
        assertEquals(
                "superseded",
                json(harbour.get(first, harbour.curator())).path("state").asText());
        String turtle = harbour.server()
                .get("/id/network/lakes", "Accept", "text/turtle")
                .body();
        assertTrue(turtle.contains("\"Lakes\"@en") && !turtle.contains("Lakse"), turtle);

        HttpResponse<String> asked = harbour.decide(second, WITHDRAW, harbour.submitter());
        assertEquals(202, asked.statusCode());
        assertEquals(
                1,
                json(harbour.get("/submissions?withdrawal-requested", harbour.curator()))
                        .path("total")
                        .asInt());
        assertEquals(200, harbour.decide(second, WITHDRAW, harbour.curator()).statusCode());
        HttpResponse<String> gone = harbour.server().get("/id/network/lakes");
        assertEquals(410, gone.statusCode());
        assertTrue(json(gone).path("reason").asText().matches("Withdrawn on [-0-9]{10} by Clara: closed"), gone.body());
    }
}
