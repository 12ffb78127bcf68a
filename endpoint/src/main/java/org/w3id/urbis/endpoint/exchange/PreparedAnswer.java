package org.w3id.urbis.endpoint.exchange;

import io.helidon.http.Header;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import org.w3id.urbis.endpoint.negotiation.EntityTag;

/**
 * An answer made once and sent as often as it is asked for: nothing of it is worked out again.
 *
 * @param tag         known by which
 * @param vary        the headers of the request that its choice depends on
 * @param contentType the value of Content-Type
 * @param content     the body
 * @param headers     further headers
 * @param links       links for the header Link, with commas between; empty for none
 */
public record PreparedAnswer(
        EntityTag tag, String vary, String contentType, Content content, List<Header> headers, String links) {
    private static final int HEADERS_BYTES = 500;

    /** Copies the headers. */
    public PreparedAnswer {
        headers = List.copyOf(headers);
    }

    /** Bytes of memory that it takes, roughly. */
    public int weight() {
        return content.weight() + links.length() + HEADERS_BYTES;
    }

    /** Sends it, or says that the client has it. The revision is to be named first. */
    public void send(ServerRequest request, ServerResponse response) {
        headers.forEach(response::header);
        if (!links.isEmpty()) {
            Answering.link(response, links);
        }
        if (!Answering.isKnown(request, response, tag, vary)) {
            Answering.send(request, response, contentType, content);
        }
    }
}
