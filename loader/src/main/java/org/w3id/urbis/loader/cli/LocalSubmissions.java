package org.w3id.urbis.loader.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.w3id.urbis.loader.Progress;
import org.w3id.urbis.loader.Prospect;
import org.w3id.urbis.loader.PublishedNames;
import org.w3id.urbis.loader.Reception;
import org.w3id.urbis.loader.Reception.Arrival;
import org.w3id.urbis.loader.Review;
import org.w3id.urbis.loader.Review.Decided;
import org.w3id.urbis.loader.Review.Seen;
import org.w3id.urbis.loader.Standard;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.preview.KnownAnswers;
import org.w3id.urbis.loader.preview.Preview;
import org.w3id.urbis.loader.preview.PreviewFormat;
import org.w3id.urbis.loader.preview.PreviewReport;
import org.w3id.urbis.loader.preview.Previewing;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Revisions;
import org.w3id.urbis.loader.publication.Store;
import org.w3id.urbis.loader.report.Report;
import org.w3id.urbis.loader.report.ReportFormat;
import org.w3id.urbis.loader.submission.Actor;
import org.w3id.urbis.loader.submission.Submission;
import org.w3id.urbis.loader.submission.SubmissionState;
import org.w3id.urbis.loader.submission.Submissions;
import org.w3id.urbis.loader.validation.RdfFormat;
import org.w3id.urbis.loader.validation.UnknownFormatException;
import org.w3id.urbis.loader.validation.ValidationResult;
import org.w3id.urbis.queries.QueryCatalogue;

/** The submissions of a data directory. */
final class LocalSubmissions implements SubmissionPlace {

    /** How long a decision waits for a load, or for a decision made through a server. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Consumer<Seen> AS_IT_IS = seen -> {};

    private final Path data;
    private final Actor actor;
    private final Progress progress;
    private final Submissions submissions;
    private final boolean coloured = System.console() != null && System.getenv("NO_COLOR") == null;

    LocalSubmissions(Path data, Actor actor, Progress progress) {
        this.data = data;
        this.actor = actor;
        this.progress = progress;
        this.submissions = new Submissions(data, Clock.systemUTC());
    }

    @Override
    public Outcome submit(Path file, Optional<String> corrects) {
        Arrival arrival = arrival(file, corrects);
        Revision revision = current();
        Reception reception = new Reception(submissions, Standard.shipped());
        try (PublishedNames names = PublishedNames.of(revision)) {
            ValidationResult judged =
                    Store.read(revision, published -> reception.judge(arrival, published, names.index()));
            String report = ReportFormat.TEXT.text(Report.of(judged).coloured(coloured));
            return judged.isAcceptable()
                    ? new Outcome(
                            Optional.of(ShownSubmission.of(reception.keep(arrival, judged, actor))), report, false)
                    : new Outcome(Optional.empty(), report, true);
        }
    }

    private Revision current() {
        return new Revisions(data)
                .current()
                .orElseThrow(() -> new ImpossibleException(
                        "Nothing is published in " + data + " yet. \"urbis load\" publishes the sources that ship."));
    }

    private static Previewing previewing(Standard standard, Duration patience) {
        return new Previewing(
                BaseIri.URBIS,
                standard.shapes(),
                standard.vocabulary(),
                QueryCatalogue.shipped(),
                new KnownAnswers(),
                patience);
    }

    @Override
    public Outcome tryOut(Path file, Optional<String> corrects, Duration patience) {
        Arrival arrival = arrival(file, corrects);
        Revision revision = current();
        Standard standard = Standard.shipped();
        Reception reception = new Reception(submissions, standard);
        Previewing previewing = previewing(standard, patience);
        try (PublishedNames names = PublishedNames.of(revision)) {
            return Store.read(revision, published -> {
                ValidationResult judged = reception.judge(arrival, published, names.index());
                PreviewReport report = new PreviewReport(
                        Report.of(judged).coloured(coloured),
                        reception.preview(arrival, judged, published, revision.number(), names.index(), previewing),
                        standard.vocabulary().names());
                return new Outcome(Optional.empty(), PreviewFormat.TEXT.text(report), !judged.isAcceptable());
            });
        }
    }

    static Arrival arrival(Path file, Optional<String> corrects) {
        String name = file.getFileName().toString();
        try {
            byte[] content = Files.readAllBytes(file);
            RdfFormat format =
                    RdfFormat.ofFileName(name).orElseThrow(() -> new UnknownFormatException(file.toString()));
            return new Arrival(name, format, format.mediaType(), content, corrects);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    @Override
    public List<ShownSubmission> list(Optional<SubmissionState> state) {
        return submissions.list().reversed().stream()
                .filter(submission -> state.isEmpty() || submission.state() == state.get())
                .map(ShownSubmission::of)
                .toList();
    }

    @Override
    public ShownSubmission show(String id) {
        return ShownSubmission.of(submissions.submission(id));
    }

    @Override
    public byte[] file(String id) {
        Submission submission = submissions.submission(id);
        return submissions.file(submission);
    }

    @Override
    public String preview(String id, Duration patience) {
        Submission submission = submissions.submission(id);
        Revision revision = current();
        Standard standard = Standard.shipped();
        Prospect prospect = new Prospect(submissions, () -> standard);
        try (PublishedNames names = PublishedNames.of(revision)) {
            return Store.read(revision, published -> {
                Preview preview = prospect.preview(
                        submission, actor, published, revision.number(), names.index(), previewing(standard, patience));
                return PreviewFormat.TEXT.text(new PreviewReport(
                        Report.of(new ValidationResult(List.of(), List.of())).coloured(coloured),
                        Optional.of(preview),
                        standard.vocabulary().names()));
            });
        }
    }

    @Override
    public Outcome decide(Decision decision, String id, String reason) {
        Review review = new Review(data, submissions, Standard::shipped, progress, Clock.systemUTC(), PATIENCE);
        Decided decided =
                switch (decision) {
                    case ACCEPT -> review.accept(id, actor, reason, AS_IT_IS);
                    case REJECT -> review.reject(id, actor, reason, AS_IT_IS);
                    case WITHDRAW -> review.withdraw(id, actor, reason, AS_IT_IS);
                };
        ValidationResult against = new ValidationResult(List.of(), decided.findings());
        return new Outcome(
                Optional.of(ShownSubmission.of(decided.submission())),
                decided.isRefused() ? ReportFormat.TEXT.text(Report.of(against)) : "",
                decided.isRefused());
    }
}
