package org.w3id.urbis.endpoint.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How often each subscriber may ask: a bucket of tokens that fills evenly, and of which each request takes one. A bucket is
 * one number, the moment at which it will be full again (the generic cell rate algorithm).
 *
 * @see <a href="https://www.itu.int/rec/T-REC-I.371">ITU-T I.371, the generic cell rate algorithm</a>
 */
final class Allowance {
    /** Beyond these the buckets of those who asked least are forgotten, that is full. */
    private static final int MOST_SUBSCRIBERS = 100_000;

    private final long requests;
    private final long windowNanos;
    private final long eachNanos;
    private final Ticker clock;
    private final Cache<Long, AtomicLong> fullAt;

    /**
     * Gives everybody a full bucket.
     *
     * @param requests that a full bucket allows, 1 or more
     * @param window   in which an empty bucket fills
     * @param clock    tells the time
     */
    Allowance(int requests, Duration window, Ticker clock) {
        this.requests = requests;
        this.windowNanos = window.toNanos();
        this.eachNanos = windowNanos / requests;
        this.clock = clock;
        this.fullAt = Caffeine.newBuilder()
                .maximumSize(MOST_SUBSCRIBERS)
                .expireAfterAccess(window)
                .ticker(clock)
                .build();
    }

    /**
     * What a request was told.
     *
     * @param isAllowed whether it may be answered
     * @param left      requests that may follow at once
     * @param fullIn    seconds until the bucket is full
     * @param nextIn    seconds until the next request may come, 0 if it may come at once
     */
    record Answer(boolean isAllowed, long left, long fullIn, long nextIn) {}

    /** Takes a token of a subscriber, if there is one. */
    Answer take(long subscriber) {
        long now = clock.read();
        AtomicLong bucket = fullAt.get(subscriber, any -> new AtomicLong(now));
        while (true) {
            long before = bucket.get();
            long missing = Math.max(0, before - now);
            if (missing + eachNanos > windowNanos) {
                return new Answer(false, 0, seconds(missing), seconds(missing + eachNanos - windowNanos));
            }
            long after = missing + eachNanos;
            if (bucket.compareAndSet(before, now + after)) {
                long left = Math.min(requests, (windowNanos - after) / eachNanos);
                return new Answer(true, left, seconds(after), left > 0 ? 0 : seconds(eachNanos));
            }
        }
    }

    /** Rounded up, so that whoever waits so long has waited long enough. */
    private static long seconds(long nanos) {
        long second = Duration.ofSeconds(1).toNanos();
        return (nanos + second - 1) / second;
    }
}
