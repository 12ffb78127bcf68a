package org.w3id.urbis.endpoint.submission;

import io.helidon.webserver.http.ServerResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.system.Txn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.endpoint.config.EndpointConfig;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.exchange.Preferences;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.endpoint.store.RevisionStore;
import org.w3id.urbis.endpoint.upload.SentFile;
import org.w3id.urbis.endpoint.validation.JudgingTurns;
import org.w3id.urbis.endpoint.validation.Validator;
import org.w3id.urbis.loader.Progress;
import org.w3id.urbis.loader.Prospect;
import org.w3id.urbis.loader.Reception;
import org.w3id.urbis.loader.Reception.Arrival;
import org.w3id.urbis.loader.Review;
import org.w3id.urbis.loader.Standard;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.preview.KnownAnswers;
import org.w3id.urbis.loader.preview.Preview;
import org.w3id.urbis.loader.preview.PreviewReport;
import org.w3id.urbis.loader.preview.Previewing;
import org.w3id.urbis.loader.publication.AlreadyPublishingException;
import org.w3id.urbis.loader.publication.PublicationException;
import org.w3id.urbis.loader.report.Report;
import org.w3id.urbis.loader.submission.Actor;
import org.w3id.urbis.loader.submission.DamagedLogException;
import org.w3id.urbis.loader.submission.Submission;
import org.w3id.urbis.loader.submission.SubmissionState;
import org.w3id.urbis.loader.submission.Submissions;
import org.w3id.urbis.loader.submission.Tokens;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.ValidationResult;
import org.w3id.urbis.queries.QueryCatalogue;

/** What the routes of submissions work with: the submissions, who may touch them, and the graph they go into. */
public final class SubmissionDesk {
    private static final Logger LOG = LoggerFactory.getLogger(SubmissionDesk.class);
    /** How long a decision waits for another one, or a load, to be published. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** How long the questions of the catalogue may take together in a preview. */
    private static final Duration QUESTIONS = Duration.ofSeconds(5);
    /** What all else in a preview may take. */
    private static final Duration REST = Duration.ofSeconds(10);

    private final String baseIri;
    private final int fileBytes;
    private final RevisionStore store;
    private final Submissions submissions;
    private final Access access;
    private final Review review;
    private final Prospect prospect;
    private final Supplier<Standard> standard;
    private final JudgingTurns turns;
    private final KnownAnswers known = new KnownAnswers();
    private final Duration longest;

    /**
     * Opens the desk.
     *
     * @param standard what files are judged by; asked for when the first one comes
     * @param turns    in which they are judged
     */
    public SubmissionDesk(EndpointConfig config, RevisionStore store, Supplier<Standard> standard, JudgingTurns turns) {
        this.baseIri = config.baseIri().toString();
        this.fileBytes = config.validation().fileBytes();
        this.store = store;
        this.standard = standard;
        this.turns = turns;
        // All of a preview is made in one turn, and what is over its time is told to stop and answers nothing.
        Duration left = config.validation().timeout().minus(REST);
        this.longest = left.compareTo(QUESTIONS) < 0 ? QUESTIONS : left;
        this.submissions = new Submissions(config.data(), Clock.systemUTC());
        this.access = new Access(config.submissions(), new Tokens(config.data(), submissions));
        this.review = new Review(config.data(), submissions, standard, Progress.NONE, Clock.systemUTC(), PATIENCE);
        this.prospect = new Prospect(submissions, standard);
    }

    /** How many submissions are in each state. */
    public Map<SubmissionState, Long> counts() {
        return submissions.list().stream().collect(Collectors.groupingBy(Submission::state, Collectors.counting()));
    }

    /**
     * What came of a file that somebody handed in with a page.
     *
     * @param judged what was found in it, as an addition to the current revision
     * @param id     by what it is known from now on; empty if it was not kept, because of what was found
     */
    public record HandedIn(ValidationResult judged, Optional<String> id) {
        /** The problem that it was not kept, with the report. */
        public ProblemException refusal() {
            return SubmissionProblems.notKept(judged);
        }
    }

    /**
     * Takes a file in that somebody hands in with a page.
     *
     * @param file       the file
     * @param parameters the fields of the form: {@code token}, and {@code corrects} if it is to take another one's place
     * @param response   gets the headers of what goes wrong
     * @throws ProblemException if they may not, or it cannot be kept
     */
    public HandedIn handIn(SentFile file, Parameters parameters, ServerResponse response) {
        Actor sender = access.sender(parameters.one("token").orElse(""), response);
        Arrival arrival = ArrivalReading.of(file, file.name(), parameters);
        return SubmissionProblems.telling(response, () -> {
            ValidationResult judged = judge(arrival);
            return new HandedIn(
                    judged,
                    judged.isAcceptable()
                            ? Optional.of(keep(arrival, judged, sender).id())
                            : Optional.empty());
        });
    }

    String baseIri() {
        return baseIri;
    }

    /** How long the questions of the catalogue may take together in a preview, if the client would wait for them. */
    Duration patience(Preferences preferences) {
        return preferences.waiting(longest).orElse(QUESTIONS);
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
        return inTurn(arrival.content().length, lease -> reception()
                .judge(arrival, lease.dataset(), Optional.of(lease.names())));
    }

    /**
     * Judges a file, and works out what it would change in the current revision. Nothing is written.
     *
     * @param patience how long the questions of the catalogue may take together
     * @throws ProblemException if too many files are being judged
     */
    PreviewReport tryOut(Arrival arrival, Locale language, Duration patience) {
        return inTurn(arrival.content().length, lease -> {
            Reception reception = reception();
            Optional<NameIndex> names = Optional.of(lease.names());
            ValidationResult judged = reception.judge(arrival, lease.dataset(), names);
            Optional<Preview> preview = reception.preview(
                    arrival, judged, lease.dataset(), lease.info().number(), names, previewing(patience));
            return told(judged, preview, language);
        });
    }

    /**
     * Works out what the decision about a submission would change in the current revision. Nothing is written.
     *
     * @param patience how long the questions of the catalogue may take together
     * @throws ProblemException if too many files are being judged
     */
    PreviewReport preview(Submission submission, Actor by, Locale language, Duration patience) {
        return inTurn(
                submissions.read(submission).length,
                lease -> told(
                        new ValidationResult(List.of(), List.of()),
                        Optional.of(prospect.preview(
                                submission,
                                by,
                                lease.dataset(),
                                lease.info().number(),
                                Optional.of(lease.names()),
                                previewing(patience))),
                        language));
    }

    private PreviewReport told(ValidationResult judged, Optional<Preview> preview, Locale language) {
        return new PreviewReport(
                Report.of(judged).in(language),
                preview,
                standard.get().vocabulary().names());
    }

    private Previewing previewing(Duration patience) {
        return new Previewing(
                BaseIri.URBIS,
                standard.get().shapes(),
                standard.get().vocabulary(),
                QueryCatalogue.shipped(),
                known,
                patience);
    }

    private <T> T inTurn(long bytes, Function<RevisionLease, T> work) {
        return turns.take(bytes, () -> {
            try (RevisionLease lease = store.lease()) {
                return Txn.calculateRead(lease.dataset(), () -> work.apply(lease));
            }
        });
    }

    private Reception reception() {
        return new Reception(submissions, standard.get()).atMost(Validator.MOST_FINDINGS, Validator.MOST_STATEMENTS);
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
        return reception().keep(arrival, judged, sender);
    }

    /** Lets readers see what has just been published. */
    void catchUp() {
        store.catchUp();
    }
}
