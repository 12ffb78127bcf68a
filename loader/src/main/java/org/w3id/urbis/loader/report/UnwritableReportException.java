package org.w3id.urbis.loader.report;

/** A report could not be put into the form that was asked for. */
public final class UnwritableReportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnwritableReportException(String message, Throwable cause) {
        super(message, cause);
    }
}
