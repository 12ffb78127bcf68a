package org.w3id.urbis.endpoint.submission;

/** The keys by which tokens are checked cannot be had. */
final class UnreachableIssuerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreachableIssuerException(String message, Throwable cause) {
        super(message, cause);
    }
}
