package org.w3id.urbis.endpoint.federation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.helidon.webserver.http.ServerResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.w3id.urbis.endpoint.exchange.Answering;

/**
 * What queries asked of other endpoints, for who wants to know it after the answer came. A report is found by a number
 * that nobody can guess, holds no word of the query, and is forgotten after an hour.
 */
public final class FederationReports {
    private static final int MOST = 2_000;
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int KEY_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Cache<String, FederationLedger> reports =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    /**
     * Says in the headers of an answer whom it asked, and where to read more. Of an answer that is still being made the
     * header says what is known so far, and the report goes on.
     */
    public void announce(ServerResponse response, FederationLedger ledger) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        String name = HexFormat.of().formatHex(key);
        reports.put(name, ledger);
        String header = ledger.header();
        if (!header.isEmpty()) {
            response.header(Answering.FEDERATION, header);
        }
        Answering.link(
                response, "</federation/reports/" + name + ">; rel=\"http://www.w3.org/ns/prov#has_provenance\"");
    }

    Optional<FederationLedger> find(String name) {
        return Optional.ofNullable(reports.getIfPresent(name));
    }
}
