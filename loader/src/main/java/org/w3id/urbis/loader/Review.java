package org.w3id.urbis.loader;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.publication.PublisherLock;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Revisions;
import org.w3id.urbis.loader.source.Source;
import org.w3id.urbis.loader.submission.AcceptedSources;
import org.w3id.urbis.loader.submission.Actor;
import org.w3id.urbis.loader.submission.ConflictException;
import org.w3id.urbis.loader.submission.Event;
import org.w3id.urbis.loader.submission.Event.Kind;
import org.w3id.urbis.loader.submission.Former;
import org.w3id.urbis.loader.submission.NotPermittedException;
import org.w3id.urbis.loader.submission.Role;
import org.w3id.urbis.loader.submission.Submission;
import org.w3id.urbis.loader.submission.SubmissionState;
import org.w3id.urbis.loader.submission.Submissions;
import org.w3id.urbis.loader.submission.UnwritableException;
import org.w3id.urbis.loader.validation.Finding;

/**
 * What is decided about submissions, and what that makes of the graph.
 *
 * <p>To accept is, in this order: to hold the publisher's lock; to judge the graph as it would be, for it may have changed
 * since the submission came; to write the new revision beside the current one; to write the acceptance into the log; to
 * point to the revision. Whatever ends the process before the line in the log is on the disk, nothing has happened; after
 * that the next publication, or {@link #settle}, does what is left. Withdrawing what is published is the same.
 */
public final class Review {

    private static final Logger LOG = LoggerFactory.getLogger(Review.class);

    private final Path data;
    private final BaseIri base;
    private final Pipeline pipeline;
    private final Submissions submissions;
    private final Prospect prospect;
    private final Duration patience;

    /**
     * Makes a review.
     *
     * @param data        the data directory
     * @param submissions its submissions
     * @param standard    what the graph is judged by; asked for when something is to be published
     * @param progress    is told how far a publication has got
     * @param clock       tells the time
     * @param patience    how long to wait for somebody else who is publishing
     */
    public Review(
            Path data,
            Submissions submissions,
            Supplier<Standard> standard,
            Progress progress,
            Clock clock,
            Duration patience) {
        this.data = data;
        this.base = BaseIri.URBIS;
        this.pipeline = new Pipeline(base, progress, clock, standard);
        this.submissions = submissions;
        this.prospect = new Prospect(submissions, standard);
        this.patience = patience;
    }

    /**
     * What somebody who decides has seen.
     *
     * @param version  the version of the submission
     * @param revision the number of the revision that was current
     */
    public record Seen(long version, long revision) {}

    /**
     * What came of a decision.
     *
     * @param submission the submission as it is now
     * @param revision   the revision that was published, if the decision changes the graph
     * @param findings   why nothing was decided: what the gate says of the graph as it would be; empty if all is well
     */
    public record Decided(Submission submission, Optional<Revision> revision, List<Finding> findings) {

        /** Copies the findings. */
        public Decided {
            findings = List.copyOf(findings);
        }

        /**
         * Tells whether the gate had something against it.
         *
         * @return true if nothing was decided
         */
        public boolean isRefused() {
            return !findings.isEmpty();
        }
    }

    /**
     * What somebody sees who looks at a submission now.
     *
     * @param submission the submission as they see it
     * @return its version, and the current revision; 0 if nothing is published
     */
    public Seen seen(Submission submission) {
        return new Seen(
                submission.version(),
                new Revisions(data).current().map(Revision::number).orElse(0L));
    }

    /**
     * Takes a submission into the graph.
     *
     * @param id     its id
     * @param by     who accepts it: a curator
     * @param reason what they say to it; may be blank
     * @param seen   says whether what they saw is how things are, or throws; asked again just before it happens
     * @return what came of it
     * @throws org.w3id.urbis.loader.submission.UnknownSubmissionException  if there is none
     * @throws NotPermittedException                                        if they are no curator
     * @throws ConflictException                                            if it does not wait
     * @throws org.w3id.urbis.loader.publication.AlreadyPublishingException if somebody else is publishing, too long
     * @throws org.w3id.urbis.loader.publication.PublicationException       if the disk refuses
     * @throws UnwritableException                                          if the disk refuses; nothing has happened
     */
    public Decided accept(String id, Actor by, String reason, Consumer<Seen> seen) {
        ReviewRules.onlyCurators(by);
        Consumer<Submission> condition = now -> {
            seen.accept(seen(now));
            ReviewRules.mayBeAccepted(now, submissions);
        };
        try (PublisherLock held = PublisherLock.take(data, patience)) {
            Submission submission = submissions.submission(id);
            condition.accept(submission);
            List<Finding> against = prospect.violations(data, submission);
            if (!against.isEmpty()) {
                return new Decided(submission, Optional.empty(), against);
            }
            Event acceptance = submissions.draft(Kind.ACCEPTED, id, by, reason);
            AcceptedSources accepted = new AcceptedSources(submissions, base);
            return amend(
                    held,
                    accepted.with(submission, acceptance),
                    accepted.former(accepted.endedBy(submission), acceptance),
                    acceptance,
                    condition);
        }
    }

