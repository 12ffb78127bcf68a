package org.w3id.urbis.endpoint.exchange;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Gives the same request the same answer again, header by header, without working any of it out: what was sent before is
 * remembered as it was sent.
 *
 * <p>Only plain GET requests are answered so, and those with one tag in If-None-Match; whatever else a request may ask for
 * (ranges, dates, other conditions) is left to whoever answers for the first time.
 */
public final class AnswerReplay {
    /** Longer requests are not worth remembering, and could be sent to fill the memory. */
    private static final int LONGEST_REQUEST = 1000;
    /** What an entry takes besides its text and its bytes, roughly: headers, most of them shared. */
    private static final int ENTRY_BYTES = 1500;
    /** A request with one of these is not like another. */
    private static final List<HeaderName> SPECIAL = List.of(
            HeaderNames.IF_MATCH,
            HeaderNames.IF_MODIFIED_SINCE,
            HeaderNames.IF_UNMODIFIED_SINCE,
            HeaderNames.RANGE,
            HeaderNames.ACCEPT_DATETIME,
            HeaderNames.AUTHORIZATION,
            HeaderNames.create("Prefer"));
    /** Written anew for each answer. */
    private static final Set<String> OF_THE_MOMENT =
            Set.of("date", "connection", "content-length", "transfer-encoding", "keep-alive");
    /** Describe a body, which an answer that only says that nothing changed does not have. */
    private static final Set<String> OF_THE_BODY =
            Set.of("content-type", "content-encoding", "content-language", "content-security-policy");

    private final Cache<Request, Sent> answers;

    /**
     * Makes an empty memory.
     *
     * @param bytes how much to remember; answers that are kept elsewhere too are counted for their headers alone
     */
    public AnswerReplay(long bytes) {
        this.answers = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Request request, Sent sent) -> request.length() + ENTRY_BYTES)
                .build();
    }

    /** All of a request that decides its answer; the state is that of the data. */
    private record Request(
            Object state, String path, String query, String origin, String accept, String languages, String codings) {
        private int length() {
            return path.length()
                    + query.length()
                    + origin.length()
                    + accept.length()
                    + languages.length()
                    + codings.length();
        }
    }

    /** What was sent: headers with a body, headers of an answer without one, tag, body. */
    private record Sent(List<Header> headers, List<Header> unchanged, String tag, byte[] body) {}

    /**
     * Sends what the same request was sent before.
     *
     * @param state changes whenever another answer may be given
     * @return whether anything was sent
     */
    public boolean replay(ServerRequest request, ServerResponse response, Object state) {
        if (!isPlain(request)) {
            return false;
        }
        Sent sent = answers.getIfPresent(key(request, state));
        if (sent == null) {
            return false;
        }
        if (!request.headers().contains(HeaderNames.IF_NONE_MATCH)) {
            sent.headers().forEach(response::header);
            response.send(sent.body());
            return true;
        }
        if (Asking.header(request, HeaderNames.IF_NONE_MATCH).equals(sent.tag())) {
            sent.unchanged().forEach(response::header);
            Answering.sendUnchanged(response);
            return true;
        }
        return false;
    }

    /** Remembers what is about to be sent, if it is sent whole and can be sent again. */
    public void record(ServerRequest request, ServerResponse response, Object state, Content content) {
        if (!isPlain(request) || request.headers().contains(HeaderNames.IF_NONE_MATCH)) {
            return;
        }
        Request key = key(request, state);
        if (key.length() <= LONGEST_REQUEST) {
            response.whenSent(() -> {
                if (response.status().equals(Status.OK_200)) {
                    answers.put(key, sent(response, content));
                }
            });
        }
    }

    private static Sent sent(ServerResponse response, Content content) {
        List<Header> headers = new ArrayList<>();
        List<Header> unchanged = new ArrayList<>();
        String tag = "";
        for (Header header : response.headers()) {
            String name = header.headerName().lowerCase().toLowerCase(Locale.ROOT);
            if (OF_THE_MOMENT.contains(name)) {
                continue;
            }
            Header kept = HeaderValues.createCached(header.headerName(), String.join(", ", header.allValues()));
            headers.add(kept);
            if (!OF_THE_BODY.contains(name)) {
                unchanged.add(kept);
            }
            if (header.headerName().equals(HeaderNames.ETAG)) {
                tag = header.get();
            }
        }
        boolean compressed = response.headers().contains(HeaderNames.CONTENT_ENCODING);
        return new Sent(
                List.copyOf(headers), List.copyOf(unchanged), tag, compressed ? content.compressed() : content.plain());
    }

    private static boolean isPlain(ServerRequest request) {
        if (!request.prologue().method().equals(Method.GET)) {
            return false;
        }
        ServerRequestHeaders headers = request.headers();
        for (HeaderName name : SPECIAL) {
            if (headers.contains(name)) {
                return false;
            }
        }
        return true;
    }

    private static Request key(ServerRequest request, Object state) {
        return new Request(
                state,
                request.path().rawPath(),
                request.prologue().query().rawValue(),
                Asking.origin(request),
                Asking.header(request, HeaderNames.ACCEPT),
                Asking.header(request, HeaderNames.ACCEPT_LANGUAGE),
                Asking.header(request, HeaderNames.ACCEPT_ENCODING));
    }
}
