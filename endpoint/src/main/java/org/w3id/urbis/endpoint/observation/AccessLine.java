package org.w3id.urbis.endpoint.observation;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.w3id.urbis.endpoint.config.AccessLogForm;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;

/**
 * What the access log says of a request. Tokens stand in headers that are not logged; of parameters only those are
 * logged with their values that say nothing about what somebody wants to know.
 *
 * @see <a href="https://httpd.apache.org/docs/2.4/logs.html#combined">Apache, Combined Log Format</a>
 */
final class AccessLine {
    private static final Set<String> PLAIN = Set.of("format", "lang", "limit", "revision", "sort", "since");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int LONGEST = 2000;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private AccessLine() {}

    static String of(Exchange exchange, AccessLogForm form) {
        return form == AccessLogForm.JSON ? json(exchange) : combined(exchange);
    }

    private static String combined(Exchange exchange) {
        return "%s - - [%s] \"%s %s HTTP/%s\" %d %s \"%s\" \"%s\""
                .formatted(
                        exchange.client().address().getHostAddress(),
                        TIME.format(exchange.begun()),
                        escaped(exchange.method()),
                        escaped(target(exchange)),
                        exchange.request().prologue().protocolVersion(),
                        exchange.status(),
                        bytes(exchange) == 0 ? "-" : Long.toString(bytes(exchange)),
                        escaped(orDash(referrer(exchange))),
                        escaped(orDash(header(exchange, HeaderNames.USER_AGENT))));
    }

    private static String json(Exchange exchange) {
        JsonObject line = new JsonObject();
        line.put("time", exchange.begun().toString());
        line.put("client", exchange.client().address().getHostAddress());
        line.put("method", exchange.method());
        line.put("target", target(exchange));
        line.put("route", exchange.route());
        line.put("status", exchange.status());
        line.put("bytes", bytes(exchange));
        line.put("milliseconds", Math.round(exchange.nanos() / NANOS_PER_MILLISECOND));
        line.put("complete", exchange.isWhole());
        if (exchange.response().headers().contains(Answering.REVISION)) {
            line.put(
                    "revision",
                    exchange.response().headers().get(Answering.REVISION).get());
        }
        line.put("referrer", referrer(exchange));
        line.put("agent", header(exchange, HeaderNames.USER_AGENT));
        return JSON.toStringFlat(line).replace('\n', ' ');
    }

    /** Of the body; Helidon counts the head of short answers too. */
    private static long bytes(Exchange exchange) {
        ServerResponse response = exchange.response();
        if (exchange.method().equals("HEAD") || exchange.status() == Status.NOT_MODIFIED_304.code()) {
            return 0;
        }
        return exchange.isWhole() && response.headers().contains(HeaderNames.CONTENT_LENGTH)
                ? Long.parseLong(
                        response.headers().get(HeaderNames.CONTENT_LENGTH).get())
                : response.bytesWritten();
    }

    /** Path and parameters, of most of which only the name is told. */
    private static String target(Exchange exchange) {
        String path = exchange.request().prologue().uriPath().rawPath();
        String query = exchange.request().prologue().query().rawValue();
        String told = query.isEmpty()
                ? path
                : path + "?"
                        + Arrays.stream(query.split("&"))
                                .map(AccessLine::parameter)
                                .collect(Collectors.joining("&"));
        return told.length() > LONGEST ? told.substring(0, LONGEST) : told;
    }

    private static String parameter(String pair) {
        int equals = pair.indexOf('=');
        // What has no name may be anything.
        if (equals < 0) {
            return "*";
        }
        String name = pair.substring(0, equals);
        return PLAIN.contains(name) ? pair : name + "=*";
    }

    /** Where the reader came from, without parameters, which are others' secrets. */
    private static String referrer(Exchange exchange) {
        return header(exchange, HeaderNames.REFERER).replaceFirst("[?#].*", "");
    }

    private static String header(Exchange exchange, HeaderName name) {
        String value = Asking.header(exchange.request(), name);
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }

    /** A line must stay one, and what a client sends must not end the field it stands in. */
    private static String escaped(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                line.append('\\').append(c);
            } else if (c < ' ' || c >= 0x7f) {
                line.append(c < 0x100 ? "\\x%02x".formatted((int) c) : "\\u%04x".formatted((int) c));
            } else {
                line.append(c);
            }
        }
        return line.toString();
    }
}
