package org.w3id.urbis.endpoint.submission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.w3id.urbis.endpoint.client.Client;

/**
 * How many wrong tokens came from where.
 *
 * <p>An address may be wrong {@value #MOST} times; then it has to wait until a minute has gone since the first. Addresses
 * of IPv6 count by their first half, since one subscriber has all of the second.
 */
final class FailedAttempts {
    static final int MOST = 10;
    static final Duration WINDOW = Duration.ofMinutes(1);

    private static final int MOST_ADDRESSES = 10_000;

    private final Cache<Long, AtomicInteger> attempts;

    FailedAttempts(Ticker ticker) {
        this.attempts = Caffeine.newBuilder()
                .expireAfterWrite(WINDOW)
                .maximumSize(MOST_ADDRESSES)
                .ticker(ticker)
                .build();
    }

    /** Whether nothing more is checked that comes from there. */
    boolean tooMany(InetAddress from) {
        AtomicInteger failed = attempts.getIfPresent(Client.subscriber(from));
        return failed != null && failed.get() >= MOST;
    }

    void failed(InetAddress from) {
        attempts.get(Client.subscriber(from), any -> new AtomicInteger()).incrementAndGet();
    }
}
