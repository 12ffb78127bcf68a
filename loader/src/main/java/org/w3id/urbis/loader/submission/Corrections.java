package org.w3id.urbis.loader.submission;

/** Which submissions can be corrected, and by whom. */
final class Corrections {

    private Corrections() {}

    /**
     * Checks that somebody may hand in a correction.
     *
     * @throws NotPermittedException if it is somebody else's
     * @throws ConflictException     if there is nothing to correct any more
     */
    static void check(Submission earlier, Actor by) {
        if (by.role() != Role.CURATOR && !earlier.submitter().isSame(by)) {
            throw new NotPermittedException("Submission " + earlier.id()
                    + " was sent by somebody else. It can be corrected by who sent it, or by a curator.");
        }
        switch (earlier.state()) {
            case SUPERSEDED ->
                throw new ConflictException("Submission " + earlier.id() + " has been corrected already: correct "
                        + earlier.supersededBy().orElseThrow() + ", which has taken its place.");
            case WITHDRAWN ->
                throw new ConflictException("Submission " + earlier.id()
                        + " was withdrawn. Hand the file in again without naming what it corrects.");
            case WAITING, REJECTED, ACCEPTED, PUBLISHED -> {
                // Can be corrected.
            }
        }
    }
}
