package org.w3id.urbis.endpoint.federation;

/** Another endpoint could not be asked, or its answer cannot be used. The message says which one and why. */
public final class RemoteFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String endpoint;
    private final String reason;
    private final Fault fault;

    private enum Fault {
        THEIRS,
        OUR_LIMIT,
        NOT_ASKED
    }

    private RemoteFailedException(String endpoint, String reason, Fault fault, Throwable cause) {
        // No stack trace is kept: these are made whenever somebody else's server is down, and are no faults of ours.
        super("The endpoint \"" + endpoint + "\" " + reason, cause, false, false);
        this.endpoint = endpoint;
        this.reason = reason;
        this.fault = fault;
    }

    /** The endpoint failed. */
    static RemoteFailedException of(String endpoint, String reason, Throwable cause) {
        return new RemoteFailedException(endpoint, reason, Fault.THEIRS, cause);
    }

    /** It was not asked, or not to the end, because of a limit that is set here: it is not at fault. */
    static RemoteFailedException limit(String endpoint, String reason) {
        return new RemoteFailedException(endpoint, reason, Fault.OUR_LIMIT, null);
    }

    /** It was not asked at all: it is left alone after failures that were told when they happened. */
    static RemoteFailedException leftAlone(String endpoint) {
        return new RemoteFailedException(
                endpoint, "has failed again and again and is left alone for a while.", Fault.NOT_ASKED, null);
    }

    /** The short name of the endpoint. */
    public String endpoint() {
        return endpoint;
    }

    /** What happened, as the end of a sentence that begins with the endpoint. */
    public String reason() {
        return reason;
    }

    boolean isOurLimit() {
        return fault != Fault.THEIRS;
    }

    boolean isNotAsked() {
        return fault == Fault.NOT_ASKED;
    }
}
