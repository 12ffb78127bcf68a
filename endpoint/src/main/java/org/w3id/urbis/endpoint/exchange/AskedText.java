package org.w3id.urbis.endpoint.exchange;

import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/**
 * The query that a request asks, kept with the request so that a page that says what is wrong with it can offer it to be
 * changed.
 *
 * @param text the query
 */
public record AskedText(String text) {
    /** Keeps a query with its request. */
    public static void keep(ServerRequest request, String text) {
        request.context().register(new AskedText(text));
    }

    /** The query of a request; empty if it asked none. */
    static Optional<String> of(ServerRequest request) {
        return request.context().get(AskedText.class).map(AskedText::text);
    }
}
