package org.w3id.urbis.endpoint.submission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;

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
    private static final int SUBSCRIBER_BYTES = 8;

    private final Cache<String, AtomicInteger> attempts;

    FailedAttempts(Ticker ticker) {
        this.attempts = Caffeine.newBuilder()
                .expireAfterWrite(WINDOW)
                .maximumSize(MOST_ADDRESSES)
                .ticker(ticker)
                .build();
    }

    /** Whether nothing more is checked that comes from there. */
    boolean tooMany(SocketAddress from) {
        AtomicInteger failed = attempts.getIfPresent(subscriber(from));
        return failed != null && failed.get() >= MOST;
    }

    void failed(SocketAddress from) {
        attempts.get(subscriber(from), any -> new AtomicInteger()).incrementAndGet();
    }

    private static String subscriber(SocketAddress from) {
        if (!(from instanceof InetSocketAddress socket) || socket.getAddress() == null) {
            return from.toString();
        }
        InetAddress address = socket.getAddress();
        byte[] bytes = address.getAddress();
        return HexFormat.of()
                .formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, SUBSCRIBER_BYTES) : bytes);
    }
}
