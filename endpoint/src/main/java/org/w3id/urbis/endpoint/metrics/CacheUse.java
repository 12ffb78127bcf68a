package org.w3id.urbis.endpoint.metrics;

import java.util.concurrent.atomic.LongAdder;

/**
 * How often a memory of answers had what was asked for.
 *
 * @param hits   when it had it
 * @param misses when it had not
 */
public record CacheUse(LongAdder hits, LongAdder misses) {
    /** Counts once. */
    public void count(boolean isHit) {
        (isHit ? hits : misses).increment();
    }
}
