package org.w3id.urbis.endpoint.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointConfigTest {

    @Test
    void defaultsAreThoseOfTheContract() {
        EndpointConfig config = EndpointConfig.read(Map.of(), Map.of("urbis.home", "/somewhere"), Map.of());
        assertEquals(8080, config.port());
        assertEquals(Path.of("/somewhere/data"), config.data());
        assertEquals("https://w3id.org/urbis/", config.baseIri().toString());
        assertEquals(0, config.fusekiPort());
        assertEquals(Duration.ofSeconds(30), config.queryTimeout());
    }

    @Test
    void theCommandLineGoesBeforePropertiesAndTheseBeforeTheEnvironment() {
        Map<String, String> environment =
                Map.of("URBIS_PORT", "1", "URBIS_QUERY_TIMEOUT", "7", "URBIS_HOST", "a.example");
        Map<String, String> properties = Map.of("urbis.port", "2", "urbis.query-timeout", "8");
        EndpointConfig config = EndpointConfig.read(Map.of(Setting.PORT, "3"), properties, environment);
        assertEquals(3, config.port());
        assertEquals(Duration.ofSeconds(8), config.queryTimeout());
        assertEquals("a.example", config.host());
    }

    @Test
    void onlyWhatShowsInAnswersTellsEditionsApart() {
        String edition = edition(Map.of());
        assertEquals(edition, edition(Map.of(Setting.PORT, "1", Setting.DATA, "/elsewhere", Setting.CACHE_BYTES, "0")));
        assertEquals(edition, edition(Map.of(Setting.LOG_SERVERS, "kafka:9092", Setting.FOLLOW, "true")));
        assertNotEquals(edition, edition(Map.of(Setting.BASE_IRI, "https://data.example/")));
        assertNotEquals(
                edition,
                edition(Map.of(
                        Setting.MAP_TILES, "https://tiles.example/{z}/{x}/{y}.png", Setting.MAP_ATTRIBUTION, "Tiles")));
    }

    private static String edition(Map<Setting, String> options) {
        return EndpointConfig.read(options, Map.of(), Map.of()).edition();
    }

    @ParameterizedTest
    @CsvSource({
        "PORT,65536",
        "PORT,-1",
        "PORT,eighty",
        "QUERY_TIMEOUT,0",
        "CONCURRENT_QUERIES,0",
        "REQUEST_BYTES,12",
        "BASE_IRI,urbis/",
        "BASE_IRI,https://w3id.org/urbis",
        "BASE_IRI,ftp://w3id.org/urbis/",
        "HOST,''",
        "CACHE_BYTES,-1",
        "MAP_TILES,https://tiles.example/{z}/{x}.png",
        "MAP_TILES,https://{s}.tiles.example/{z}/{x}/{y}.png",
        "MAP_TILES,https://tiles.example/{z}/{x}/{y}{r}.png",
        "MAP_TILES,/tiles/{z}/{x}/{y}.png",
        "MAP_TILES,https://user@tiles.example/{z}/{x}/{y}.png",
        "MAP_TILES,https://tiles.example/{z}/{x}/{y}.png?%"
    })
    void whatCannotBeIsRefusedByName(Setting setting, String value) {
        InvalidSettingException refused = assertThrows(
                InvalidSettingException.class, () -> EndpointConfig.read(Map.of(setting, value), Map.of(), Map.of()));
        assertTrue(
                refused.getMessage()
                        .startsWith("Setting " + setting.key() + " (from option --" + setting.key() + ") is \"" + value
                                + "\", but must be "),
                refused.getMessage());
    }

    @Test
    void tilesAreKnownByTheirOriginAndNeverShownWithoutWhoMadeThem() {
        Map<Setting, String> tiles = Map.of(Setting.MAP_TILES, "https://Tiles.example:8443/a/{z}/{x}/{y}.png?key=1;");
        InvalidSettingException refused =
                assertThrows(InvalidSettingException.class, () -> EndpointConfig.read(tiles, Map.of(), Map.of()));
        assertEquals(
                "Setting map-tiles (from option --map-tiles) needs map-attribution too, which is not given.",
                refused.getMessage());
        TileConfig read = EndpointConfig.read(tiles, Map.of("urbis.map-attribution", "A. Cartographer"), Map.of())
                .tiles()
                .orElseThrow();
        assertEquals("https://tiles.example:8443", read.origin());
        assertEquals("A. Cartographer", read.attribution());
        assertTrue(EndpointConfig.read(Map.of(), Map.of(), Map.of()).tiles().isEmpty());
    }

    @Test
    void aReplicaMustBeToldWhereTheLogIs() {
        InvalidSettingException refused = assertThrows(
                InvalidSettingException.class,
                () -> EndpointConfig.read(Map.of(Setting.FOLLOW, "true"), Map.of(), Map.of()));
        assertEquals(
                "Setting follow (from option --follow) needs log-servers too, which is not given.",
                refused.getMessage());
    }

    @Test
    void aRefusalNamesWhereTheValueCameFrom() {
        InvalidSettingException refused = assertThrows(
                InvalidSettingException.class,
                () -> EndpointConfig.read(Map.of(), Map.of(), Map.of("URBIS_PORT", "x")));
        assertTrue(refused.getMessage().contains("environment variable URBIS_PORT"), refused.getMessage());
    }
}