    /**
     * Refuses a submission, or the request to withdraw a published one.
     *
     * @param id     its id
     * @param by     who rejects it: a curator
     * @param reason why
     * @param seen   as with {@link #accept}
     * @return what came of it
     * @throws org.w3id.urbis.loader.submission.UnknownSubmissionException if there is none
     * @throws NotPermittedException                                       if they are no curator
     * @throws ConflictException                                           if it does not wait
     * @throws UnwritableException                                         if the disk refuses; nothing has happened
     */
    public Decided reject(String id, Actor by, String reason, Consumer<Seen> seen) {
        ReviewRules.onlyCurators(by);
        boolean request = submissions.submission(id).withdrawalRequested();
        Event rejection = submissions.draft(request ? Kind.WITHDRAWAL_REFUSED : Kind.REJECTED, id, by, reason);
        return decided(submissions.decide(rejection, now -> {
            seen.accept(seen(now));
            if (request ? !now.withdrawalRequested() : now.state() != SubmissionState.WAITING) {
                throw ReviewRules.conflict(now, "rejected");
            }
        }));
    }

    /**
     * Takes a submission back. Who sent it may do so while it waits; for a published one they can ask, and a curator does
     * it.
     *
     * @param id     its id
     * @param by     who withdraws it
     * @param reason why; may be blank
     * @param seen   as with {@link #accept}
     * @return what came of it; if somebody else has to do it, a submission that says that this was requested
     * @throws org.w3id.urbis.loader.submission.UnknownSubmissionException  if there is none
     * @throws NotPermittedException                                        if it is somebody else's and they no curator
     * @throws ConflictException                                            if it neither waits nor is published
     * @throws org.w3id.urbis.loader.publication.AlreadyPublishingException if somebody else is publishing, too long
     * @throws org.w3id.urbis.loader.publication.PublicationException       if the disk refuses
     * @throws UnwritableException                                          if the disk refuses; nothing has happened
     */
    public Decided withdraw(String id, Actor by, String reason, Consumer<Seen> seen) {
        Submission submission = submissions.submission(id);
        if (by.role() != Role.CURATOR && !submission.submitter().isSame(by)) {
            throw new NotPermittedException("A submission is withdrawn by who sent it, or by a curator.");
        }
        boolean published = submission.state().counts();
        Consumer<Submission> condition = now -> {
            seen.accept(seen(now));
            if (now.state().counts() != published || !published && now.state() != SubmissionState.WAITING) {
                throw ReviewRules.conflict(now, "withdrawn");
            }
        };
        if (published && by.role() != Role.CURATOR) {
            return decided(submissions.decide(submissions.draft(Kind.WITHDRAWAL_REQUESTED, id, by, reason), condition));
        }
        Event withdrawal = submissions.draft(Kind.WITHDRAWN, id, by, reason);
        if (!published) {
            return decided(submissions.decide(withdrawal, condition));
        }
        try (PublisherLock held = PublisherLock.take(data, patience)) {
            condition.accept(submissions.submission(id));
            AcceptedSources accepted = new AcceptedSources(submissions, base);
            return amend(
                    held, accepted.without(Set.of(id)), accepted.former(Set.of(id), withdrawal), withdrawal, condition);
        }
    }

    /**
     * Finishes what a process that was cut off had decided and not published.
     *
     * @return what the gate has against it; empty if all is well, or there was nothing to do
     * @throws org.w3id.urbis.loader.publication.AlreadyPublishingException if somebody else is publishing, too long
     * @throws org.w3id.urbis.loader.publication.PublicationException       if the disk refuses
     */
    public List<Finding> settle() {
        if (!submissions.hasUnpublished()) {
            return List.of();
        }
        try (PublisherLock held = PublisherLock.take(data, patience)) {
            AcceptedSources accepted = new AcceptedSources(submissions, base);
            LoadReport report = pipeline.amend(held, data, accepted.all(), accepted.former(), ready -> {});
            if (report.outcome() == LoadReport.Outcome.REFUSED) {
                return report.findings();
            }
            note(Actor.ofThisProcess());
            return List.of();
        }
    }

    private Decided amend(
            PublisherLock held,
            List<Source> sources,
            List<Former> former,
            Event event,
            Consumer<Submission> condition) {
        if (new Revisions(data).current().isEmpty()) {
            throw new ConflictException("Nothing is published in " + data
                    + " yet. \"urbis load\" publishes the sources that ship; then this can be decided.");
        }
        LoadReport report = pipeline.amend(held, data, sources, former, ready -> submissions.decide(event, condition));
        if (report.outcome() == LoadReport.Outcome.REFUSED) {
            return new Decided(submissions.submission(event.subject()), Optional.empty(), report.findings());
        }
        note(event.by());
        return new Decided(submissions.submission(event.subject()), report.revision(), List.of());
    }

    /** The decision stands and the revision is current; only that this is known may be left to the next publication. */
    private void note(Actor by) {
        Revision current = new Revisions(data).current().orElseThrow();
        try {
            submissions.published(current.number(), current.hash(), by);
        } catch (UnwritableException e) {
            LOG.warn("Revision {} is current, which could not be written down", current.number(), e);
        }
    }

    private static Decided decided(Submission submission) {
        return new Decided(submission, Optional.empty(), List.of());
    }
}
