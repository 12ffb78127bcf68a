package org.w3id.urbis.endpoint.exchange;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.riot.RiotException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.problem.ProblemException;

/**
 * Sends answers with the headers that belong to all of them: validators, caching, compression, what a page may do.
 *
 * <p>The usual order is {@link Asking#revision}, {@link #isKnown} and then one of {@link #send} and {@link #stream}.
 */
public final class Answering {
    /** Names the revision that an answer was made from. */
    public static final HeaderName REVISION = HeaderNames.create("Urbis-Revision");

    /** Names what a query may have misspelt. */
    public static final HeaderName HINT = HeaderNames.create("Urbis-Hint");

    /** Names the other endpoints that an answer was made with, and what they gave. */
    public static final HeaderName FEDERATION = HeaderNames.create("Urbis-Federation");

    /** Helidon 4.4 has a constant of this name that is written as "aa". */
    public static final HeaderName CONTENT_LOCATION = HeaderNames.create("Content-Location");

    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
    /** May be kept, must be asked about: the graph can change at any moment, and a 304 costs next to nothing. */
    private static final Header KEEP_BUT_ASK = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, no-cache");
    /** What a revision says never changes. */
    private static final Header KEEP =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, max-age=31536000, immutable");

    private static final Header PAGE_POLICY = HeaderValues.createCached(
            CrossOrigin.POLICY,
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
                    + "base-uri 'none'; frame-ancestors 'none'");
    private static final Header FRAMED_POLICY = HeaderValues.createCached(
            CrossOrigin.POLICY,
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *");
    private static final Header SCRIPTED_POLICY = scriptedPolicy("");
    private static final Header PAGE_REFERRER = HeaderValues.createCached("Referrer-Policy", "same-origin");
    /** Who gives pictures may refuse them to those that do not say for which site they are; the page stays untold. */
    private static final Header ORIGIN_AS_REFERRER =
            HeaderValues.createCached("Referrer-Policy", "strict-origin-when-cross-origin");

    private Answering() {}

    /** Writes an answer piece by piece. */
    @FunctionalInterface
    public interface Body {
        /**
         * Writes all of it. An exception is told to the client: by a problem if nothing has been sent yet, else by
         * cutting the connection.
         *
         * @param out where to; not to be closed
         * @throws IOException if the answer cannot be had to its end, or the client does not take it
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Says which headers of the request the choice of the answer depends on, besides those said before.
     *
     * @param names names of headers with commas between
     */
    public static void vary(ServerResponse response, String names) {
        Variation.add(response, names);
    }

    /**
     * Adds a link to those that the answer has.
     *
     * @param links one or more by RFC 8288, with commas between
     */
    public static void link(ServerResponse response, String links) {
        // In one line, because some clients read no further than the first.
        response.header(
                HeaderNames.LINK,
                response.headers().contains(HeaderNames.LINK)
                        ? response.headers().get(HeaderNames.LINK).get() + ", " + links
                        : links);
    }

    /**
     * Says by which tag the answer is known and settles a conditional request: If-Match, If-Unmodified-Since,
     * If-None-Match and If-Modified-Since, the latter by the date of the revision if one was named.
     *
     * @param tag  of the answer before it is compressed
     * @param vary the headers that the choice of the answer depends on; empty if it depends on none, not even on the
     *             codings that the client takes
     * @return whether the client has the answer already; a 304 has then been sent
     * @throws ProblemException if a condition of the client's does not hold (412)
     */
    public static boolean isKnown(ServerRequest request, ServerResponse response, EntityTag tag, String vary) {
        return isKnown(request, response, tag, vary, RevisionChoice.isPinned(response) ? KEEP : KEEP_BUT_ASK);
    }

    /**
     * The same for an answer that may be kept in another way.
     *
     * @param caching the header Cache-Control
     */
    public static boolean isKnown(
            ServerRequest request, ServerResponse response, EntityTag tag, String vary, Header caching) {
        response.header(caching);
        Variation.add(response, vary);
        Optional<EntityTag> known = Validators.known(request, response, tag);
        response.header(HeaderNames.ETAG, known.orElse(tag).value());
        if (known.isEmpty()) {
            return false;
        }
        if (!vary.isEmpty()) {
            Variation.add(response, "Accept-Encoding");
        }
        sendUnchanged(response);
        return true;
    }

    /**
     * Says that the client has the answer already. What the filter says for data must not be said here: who keeps a page
     * takes the headers of a 304 in place of those that came with the page (RFC 9111, section 3.2), and would show the page
     * without style and script.
     */
    static void sendUnchanged(ServerResponse response) {
        response.headers().remove(CrossOrigin.POLICY);
        response.status(Status.NOT_MODIFIED_304).send();
    }

    /** Sends a body, or only its headers to HEAD; compressed if the client wants that and it pays. */
    public static void send(ServerRequest request, ServerResponse response, String contentType, byte[] body) {
        send(request, response, contentType, Content.of(body));
    }

    /** The same for a body that is kept and sent again and again: it is compressed once at most. */
    public static void send(ServerRequest request, ServerResponse response, String contentType, Content content) {
        response.header(HeaderNames.CONTENT_TYPE, contentType);
        if (contentType.startsWith(Representation.HTML.mediaType())) {
            pageHeaders(response);
        }
        sendContent(request, response, contentType, content);
    }

    private static void sendContent(
            ServerRequest request, ServerResponse response, String contentType, Content content) {
        boolean compressed = GzipCoding.apply(request, response, contentType, content.plain().length);
        byte[] body = compressed ? content.compressed() : content.plain();
        if (Asking.isHead(request)) {
            response.header(HeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
            response.send();
        } else {
            response.send(body);
        }
    }

    /**
     * Sends a body of any size while it is being made. What breaks off after a part of it was sent ends in a cut
     * connection, never like a finished answer. To HEAD the body is made too, because only that tells its length.
     */
    public static void stream(ServerRequest request, ServerResponse response, String contentType, Body body) {
        response.header(HeaderNames.CONTENT_TYPE, contentType);
        boolean compressed = GzipCoding.apply(request, response, contentType, -1);
        try {
            if (Asking.isHead(request)) {
                CountedBytes length = new CountedBytes();
                write(body, compressed, length);
                response.header(HeaderNames.CONTENT_LENGTH, Long.toString(length.count()));
                response.send();
            } else {
                write(body, compressed, response.outputStream());
            }
        } catch (IOException | UncheckedIOException | RuntimeIOException | RiotException brokeOff) {
            LOG.info("An answer broke off: {}", brokeOff.toString());
            throw new CloseConnectionException("The answer broke off", brokeOff);
        }
    }

    /** Closes the stream, which ends the answer, only if all of it was written. */
    private static void write(Body body, boolean compressed, OutputStream target) throws IOException {
        OutputStream out = compressed ? GzipCoding.compressing(target) : target;
        body.writeTo(out);
        out.close();
    }

    /** Sends a page that others may show in a frame of theirs. Nothing on it may act for its reader. */
    public static void sendFramed(ServerRequest request, ServerResponse response, byte[] page) {
        String contentType = Representation.contentType(Representation.HTML.mediaType());
        response.header(HeaderNames.CONTENT_TYPE, contentType);
        response.header(FRAMED_POLICY);
        response.header(PAGE_REFERRER);
        sendContent(request, response, contentType, Content.of(page));
    }

    /** Sends a page that a script of ours makes quicker to use; the script may ask this origin and nobody else, and draw. */
    public static void sendScripted(ServerRequest request, ServerResponse response, byte[] page) {
        sendScripted(request, response, Content.of(page));
    }

    /** The same for a page that is kept and sent again and again. */
    public static void sendScripted(ServerRequest request, ServerResponse response, Content page) {
        sendScripted(request, response, page, SCRIPTED_POLICY, PAGE_REFERRER);
    }

    /**
     * The same for a page that shows pictures of one other origin too, which is told what origin the page is of.
     *
     * @param pictures scheme, host and perhaps port of that origin
     */
    public static void sendScripted(ServerRequest request, ServerResponse response, byte[] page, String pictures) {
        sendScripted(request, response, Content.of(page), scriptedPolicy(" " + pictures), ORIGIN_AS_REFERRER);
    }

    private static void sendScripted(
            ServerRequest request, ServerResponse response, Content page, Header policy, Header referrer) {
        String contentType = Representation.contentType(Representation.HTML.mediaType());
        response.header(HeaderNames.CONTENT_TYPE, contentType);
        response.header(policy);
        response.header(referrer);
        sendContent(request, response, contentType, page);
    }

    private static Header scriptedPolicy(String pictures) {
        return HeaderValues.createCached(
                CrossOrigin.POLICY,
                "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' blob:"
                        + pictures + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }

    /** What a page may load and do: nothing but our own style sheet, pictures and forms. */
    public static void pageHeaders(ServerResponse response) {
        response.header(PAGE_POLICY);
        response.header(PAGE_REFERRER);
    }
}
