package org.w3id.urbis.endpoint.federation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Function;
import org.w3id.urbis.endpoint.client.AddressRanges;

/**
 * Looks up where a host is, once for each connection, and lets through only addresses that may be connected to. The
 * connection is then made to that very address, so that a name which leads somewhere else a moment later (DNS
 * rebinding) leads nowhere.
 */
final class Reach {
    /** What is not the public Internet, or leads back from it: the registries of RFC 6890, and ways to embed IPv4 in IPv6. */
    private static final AddressRanges NOT_PUBLIC = AddressRanges.of("loopback, private, 0.0.0.0/8, 100.64.0.0/10,"
        + " 192.0.0.0/24, 192.0.2.0/24, 192.88.99.0/24, 198.18.0.0/15, 198.51.100.0/24, 203.0.113.0/24, 224.0.0.0/4,"
        + " 240.0.0.0/4, ::/96, ::ffff:0:0:0/96, 64:ff9b::/96, 64:ff9b:1::/48, 100::/64, 2001::/23, 2001:db8::/32,"
        + " 2002::/16, 3fff::/20, 5f00::/16, fec0::/10, ff00::/8");

    private final AddressRanges exceptions;
    private final Function<String, InetAddress[]> names;

    /**
     * Prepares for one endpoint.
     *
     * @param exceptions addresses that are not public and may be connected to all the same
     */
    Reach(AddressRanges exceptions) {
        this(exceptions, Reach::lookUp);
    }

    Reach(AddressRanges exceptions, Function<String, InetAddress[]> names) {
        this.exceptions = exceptions;
        this.names = names;
    }

    private static InetAddress[] lookUp(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            return new InetAddress[0];
        }
    }

    /**
     * The address to connect to.
     *
     * @param host name, or address as a URI writes it
     * @throws IOException if there is none that may be connected to
     */
    InetAddress of(String host) throws IOException {
        InetAddress[] found = names.apply(host.replaceAll("[\\[\\]]", ""));
        if (found.length == 0) {
            throw new UnknownHostException("the name " + host + " leads nowhere");
        }
        return Arrays.stream(found)
                .filter(address -> exceptions.contains(address) || !NOT_PUBLIC.contains(address))
                .findFirst()
                .orElseThrow(() -> new IOException("the name " + host + " leads to this machine or to a network that is"
                        + " not public, which the operator has not allowed"));
    }
}
