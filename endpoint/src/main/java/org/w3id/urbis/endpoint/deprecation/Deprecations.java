package org.w3id.urbis.endpoint.deprecation;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;

/**
 * Announces in each answer what of its request will not be there for ever, by the table {@code urbis/deprecations.tsv}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9745">RFC 9745, Deprecation</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8594">RFC 8594, Sunset</a>
 */
public final class Deprecations implements Filter {
    /** Since when something is not to be used any more. */
    public static final HeaderName DEPRECATION = HeaderNames.create("Deprecation");

    private static final HeaderName SUNSET = HeaderNames.create("Sunset");

    private final List<Deprecated> table;

    private Deprecations(List<Deprecated> table) {
        this.table = table;
    }

    /** The value of the header Deprecation: a date of structured fields. RFC 9745, section 2.1. */
    public static String since(Instant moment) {
        return "@" + moment.getEpochSecond();
    }

    /** Those of this release. */
    public static Deprecations shipped() {
        return read(new InputStreamReader(
                Deprecations.class.getResourceAsStream("/urbis/deprecations.tsv"), StandardCharsets.UTF_8));
    }

    /**
     * Those of a table: lines of a pattern of paths, a parameter, a date, a date, an address and an address, with tabs
     * between and {@code -} for none; lines that begin with {@code #} are for people.
     */
    static Deprecations read(Reader table) {
        try (BufferedReader lines = new BufferedReader(table)) {
            return new Deprecations(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Deprecated::read)
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        if (!table.isEmpty()) {
            announce(request, response);
        }
        chain.proceed();
    }

    private void announce(RoutingRequest request, RoutingResponse response) {
        Set<String> parameters = Asking.parameters(request).values().keySet();
        Optional<Deprecated> first = table.stream()
                .filter(row -> row.concerns(request.prologue().uriPath(), parameters))
                .findFirst();
        first.ifPresent(row -> {
            response.header(DEPRECATION, since(row.since()));
            row.sunsetDate().ifPresent(date -> response.header(SUNSET, date));
            Answering.link(response, row.links());
        });
    }
}
