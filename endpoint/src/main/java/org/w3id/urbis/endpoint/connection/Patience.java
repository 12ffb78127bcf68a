package org.w3id.urbis.endpoint.connection;

import java.time.Duration;

/**
 * How long one side lets the other wait, all waits of an exchange added up: some time at first, of which every byte that
 * passes gives some back. Used by one thread, except for {@link #isOver}.
 */
final class Patience {
    /** So slow that no link is excluded, and that whoever sends a byte now and then is. */
    private static final long BYTES_PER_SECOND = 500;

    private static final long NANOS_PER_BYTE = Duration.ofSeconds(1).toNanos() / BYTES_PER_SECOND;
    /** No moment of a wait, which {@link System#nanoTime} may give as well, once in centuries. */
    private static final long NOT_WAITING = Long.MIN_VALUE;

    private final long firstNanos;
    private long leftNanos;
    private long sinceNanos;
    private volatile long endNanos = NOT_WAITING;

    /** A patience for exchanges of which each begins with some time. */
    Patience(Duration first) {
        this.firstNanos = first.toNanos();
        this.leftNanos = firstNanos;
    }

    /** Begins an exchange anew. */
    void renew() {
        leftNanos = firstNanos;
    }

    /** A wait begins. */
    void waiting() {
        sinceNanos = System.nanoTime();
        endNanos = sinceNanos + leftNanos;
    }

    /** The wait has ended, and bytes have passed; they give time back, but never more than there was at first. */
    void passed(long bytes) {
        endNanos = NOT_WAITING;
        long waitedNanos = System.nanoTime() - sinceNanos;
        leftNanos = Math.min(firstNanos, leftNanos - waitedNanos + bytes * NANOS_PER_BYTE);
    }

    /** Whether a wait goes on that has taken too long. */
    boolean isOver(long nowNanos) {
        long end = endNanos;
        return end != NOT_WAITING && nowNanos - end > 0;
    }
}
