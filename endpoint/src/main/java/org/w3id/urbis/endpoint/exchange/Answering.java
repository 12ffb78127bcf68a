package org.w3id.urbis.endpoint.exchange;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.loader.publication.Revision;

/** Sends answers with the headers that belong to all of them. */
public final class Answering {
    /** Names the revision that an answer was made from. */
    public static final HeaderName REVISION = HeaderNames.create("Urbis-Revision");
    /** May be kept, must be asked about: the graph can change at any moment, and a 304 costs next to nothing. */
    private static final String KEEP_BUT_ASK = "public, no-cache";

    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
                    + "base-uri 'none'; frame-ancestors 'none'";

    private Answering() {}

    /** Names the revision answered from. */
    public static void revision(ServerResponse response, Revision revision) {
        response.header(REVISION, Long.toString(revision.number()));
    }

    /**
     * Says by which tag the answer is known and settles a conditional request.
     *
     * @param vary the headers that the choice of the answer depends on
     * @return whether the client has the answer already; a 304 has then been sent
     */
    public static boolean isKnown(ServerRequest request, ServerResponse response, EntityTag tag, String vary) {
        response.header(HeaderNames.ETAG, tag.value());
        response.header(HeaderNames.CACHE_CONTROL, KEEP_BUT_ASK);
        response.header(HeaderNames.VARY, vary);
        String known = Asking.header(request, HeaderNames.IF_NONE_MATCH);
        if (known.isEmpty() || !tag.matches(known)) {
            return false;
        }
        response.status(Status.NOT_MODIFIED_304).send();
        return true;
    }

    /** Sends a body, or only its headers to HEAD. */
    public static void send(ServerRequest request, ServerResponse response, String contentType, byte[] body) {
        response.header(HeaderNames.CONTENT_TYPE, contentType);
        if (contentType.startsWith(Representation.HTML.mediaType())) {
            pageHeaders(response);
        }
        if (Asking.isHead(request)) {
            response.header(HeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
            response.send();
        } else {
            response.send(body);
        }
    }

    /** What a page may load and do: nothing but our own style sheet, pictures and forms. */
    public static void pageHeaders(ServerResponse response) {
        response.header("Content-Security-Policy", PAGE_POLICY);
        response.header("Referrer-Policy", "same-origin");
    }
}
