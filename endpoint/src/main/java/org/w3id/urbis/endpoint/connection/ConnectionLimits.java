package org.w3id.urbis.endpoint.connection;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What clients may take.
 *
 * @param most         most connections at a time
 * @param idle         how long a connection may stay open without a request
 * @param sending      how long a client may let us wait for the parts of a request, all waits together
 * @param reading      how long a client may let us wait while it reads an answer, all waits together
 * @param headerBytes  most bytes of all headers of a request
 * @param pendingBytes most bytes of requests in memory, of all connections together
 */
public record ConnectionLimits(
        int most, Duration idle, Duration sending, Duration reading, int headerBytes, long pendingBytes) {
    /** Files, sockets to others and what the libraries open need descriptors too. */
    private static final long OTHER_DESCRIPTORS = 512;

    private static final int HEADER_BYTES = 16384;
    /** Of the heap, an eighth. */
    private static final int SHARE_OF_HEAP = 8;

    /**
     * Limits that the process can hold: no more connections than it may have open files, and no more bytes than an eighth of
     * its heap, or four requests of the largest size.
     *
     * @param most         most connections wanted
     * @param idle         how long a connection may stay open without a request
     * @param wait         how long a client may let us wait within a request, and within an answer
     * @param requestBytes largest body of a request
     */
    public static ConnectionLimits of(int most, Duration idle, Duration wait, int requestBytes) {
        long descriptors = ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.UnixOperatingSystemMXBean unix
                ? Math.max(1, unix.getMaxFileDescriptorCount() - OTHER_DESCRIPTORS)
                : most;
        return new ConnectionLimits(
                (int) Math.min(most, descriptors),
                idle,
                wait,
                wait,
                HEADER_BYTES,
                Math.max(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP, 4L * requestBytes));
    }
}
