package org.w3id.urbis.endpoint.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

/** A page is light for those who see it first, and asks nobody else for anything. */
class WeightTest extends InBrowser {
    /** Kilobytes, as they are sent. */
    private static final int HEAVIEST = 200;

    private final RunningServer server = ShippedServer.running();

    @ParameterizedTest
    @CsvSource({
        "en, /",
        "ar, /",
        "ar, /sparql",
        "en, /validate",
        "en, /id/network/c40",
        "en, /id/framework/sdg",
        "en, /documentation/diagram",
        "en, /ontology.html"
    })
    void aPageIsLightAndComesFromHere(String lang, String path) {
        try (Browser.Window window = browser.open(lang)) {
            Loading loading = Loading.of(window, server.origin() + path);
            assertTrue(loading.bytes() > 10_000, loading::toString);
            assertTrue(loading.bytes() < HEAVIEST * 1000L, loading::toString);
            assertEquals(
                    List.of(),
                    loading.places().stream()
                            .filter(place -> !place.startsWith(server.origin() + "/"))
                            .toList());
        }
    }
}
