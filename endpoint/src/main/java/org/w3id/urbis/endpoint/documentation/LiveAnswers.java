package org.w3id.urbis.endpoint.documentation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.sparql.AnswerSample;
import org.w3id.urbis.endpoint.sparql.SparqlGateway;
import org.w3id.urbis.endpoint.store.RevisionLease;

/** What queries answer on a revision: asked once and then remembered, because a revision never changes. */
final class LiveAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(LiveAnswers.class);
    private static final int SHOWN = 5;
    private static final int MOST_KEPT = 300;

    private final SparqlGateway gateway;
    private final Cache<List<String>, Optional<AnswerSample>> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    LiveAnswers(SparqlGateway gateway) {
        this.gateway = gateway;
    }

    /** The beginning of an answer; empty if the query could not be answered in its time. */
    Optional<AnswerSample> of(RevisionLease revision, String query) {
        return kept.get(List.of(revision.info().hash(), query), any -> ask(revision, query));
    }

    /** The same, if it has been asked before. */
    Optional<AnswerSample> known(RevisionLease revision, String query) {
        Optional<AnswerSample> found = kept.getIfPresent(List.of(revision.info().hash(), query));
        return found == null ? Optional.empty() : found;
    }

    private Optional<AnswerSample> ask(RevisionLease revision, String query) {
        try {
            return Optional.of(gateway.sample(revision, query, SHOWN));
        } catch (ProblemException unanswered) {
            LOG.info("A page does without an answer: {}", unanswered.getMessage());
            return Optional.empty();
        }
    }
}
