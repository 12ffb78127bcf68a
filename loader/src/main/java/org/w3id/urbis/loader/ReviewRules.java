package org.w3id.urbis.loader;

import java.util.List;
import java.util.Optional;
import org.w3id.urbis.loader.submission.Actor;
import org.w3id.urbis.loader.submission.ConflictException;
import org.w3id.urbis.loader.submission.NotPermittedException;
import org.w3id.urbis.loader.submission.Role;
import org.w3id.urbis.loader.submission.Submission;
import org.w3id.urbis.loader.submission.SubmissionState;
import org.w3id.urbis.loader.submission.Submissions;

/** Who may decide, and about what. */
final class ReviewRules {

    private ReviewRules() {}

    /**
     * Lets none but curators go on.
     *
     * @throws NotPermittedException if somebody is none
     */
    static void onlyCurators(Actor by) {
        if (by.role() != Role.CURATOR) {
            throw new NotPermittedException("Only a curator decides about submissions.");
        }
    }

    /**
     * Checks that a submission waits, and that nothing has taken the place of what it corrects.
     *
     * @throws ConflictException if it cannot be accepted
     */
    static void mayBeAccepted(Submission submission, Submissions submissions) {
        if (submission.state() != SubmissionState.WAITING) {
            throw conflict(submission, "accepted");
        }
        List<Submission> earlier = submissions.corrected(submission);
        Optional<Submission> taken = earlier.stream()
                .filter(one -> one.supersededBy().isPresent())
                .filter(one -> earlier.stream()
                        .map(Submission::id)
                        .noneMatch(id -> id.equals(one.supersededBy().get())))
                .filter(one -> !one.supersededBy().get().equals(submission.id()))
                .findFirst();
        taken.ifPresent(one -> {
            throw new ConflictException("Submission " + submission.id() + " corrects " + one.id()
                    + ", which another correction, " + one.supersededBy().get()
                    + ", has replaced. Hand in a correction of that one.");
        });
    }

    /** Says that a submission is in a state in which something cannot be done to it. */
    static ConflictException conflict(Submission submission, String done) {
        return new ConflictException("Submission " + submission.id() + " is "
                + submission.state().key() + " and cannot be " + done + ". "
                + submission.state().meaning());
    }
}
