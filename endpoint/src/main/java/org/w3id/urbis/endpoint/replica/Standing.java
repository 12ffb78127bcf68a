package org.w3id.urbis.endpoint.replica;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** How a server stands to the log; written by the one thread that works on it, read by any. */
final class Standing {

    private final LongSupplier nanos;
    private final LongAdder foreign = new LongAdder();
    private volatile long here;
    private volatile long there;
    private volatile long upToDateNanos;
    private volatile boolean everUpToDate;
    private volatile String fault = "";

    /**
     * Begins behind.
     *
     * @param nanos a clock that runs on evenly, in nanoseconds
     */
    Standing(LongSupplier nanos) {
        this.nanos = nanos;
        this.upToDateNanos = nanos.getAsLong();
    }

    /** Counts messages in the log that are none of ours. */
    LongAdder foreign() {
        return foreign;
    }

    /** The last change set of the data directory. */
    void has(long sequence) {
        here = sequence;
    }

    /** A change set is in the log. */
    void sees(long sequence) {
        there = Math.max(there, sequence);
    }

    /** Both sides have just been seen to be the same. */
    void isUpToDate() {
        there = here;
        upToDateNanos = nanos.getAsLong();
        everUpToDate = true;
        fault = "";
    }

    /** Something is wrong; it counts until the two sides are the same again. */
    void fails(String why) {
        fault = why;
    }

    /** Something works again that did not. */
    void works() {
        fault = "";
    }

    /** What is wrong; empty if nothing is. */
    Optional<String> fault() {
        return Optional.of(fault).filter(why -> !why.isEmpty());
    }

    /** Place of the last change set of the data directory, 0 if there is none. */
    long sequence() {
        return here;
    }

    /** How many change sets the log and the data directory are apart, as far as that is known. */
    long behind() {
        return Math.abs(there - here);
    }

    /** For how many seconds the two sides have not been known to be the same. */
    double secondsBehind() {
        return (nanos.getAsLong() - upToDateNanos) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    /** Whether they have been known to be the same since this server began. */
    boolean wasEverUpToDate() {
        return everUpToDate;
    }
}
