package org.w3id.urbis.endpoint.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.endpoint.config.FederationConfig;
import org.w3id.urbis.endpoint.config.InvalidSettingException;
import org.w3id.urbis.endpoint.page.Words;

class EndpointsFileTest {
    @TempDir
    private Path folder;

    private RemoteEndpoints read(String lines, String... on) throws IOException {
        Path file = folder.resolve("federation.properties");
        Files.writeString(file, lines);
        return EndpointsFile.read(new FederationConfig(Set.of(on), file));
    }

    private static RemoteEndpoint one(RemoteEndpoints endpoints, String name) {
        return endpoints.all().stream()
                .filter(endpoint -> endpoint.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatShipsIsOffAndSaysWhoStatesItsAddress() throws IOException {
        for (RemoteEndpoint endpoint : read("").all()) {
            assertFalse(endpoint.isOn(), endpoint.name());
            assertEquals(endpoint.address().isPresent(), endpoint.source().isPresent(), endpoint.name());
            endpoint.address().ifPresent(address -> assertEquals("https", address.getScheme()));
            assertEquals(Words.of("en").get("federation.holds." + endpoint.name()), endpoint.title());
        }
    }

    @Test
    void theOperatorChangesAndAdds() throws IOException {
        RemoteEndpoints endpoints = read("""
            sdg.timeout = 3
            sdg.fresh = 60
            office.address = http://10.0.0.5:3030/x
            far.address = https://far.example/sparql
            far.reach = 10.1.0.0/16
            """, "sdg", "office");
        RemoteEndpoint sdg = one(endpoints, "sdg");
        assertTrue(sdg.isOn());
        assertEquals(Duration.ofSeconds(3), sdg.limits().timeout());
        assertEquals(Optional.of(Duration.ofMinutes(1)), sdg.fresh());
        assertFalse(sdg.reach().contains(InetAddress.getLoopbackAddress()));
        RemoteEndpoint office = one(endpoints, "office");
        assertEquals(Optional.of(URI.create("http://10.0.0.5:3030/x")), office.address());
        assertTrue(office.reach().contains(InetAddress.getByName("10.0.0.5")));
        assertFalse(office.reach().contains(InetAddress.getByName("10.0.0.6")));
        RemoteEndpoint far = one(endpoints, "far");
        assertFalse(far.isOn());
        assertTrue(far.reach().contains(InetAddress.getByName("10.1.2.3")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sdg.address = https://user:secret@un.example/ | sdg.address
        sdg.address = ftp://un.example/              | sdg.address
        sdg.address = nowhere                        | sdg.address
        sdg.address = http://2130706433/             | sdg.address
        sdg.timeout = 0                              | sdg.timeout
        sdg.rows = many                              | sdg.rows
        sdg.reach = everything                       | sdg.reach
        sdg.prefer = both                            | sdg.prefer
        sdg.copy = nowhere.ttl                       | sdg.copy
        sdg.copy = federation.properties             | sdg.copy
        sdg.prefer = mirror                          | sdg.mirror
        sdg.colour = red                             | sdg.colour
        SDG.address = https://un.example/            | SDG.address
        address = https://un.example/                | address
        """)
    void whatCannotBeIsToldByItsName(String line, String name) {
        InvalidSettingException invalid = assertThrows(InvalidSettingException.class, () -> read(line, "sdg"));
        assertTrue(invalid.getMessage().contains(name), invalid.getMessage());
        assertFalse(invalid.getMessage().contains("secret"), invalid.getMessage());
    }

    @Test
    void whatIsTurnedOnHasToBeThereAndHaveAnAddress() throws IOException {
        assertThrows(InvalidSettingException.class, () -> read("", "nobody"));
        assertThrows(InvalidSettingException.class, () -> read("", "unesco"));
        assertTrue(one(read("unesco.address = https://sparql.example/", "unesco"), "unesco")
                .isOn());
    }
}
