package org.w3id.urbis.endpoint.client;

import java.net.InetAddress;

/**
 * Who asks.
 *
 * @param address where they are, as far as that can be believed
 * @param way     how the request came
 * @param host    the header Host as it came
 * @param origin  address of this server for links in the answer, without a slash at the end
 */
public record Client(InetAddress address, Way way, String host, String origin) {
    private static final int NETWORK_BYTES = 8;

    /** How a request came. */
    public enum Way {
        /** From the client itself, as far as can be seen. */
        DIRECT,
        /** Through a proxy that is believed about where it came from. */
        TRUSTED_PROXY,
        /** Through a proxy that is not: where it came from is not known. */
        UNKNOWN_PROXY
    }

    /**
     * A number for all addresses that one subscriber has: those of version 6 count by their first half, since one
     * subscriber has all of the second.
     */
    public static long subscriber(InetAddress address) {
        byte[] bytes = address.getAddress();
        long number = 0;
        for (int i = 0; i < Math.min(bytes.length, NETWORK_BYTES); i++) {
            number = number << Byte.SIZE | bytes[i] & 0xff;
        }
        return number;
    }

    /** The same for this client. */
    long subscriber() {
        return subscriber(address);
    }
}
