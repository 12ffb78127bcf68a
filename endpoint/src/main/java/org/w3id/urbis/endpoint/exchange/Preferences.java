package org.w3id.urbis.endpoint.exchange;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a client would rather have, without insisting on it: the header Prefer. What is heeded is said in
 * Preference-Applied; everything else, such as {@code respond-async}, is passed over.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7240">RFC 7240</a>
 */
public final class Preferences {
    private static final HeaderName PREFER = HeaderNames.create("Prefer");
    private static final HeaderName APPLIED = HeaderNames.create("Preference-Applied");
    private static final String RETURN = "return";
    private static final String HANDLING = "handling";
    private static final String WAIT = "wait";
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    private final Map<String, String> values;
    private final ServerResponse response;

    private Preferences(Map<String, String> values, ServerResponse response) {
        this.values = values;
        this.response = response;
    }

    /**
     * Reads what a request prefers.
     *
     * @param response of the same request, which is told what is heeded
     */
    public static Preferences of(ServerRequest request, ServerResponse response) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String preference : Asking.header(request, PREFER).split(",")) {
            String bare = preference.split(";", 2)[0];
            int equals = bare.indexOf('=');
            String name =
                    (equals < 0 ? bare : bare.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
            String value = equals < 0 ? "" : bare.substring(equals + 1).strip().replace("\"", "");
            // Section 2: of one that is given twice the first counts.
            values.putIfAbsent(name, value);
        }
        return new Preferences(values, response);
    }

    /**
     * Whether what was changed need not be sent back, but only how the request went. For requests that change something.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7240#section-4.2">RFC 7240, 4.2</a>
     */
    public boolean isMinimal() {
        Variation.add(response, "Prefer");
        String wanted = values.getOrDefault(RETURN, "");
        if (wanted.equals("minimal") || wanted.equals("representation")) {
            apply(RETURN, wanted);
        }
        return wanted.equals("minimal");
    }

    /**
     * The parameters that an address knows, if the client wants others passed over; else all that were sent, so that the
     * others can be refused.
     *
     * @param known names
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7240#section-4.4">RFC 7240, 4.4</a>
     */
    public Parameters known(Parameters sent, Set<String> known) {
        String wanted = values.getOrDefault(HANDLING, "");
        if (wanted.equals("strict")) {
            apply(HANDLING, wanted);
        }
        if (!wanted.equals("lenient")) {
            return sent;
        }
        Variation.add(response, "Prefer");
        apply(HANDLING, wanted);
        return sent.only(known);
    }

    /**
     * How long the client would wait for a better answer.
     *
     * @param most longer than that nobody waits
     * @return the time; empty if the client says none, or none that can be read
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7240#section-4.3">RFC 7240, 4.3</a>
     */
    public Optional<Duration> waiting(Duration most) {
        Variation.add(response, "Prefer");
        String seconds = values.getOrDefault(WAIT, "");
        if (!SECONDS.matcher(seconds).matches()) {
            return Optional.empty();
        }
        long heeded = Math.min(Long.parseLong(seconds), most.toSeconds());
        apply(WAIT, Long.toString(heeded));
        return Optional.of(Duration.ofSeconds(heeded));
    }

    private void apply(String name, String value) {
        response.header(APPLIED, name + "=" + value);
    }
}
