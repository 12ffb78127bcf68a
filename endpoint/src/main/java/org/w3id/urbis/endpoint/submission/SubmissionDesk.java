package org.w3id.urbis.endpoint.submission;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.system.Txn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.endpoint.config.EndpointConfig;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.endpoint.store.RevisionStore;
import org.w3id.urbis.loader.Progress;
import org.w3id.urbis.loader.Reception;
import org.w3id.urbis.loader.Reception.Arrival;
import org.w3id.urbis.loader.Review;
import org.w3id.urbis.loader.Standard;
import org.w3id.urbis.loader.publication.AlreadyPublishingException;
import org.w3id.urbis.loader.publication.PublicationException;
import org.w3id.urbis.loader.report.Report;
import org.w3id.urbis.loader.report.ReportFormat;
import org.w3id.urbis.loader.submission.Actor;
import org.w3id.urbis.loader.submission.DamagedLogException;
import org.w3id.urbis.loader.submission.Submission;
import org.w3id.urbis.loader.submission.SubmissionState;
import org.w3id.urbis.loader.submission.Submissions;
import org.w3id.urbis.loader.submission.Tokens;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.ValidationResult;

/** What the routes of submissions work with: the submissions, who may touch them, and the graph they go into. */
public final class SubmissionDesk {
    private static final Logger LOG = LoggerFactory.getLogger(SubmissionDesk.class);
    /** How long a decision waits for another one, or a load, to be published. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Judging a file holds its statements and more in memory. */
    private static final int JUDGED_AT_ONCE = 2;

    private static final Duration TURN = Duration.ofSeconds(10);

    private final String baseIri;
    private final int fileBytes;
    private final RevisionStore store;
    private final Submissions submissions;
    private final Access access;
    private final Review review;
    private final Supplier<Standard> standard;
    private final Semaphore judging = new Semaphore(JUDGED_AT_ONCE, true);

    /**
     * Opens the desk.
     *
     * @param standard what files are judged by; asked for when the first one comes
     */
    public SubmissionDesk(EndpointConfig config, RevisionStore store, Supplier<Standard> standard) {
        this.baseIri = config.baseIri().toString();
        this.fileBytes = config.validation().fileBytes();
        this.store = store;
        this.standard = standard;
        this.submissions = new Submissions(config.data(), Clock.systemUTC());
        this.access = new Access(config.submissions(), new Tokens(config.data(), submissions));
        this.review = new Review(config.data(), submissions, standard, Progress.NONE, Clock.systemUTC(), PATIENCE);
    }

    /** How many submissions are in each state. */
    public Map<SubmissionState, Long> counts() {
        return submissions.list().stream().collect(Collectors.groupingBy(Submission::state, Collectors.counting()));
    }

    String baseIri() {
        return baseIri;
    }

    /** The most bytes a file may have. */
    int fileBytes() {
        return fileBytes;
    }

    Submissions submissions() {
        return submissions;
    }

    Access access() {
        return access;
    }

    Review review() {
        return review;
    }

    /**
     * Judges a file as an addition to the current revision.
     *
     * @throws ProblemException if too many files are being judged
     */
    ValidationResult judge(Arrival arrival) {
        takeTurn();
        try (RevisionLease lease = store.lease()) {
            Reception reception = new Reception(submissions, standard.get());
            return Txn.calculateRead(lease.dataset(), () -> reception.judge(arrival, lease.dataset()));
        } finally {
            judging.release();
        }
    }

    private void takeTurn() {
        try {
            if (judging.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw Problem.of(ProblemType.BUSY, "Other files are being judged.").exception();
    }

    /**
     * Finishes what a process that was cut off had decided and not published, before anything is served. What prevents it
     * is logged; reading goes on all the same.
     */
    public static void settle(Path data) {
        try {
            List<Finding> findings = new Review(
                            data,
                            new Submissions(data, Clock.systemUTC()),
                            Standard::shipped,
                            Progress.NONE,
                            Clock.systemUTC(),
                            PATIENCE)
                    .settle();
            findings.forEach(finding -> LOG.error("An accepted submission cannot be published: {}", finding));
        } catch (AlreadyPublishingException | PublicationException | DamagedLogException notNow) {
            LOG.error("What was accepted before the last end cannot be published now", notNow);
        }
    }

    Submission keep(Arrival arrival, ValidationResult judged, Actor sender) {
        return new Reception(submissions, standard.get()).keep(arrival, judged, sender);
    }

    String report(ValidationResult judged) {
        return ReportFormat.JSON.text(Report.of(judged));
    }

    /** Lets readers see what has just been published. */
    void catchUp() {
        store.catchUp();
    }
}
