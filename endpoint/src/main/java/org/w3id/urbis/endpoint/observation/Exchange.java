package org.w3id.urbis.endpoint.observation;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import org.w3id.urbis.endpoint.client.Client;

/**
 * A request that has been answered, or whose answer broke off.
 *
 * @param client   who asked
 * @param request  what was asked
 * @param response what was answered
 * @param route    the pattern of its path, such as {@code /api/{kinds}}; empty if no route took it
 * @param begun    when it came
 * @param nanos    how long it took until the last byte of the answer was handed over
 * @param isWhole  whether the answer was sent to its end
 */
record Exchange(
        Client client,
        ServerRequest request,
        ServerResponse response,
        String route,
        Instant begun,
        long nanos,
        boolean isWhole) {

    String method() {
        return request.prologue().method().text();
    }

    int status() {
        return response.status().code();
    }
}
