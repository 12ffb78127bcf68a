package org.w3id.urbis.endpoint.exchange;

import io.helidon.webserver.http.ServerRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * An address of this origin as it is without a revision, and the addresses that follow from it.
 *
 * @param origin scheme and host
 * @param path   path and query, without the parameter {@code revision}, fit to stand in a header
 */
public record Original(String origin, String path) {
    /** Where the TimeMaps are: this, followed by the path of the resource. */
    public static final String TIMEMAP = "/timemap";

    private static final String PARAMETER = "revision=";
    /** Proxies give the headers of an answer a few kilobytes, and a query in the address may be longer than that. */
    private static final int LONGEST_LINKED = 500;

    /** The address that a request asks for. */
    public static Original of(ServerRequest request) {
        return of(request, request.prologue().uriPath().rawPath());
    }

    /**
     * The address of another path with the query of a request.
     *
     * @param rawPath path, percent-encoded
     */
    public static Original of(ServerRequest request, String rawPath) {
        String query = request.prologue().query().rawValue();
        String rest = query.isEmpty()
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(pair -> !pair.startsWith(PARAMETER))
                        .map(Original::fit)
                        .collect(Collectors.joining("&"));
        return new Original(Asking.origin(request), rest.isEmpty() ? rawPath : rawPath + "?" + rest);
    }

    /** Browsers leave some characters of a query as they are that would end the address in a header. */
    private static String fit(String query) {
        StringBuilder fit = new StringBuilder(query.length());
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '<' || c == '>' || c == '"' || c == '\\') {
                fit.append(URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8));
            } else {
                fit.append(c);
            }
        }
        return fit.toString();
    }

    /** The address itself. */
    public String address() {
        return origin + path;
    }

    /** The path and query without the parameter {@code lang}. */
    public String inAnyLanguage() {
        int query = path.indexOf('?');
        if (query < 0) {
            return path;
        }
        String rest = Arrays.stream(path.substring(query + 1).split("&"))
                .filter(pair -> !pair.startsWith("lang="))
                .collect(Collectors.joining("&"));
        return path.substring(0, query) + (rest.isEmpty() ? "" : "?" + rest);
    }

    /** The address where a revision of it is found. */
    public String memento(long revision) {
        return address() + (path.indexOf('?') < 0 ? '?' : '&') + PARAMETER + revision;
    }

    /** The address of the list of its revisions. */
    public String timeMap() {
        return origin + TIMEMAP + path;
    }

    /** Whether the addresses are short enough to stand in a header three times. */
    boolean isLinked() {
        return path.length() <= LONGEST_LINKED;
    }

    /** What Memento asks every answer to link to. */
    String links() {
        return "<" + address() + ">; rel=\"original timegate\", <" + timeMap()
                + ">; rel=\"timemap\"; type=\"application/link-format\"";
    }
}
