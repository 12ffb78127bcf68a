package org.w3id.urbis.endpoint.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedData;
import org.w3id.urbis.endpoint.config.FederationConfig;
import org.w3id.urbis.endpoint.config.Setting;
import org.w3id.urbis.queries.CatalogueQuery;
import org.w3id.urbis.queries.QueryCatalogue;

/**
 * Each question of the catalogue that asks others too, on the graph that ships and a second server: one with a sample, whose
 * answers are written down, and one with the UN's own files if they lie beside the project. Run with
 * {@code -Durbis.write-missing-answers=true} to have missing answers written, to be reviewed.
 */
class FederatedCatalogueTest {
    private static final Path EXPECTED = Path.of("src/test/resources/federation/answers");

    /** What the UN's taxonomy of 2020 has nothing of: other repositories of the UN hold it, or it is a matter of chance. */
    private static final Set<String> NOT_IN_TAXONOMY = Set.of("city/countries-as-member-states");

    @TempDir
    private static Path settings;

    private static OtherFuseki sample;
    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        sample = OtherFuseki.ofSample();
        server = server(sample, "sample.properties");
    }

    private static RunningServer server(OtherFuseki other, String file) throws IOException {
        Path written = settings.resolve(file);
        StringBuilder lines = new StringBuilder();
        for (String name : new String[] {"sdg", "unbis", "eurovoc", "member-states"}) {
            lines.append(name).append(".address = ").append(other.address(name)).append('\n');
        }
        Files.writeString(written, lines);
        return RunningServer.on(
                ShippedData.directory(),
                Map.of(
                        Setting.FEDERATION,
                        "sdg, unbis, eurovoc, member-states",
                        Setting.FEDERATION_FILE,
                        written.toAbsolutePath().toString()));
    }

    @AfterAll
    static void stop() {
        server.close();
        sample.close();
    }

    static Stream<CatalogueQuery> federated() {
        return QueryCatalogue.shipped().queries().stream().filter(CatalogueQuery::isFederated);
    }

    @Test
    void thereAreAtLeastTenAndAllAskWhoIsKnown() {
        assertTrue(federated().count() >= 10);
        RemoteEndpoints known = EndpointsFile.read(new FederationConfig(Set.of(), Path.of("none")));
        Set<String> names =
                Set.copyOf(known.all().stream().map(RemoteEndpoint::name).toList());
        federated().forEach(query -> assertTrue(names.containsAll(query.federates()), query.name()));
    }

    @ParameterizedTest
    @MethodSource("federated")
    void itAnswersAsWritten(CatalogueQuery query) throws IOException {
        HttpResponse<String> answer = server.get("/queries/" + query.name(), "Accept", "text/csv");
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValue("Urbis-Federation").isPresent(), query.name());
        String rows = answer.body().replace("\r\n", "\n");
        Path file = EXPECTED.resolve(query.name() + ".csv");
        if (!Files.exists(file)) {
            if (Boolean.getBoolean("urbis.write-missing-answers")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, rows);
            }
            throw new AssertionError(file + " is missing; the answer is\n" + rows);
        }
        assertTrue(rows.lines().count() > 1, () -> query.name() + " has no answer");
        assertEquals(Files.readString(file), rows);
    }

    @Test
    void allAnswerWithTheFilesOfTheUnitedNationsToo() throws IOException {
        assumeTrue(OtherFuseki.isRealDataThere(), "the UN's files are not beside the project");
        try (OtherFuseki real = OtherFuseki.ofUnData();
                RunningServer other = server(real, "real.properties")) {
            federated().filter(query -> !NOT_IN_TAXONOMY.contains(query.name())).forEach(query -> {
                HttpResponse<String> answer = other.get("/queries/" + query.name(), "Accept", "text/csv");
                assertEquals(200, answer.statusCode(), answer.body());
                assertTrue(answer.body().lines().count() > 1, () -> query.name() + " has no answer");
            });
            HttpResponse<String> custodians =
                    other.get("/queries/agency/custodians-of-indicators", "Accept", "text/csv");
            assertTrue(custodians.body().contains("agency/un-habitat,UN-Habitat,"), custodians.body());
        }
    }

    @Test
    void theQuestionSaysWhomItAsks() {
        String name = "/queries/commitment/by-sdg-custodian";
        String list = server.get("/queries?tag=federation").body();
        assertTrue(list.contains("\"federatesWith\": [\"sdg\", \"unbis\"]"), list);
        String example = server.get(name, "Accept", "text/turtle").body();
        assertTrue(example.contains("federatesWith"), example);
        assertTrue(example.contains("<https://w3id.org/urbis/ontology#sdg>") || example.contains("urbis:sdg"), example);
    }
}
