package org.w3id.urbis.loader.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.w3id.urbis.loader.submission.Event.Kind;

/**
 * A file that was handed in, and what has become of it. Never changes: what happens next makes another one.
 *
 * @param id                  its id, the day it came and eight hexadecimal digits, such as {@code 20261121-3f9a1c7e}
 * @param state               what has become of it
 * @param history             what happened to it, oldest first; the first event is its receipt
 * @param supersededBy        the id of the correction that took its place, or waits in its place
 * @param revision            the revision in which it was first published
 * @param withdrawalRequested whether who sent it has asked for a published one to be withdrawn
 */
public record Submission(
        String id,
        SubmissionState state,
        List<Event> history,
        Optional<String> supersededBy,
        OptionalLong revision,
        boolean withdrawalRequested) {

    /** Copies the history. */
    public Submission {
        history = List.copyOf(history);
    }

    static Submission received(Event event) {
        return new Submission(
                event.subject(),
                SubmissionState.WAITING,
                List.of(event),
                Optional.empty(),
                OptionalLong.empty(),
                false);
    }

    /**
     * The event by which it came.
     *
     * @return its receipt, with the file's name, type, size and checksum
     */
    public Event receipt() {
        return history.getFirst();
    }

    /**
     * Tells whether what came is a table, of which what was read from it counts.
     *
     * @return true for CSV and workbooks
     */
    public boolean isTable() {
        return receipt().detail(Event.READ_SHA256).isPresent();
    }

    /**
     * Names the file that a load reads.
     *
     * @return its name in the folder of the submission, with an ending that tells a format of RDF
     */
    public String readName() {
        return isTable() ? Entry.READ : receipt().detail(Event.ENTRY).orElseThrow();
    }

    /**
     * Who handed it in.
     *
     * @return the actor
     */
    public Actor submitter() {
        return receipt().by();
    }

    /**
     * When it came.
     *
     * @return the time, to the second
     */
    public Instant received() {
        return receipt().at();
    }

    /**
     * The event by which it was accepted.
     *
     * @return the event; empty if it never was
     */
    public Optional<Event> acceptance() {
        return history.stream()
                .filter(event ->
                        event.kind() == Kind.ACCEPTED && event.subject().equals(id))
                .findFirst();
    }

    /**
     * Which submission it is to take the place of.
     *
     * @return the id of that; empty if it corrects none
     */
    public Optional<String> corrects() {
        return receipt().detail(Event.CORRECTS);
    }

    /**
     * Tells this state of it from any other.
     *
     * @return the number of the last event that had to do with it
     */
    public long version() {
        return history.getLast().number();
    }

    Submission became(SubmissionState next, Event because) {
        return new Submission(id, next, with(because), supersededBy, revision, false);
    }

    Submission superseded(Event because, String by) {
        return new Submission(id, SubmissionState.SUPERSEDED, with(because), Optional.of(by), revision, false);
    }

    Submission published(Event because) {
        OptionalLong first = revision.isPresent() ? revision : OptionalLong.of(Long.parseLong(because.subject()));
        return new Submission(id, SubmissionState.PUBLISHED, with(because), supersededBy, first, withdrawalRequested);
    }

    Submission withdrawalRequested(Event because, boolean requested) {
        return new Submission(id, state, with(because), supersededBy, revision, requested);
    }

    private List<Event> with(Event next) {
        List<Event> longer = new ArrayList<>(history);
        longer.add(next);
        return longer;
    }
}
