package org.w3id.urbis.endpoint.client;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Finds out where a request comes from. What a header says of that is believed only as far as proxies wrote it that the
 * operator listed; all before could be written by anybody.
 *
 * @param proxies who is believed
 * @param header  which header they write
 */
public record TrustedProxies(AddressRanges proxies, ForwardingHeader header) {

    /** Whether a request says that somebody passed it on. */
    static boolean isPassedOn(ServerRequest request) {
        return request.headers().contains(HeaderNames.X_FORWARDED_FOR)
                || request.headers().contains(HeaderNames.FORWARDED);
    }

    /**
     * Where a request comes from.
     *
     * @param peer  the other end of the connection
     * @param value of the header; empty if it did not come
     * @return the address nearest to us that is no trusted proxy; the farthest proxy if there is none, or it is not told
     */
    InetAddress origin(InetAddress peer, String value) {
        InetAddress farthest = peer;
        List<String> addresses = value.isEmpty() ? List.of() : header.addresses(value);
        for (int i = addresses.size() - 1; i >= 0 && proxies.contains(farthest); i--) {
            Optional<InetAddress> before = AddressLiteral.read(addresses.get(i));
            if (before.isEmpty()) {
                return farthest;
            }
            farthest = before.get();
        }
        return farthest;
    }
}
