package org.w3id.urbis.loader.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the events add up to. */
final class Ledger {

    private final Map<String, Submission> submissions = new LinkedHashMap<>();
    private boolean unpublished;

    void enter(Event event) {
        switch (event.kind()) {
            case RECEIVED -> receive(event);
            case ACCEPTED -> accept(event);
            case REJECTED -> change(event, known(event).became(SubmissionState.REJECTED, event));
            case WITHDRAWN -> {
                unpublished |= known(event).state().counts();
                change(event, known(event).became(SubmissionState.WITHDRAWN, event));
            }
            case WITHDRAWAL_REQUESTED -> change(event, known(event).withdrawalRequested(event, true));
            case WITHDRAWAL_REFUSED -> change(event, known(event).withdrawalRequested(event, false));
            case PUBLISHED -> {
                unpublished = false;
                submissions.replaceAll((id, submission) ->
                        submission.state() == SubmissionState.ACCEPTED ? submission.published(event) : submission);
            }
            case TOKEN_ADDED, TOKEN_REVOKED -> {
                // Has to do with no submission.
            }
        }
    }

    private void receive(Event event) {
        submissions.put(event.subject(), Submission.received(event));
        corrected(event)
                .filter(earlier -> earlier.state() == SubmissionState.WAITING)
                .ifPresent(earlier -> submissions.put(earlier.id(), earlier.superseded(event, event.subject())));
    }

    private void accept(Event event) {
        unpublished = true;
        Submission accepted = known(event);
        change(event, accepted.became(SubmissionState.ACCEPTED, event));
        corrected(accepted).stream()
                .filter(earlier -> earlier.state().counts())
                .forEach(earlier -> submissions.put(earlier.id(), earlier.superseded(event, accepted.id())));
    }

    /** What a submission corrects, and what that corrected in its turn, the latest first. */
    List<Submission> corrected(Submission submission) {
        List<Submission> earlier = new ArrayList<>();
        Optional<String> next = submission.corrects();
        while (next.isPresent()) {
            Submission one = submissions.get(next.get());
            earlier.add(one);
            next = one.corrects();
        }
        return earlier;
    }

    private Optional<Submission> corrected(Event receipt) {
        return receipt.detail(Event.CORRECTS).map(submissions::get);
    }

    private void change(Event event, Submission changed) {
        submissions.put(event.subject(), changed);
    }

    private Submission known(Event event) {
        return find(event.subject())
                .orElseThrow(() -> new DamagedLogException("Line " + event.number()
                        + " of the log is about a submission that no line before it tells of"));
    }

    Optional<Submission> find(String id) {
        return Optional.ofNullable(submissions.get(id));
    }

    /** All submissions in the order in which they came. */
    List<Submission> list() {
        return new ArrayList<>(submissions.values());
    }

    /** Whether something was accepted or withdrawn and no revision has followed. */
    boolean hasUnpublished() {
        return unpublished;
    }
}
