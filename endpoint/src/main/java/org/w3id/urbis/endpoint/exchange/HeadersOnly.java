package org.w3id.urbis.endpoint.exchange;

import io.helidon.http.Status;

/**
 * Ends the handling of a request whose answer is a status and the headers set so far: the options of a resource, a
 * redirect.
 */
final class HeadersOnly extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Status status;

    HeadersOnly(Status status) {
        // Neither a fault nor rare: no stack trace.
        super(status.text(), null, false, false);
        this.status = status;
    }

    Status status() {
        return status;
    }
}
