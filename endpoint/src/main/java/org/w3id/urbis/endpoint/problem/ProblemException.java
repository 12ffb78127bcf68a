package org.w3id.urbis.endpoint.problem;

/** The request ends in a {@link Problem}, which becomes the answer. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem, Throwable cause) {
        // No stack trace is kept: these are answers to clients, made often, and not faults of ours.
        super(problem.detail(), cause, false, false);
        this.problem = problem;
    }

    /** What to answer. */
    public Problem problem() {
        return problem;
    }
}
