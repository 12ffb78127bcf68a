package org.w3id.urbis.loader.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.w3id.urbis.loader.submission.SubmissionState;

/** Where submissions are: in a data directory of this machine, or on a server. */
interface SubmissionPlace {

    /**
     * What came of handing something in, or of a decision.
     *
     * @param submission the submission as it is now; empty if none was made
     * @param report     what speaks against it, or was found in it, as text; empty if there is nothing to say
     * @param refused    whether nothing was kept or decided because of what the report says
     */
    record Outcome(Optional<ShownSubmission> submission, String report, boolean refused) {}

    /** What can be decided. */
    enum Decision {
        /** Take it into the graph. */
        ACCEPT,
        /** Refuse it. */
        REJECT,
        /** Take it back. */
        WITHDRAW
    }

    /** Hands a file in. */
    Outcome submit(Path file, Optional<String> corrects);

    /**
     * Judges a file, and tells what it would change. Nothing is kept.
     *
     * @param patience how long the questions of the catalogue may take together
     */
    Outcome tryOut(Path file, Optional<String> corrects, Duration patience);

    /** Lists submissions, the latest first. */
    List<ShownSubmission> list(Optional<SubmissionState> state);

    /** Tells of one. */
    ShownSubmission show(String id);

    /** The file as it was sent. */
    byte[] file(String id);

    /**
     * What a decision about one would change, as text.
     *
     * @param patience how long the questions of the catalogue may take together
     */
    String preview(String id, Duration patience);

    /** Decides. */
    Outcome decide(Decision decision, String id, String reason);
}
