package org.w3id.urbis.endpoint.client;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;

/** Finds out for each request who asks; the first filter, so that all others and the routes know. */
public final class Clients implements Filter {
    /** Each connection has a thread of its own, on which its requests are answered one after the other. */
    private static final ThreadLocal<Client> CURRENT = new ThreadLocal<>();

    private final TrustedProxies proxies;
    private final PublicOrigin origin;

    /**
     * Prepares to tell clients apart.
     *
     * @param proxies   who is believed about where a request comes from
     * @param publicUrl address of this server for links, without a slash at the end; empty if it is to be seen from
     *                  the request
     */
    public Clients(TrustedProxies proxies, Optional<String> publicUrl) {
        this.proxies = proxies;
        this.origin = new PublicOrigin(publicUrl);
    }

    /**
     * Who sent the request that the calling thread answers.
     *
     * @throws IllegalStateException outside of requests
     */
    public static Client current() {
        Client client = CURRENT.get();
        if (client == null) {
            throw new IllegalStateException("No request is being answered by this thread");
        }
        return client;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        String host = request.headers().contains(HeaderNames.HOST)
                ? request.headers().get(HeaderNames.HOST).get()
                : "";
        boolean isPassedOn = TrustedProxies.isPassedOn(request);
        Client last = CURRENT.get();
        // All that decides besides these two is the same for a whole connection.
        if (isPassedOn
                || last == null
                || last.way() != Client.Way.DIRECT
                || !last.host().equals(host)) {
            CURRENT.set(client(request, host, isPassedOn));
        }
        chain.proceed();
    }

    private Client client(RoutingRequest request, String host, boolean isPassedOn) {
        InetAddress peer = address(request.remotePeer().address());
        boolean isTrusted = proxies.proxies().contains(peer);
        String forwarded = isTrusted
                        && request.headers().contains(proxies.header().headerName())
                ? String.join(",", request.headers().all(proxies.header().headerName(), List::of))
                : "";
        SocketAddress local = request.localPeer().address();
        return new Client(
                proxies.origin(peer, forwarded),
                way(isPassedOn, isTrusted),
                host,
                origin.of(
                        host,
                        local instanceof InetSocketAddress known
                                ? known
                                : new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
    }

    private static Client.Way way(boolean isPassedOn, boolean isTrusted) {
        if (isTrusted) {
            return Client.Way.TRUSTED_PROXY;
        }
        return isPassedOn ? Client.Way.UNKNOWN_PROXY : Client.Way.DIRECT;
    }

    private static InetAddress address(SocketAddress peer) {
        return peer instanceof InetSocketAddress known && known.getAddress() != null
                ? known.getAddress()
                : InetAddress.getLoopbackAddress();
    }
}
