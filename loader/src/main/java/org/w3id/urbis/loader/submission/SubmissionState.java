package org.w3id.urbis.loader.submission;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What has become of a submission. */
public enum SubmissionState {

    /** Waits for a curator. */
    WAITING("Waits for a curator."),
    /** Part of the truth, and about to be published: a process that was cut off left the last step to the next one. */
    ACCEPTED("Accepted; the next publication, or the next start of the server, brings it into the graph."),
    /** In the graph. */
    PUBLISHED("In the graph."),
    /** Refused by a curator. */
    REJECTED("Rejected by a curator, with a reason. A correction can be handed in."),
    /** Taken back. */
    WITHDRAWN("Taken back; it is not, or not any more, in the graph."),
    /** A correction has taken its place. */
    SUPERSEDED("A correction has taken its place.");

    private final String meaning;

    SubmissionState(String meaning) {
        this.meaning = meaning;
    }

    /**
     * The name of the state for programs.
     *
     * @return the name in lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Explains the state.
     *
     * @return a sentence
     */
    public String meaning() {
        return meaning;
    }

    /**
     * Finds a state by its name.
     *
     * @param key the name in lower case
     * @return the state; empty if none is called so
     */
    public static Optional<SubmissionState> of(String key) {
        return Stream.of(values()).filter(state -> state.key().equals(key)).findFirst();
    }

    /**
     * Tells whether it is part of what every revision from now on is made of.
     *
     * @return true if it was accepted and nothing has taken it away since
     */
    public boolean counts() {
        return this == ACCEPTED || this == PUBLISHED;
    }
}
