package org.w3id.urbis.endpoint.documentation;

import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.w3id.urbis.endpoint.document.JsonText;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.sparql.AnswerSample;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.endpoint.store.RevisionStore;
import org.w3id.urbis.queries.CatalogueQuery;
import org.w3id.urbis.queries.QueryCatalogue;

/** How many rows each question of the catalogue answers, for the values that its form begins with. */
final class AnswerCounts {
    /** What has not been counted by then is counted when somebody asks again. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final QueryCatalogue catalogue;
    private final LiveAnswers answers;

    AnswerCounts(QueryCatalogue catalogue, LiveAnswers answers) {
        this.catalogue = catalogue;
        this.answers = answers;
    }

    void send(ServerRequest request, ServerResponse response, RevisionStore store) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        try (RevisionLease revision = Asking.revision(request, response, store)) {
            String document = JsonText.of(of(revision)) + "\n";
            if (!Answering.isKnown(request, response, EntityTag.of(document), "Accept-Encoding")) {
                Answering.send(request, response, "application/json", document.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private Map<String, Object> of(RevisionLease revision) {
        long begun = System.nanoTime();
        Map<String, Object> counts = new LinkedHashMap<>();
        for (CatalogueQuery query : catalogue.queries()) {
            if (!query.isFederated()) {
                boolean inTime = System.nanoTime() - begun < LONGEST.toNanos();
                Optional<AnswerSample> answer =
                        inTime ? answers.of(revision, query.text()) : answers.known(revision, query.text());
                answer.ifPresent(sample -> counts.put(query.name(), sample.count()));
            }
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("revision", revision.info().number());
        document.put("counts", counts);
        return document;
    }
}
