package org.w3id.urbis.endpoint.upload;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A header such as {@code form-data; name="data"; filename="c40.ttl"}: a value with parameters.
 *
 * <p>Browsers write a quotation mark within a file's name as {@code %22}, others with a backslash before it; both are
 * undone.
 *
 * @param value      what stands before the first semicolon, in lower case
 * @param parameters the parameters by their names in lower case
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6.6">RFC 9110, section 5.6.6</a>
 */
record HeaderParameters(String value, Map<String, String> parameters) {

    static HeaderParameters of(String header) {
        int semicolon = header.indexOf(';');
        String value = semicolon < 0 ? header : header.substring(0, semicolon);
        Map<String, String> parameters = new HashMap<>();
        int at = semicolon;
        while (at >= 0 && at < header.length()) {
            int equals = header.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            String name = header.substring(at + 1, equals).strip().toLowerCase(Locale.ROOT);
            StringBuilder text = new StringBuilder();
            at = value(header, equals + 1, text);
            parameters.putIfAbsent(name, text.toString());
        }
        return new HeaderParameters(value.strip().toLowerCase(Locale.ROOT), Map.copyOf(parameters));
    }

    /** The value of a parameter; empty if it is not there. */
    Optional<String> find(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Reads a token or a quoted text and returns where the next semicolon stands. */
    private static int value(String header, int from, StringBuilder into) {
        int at = from;
        while (at < header.length() && header.charAt(at) == ' ') {
            at++;
        }
        if (at == header.length() || header.charAt(at) != '"') {
            int end = header.indexOf(';', at);
            into.append(header.substring(at, end < 0 ? header.length() : end).strip());
            return end < 0 ? header.length() : end;
        }
        for (at++; at < header.length() && header.charAt(at) != '"'; at++) {
            boolean escaped = header.charAt(at) == '\\'
                    && at + 1 < header.length()
                    && (header.charAt(at + 1) == '"' || header.charAt(at + 1) == '\\');
            into.append(header.charAt(escaped ? ++at : at));
        }
        int end = header.indexOf(';', at);
        return end < 0 ? header.length() : end;
    }
}
