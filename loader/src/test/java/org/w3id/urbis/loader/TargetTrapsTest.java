package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is odd in the files on what cities aim at, each shown by a row or two, with what the mapping makes of it. */
class TargetTrapsTest {

    private static final String AREAS = "areas/";

    @Test
    void noTargetIsAFactAndNoCommitmentAndCellsOfSeveralLinesAreOneRow() {
        MappedFile tracker = MappedFile.of("net-zero-tracker", AREAS)
                .read(
                        "net_zero_tracker_cities_9.csv",
                        table(
                                "net-zero-tracker",
                                List.of(
                                        Map.of(
                                                "last_updated",
                                                "2021-11-02 09:00:00",
                                                "id_code",
                                                "CIT-1",
                                                "name",
                                                "Banks",
                                                "country",
                                                "USA",
                                                "actor_type",
                                                "City",
                                                "end_target",
                                                "No target",
                                                "population",
                                                "640000"),
                                        Map.of(
                                                "last_updated",
                                                "2022-01-10 09:00:00",
                                                "id_code",
                                                "CIT-2",
                                                "name",
                                                "Riverton",
                                                "country",
                                                "CHE",
                                                "actor_type",
                                                "City",
                                                "end_target",
                                                "Net zero",
                                                "end_target_year",
                                                "2050",
                                                "end_target_text",
                                                "Riverton plans.\nNo word on how."),
                                        Map.of(
                                                "last_updated",
                                                "2022-01-10 09:00:00",
                                                "id_code",
                                                "REG-1",
                                                "name",
                                                "Valley",
                                                "country",
                                                "CHE",
                                                "actor_type",
                                                "Region",
                                                "end_target",
                                                "Net zero"))));
        assertEquals(
                List.of("cit-1 net-emissions 2021-11-02"),
                tracker.rows("SELECT (REPLACE(STR(?g), '^.*tracker-', '') AS ?city) ?measure ?day { ?g"
                        + " urbis:withoutCommitment ?none . ?none urbis:measure ?measure ; urbis:asOf ?day }"));
        assertEquals(
                List.of("cit-2 2"),
                tracker.rows("SELECT (REPLACE(STR(?g), '^.*tracker-', '') AS ?city) ?row { ?c urbis:committedBy ?g ;"
                        + " urbis:citation/urbis:row ?row }"));
    }

    @Test
    void severalTargetsOfACityStandByThemselvesAndEachInitiativeOfAListToo() {
        MappedFile targets = MappedFile.of("cdp-city-targets", AREAS)
                .read(
                        "cdp-city-targets-2021.csv",
                        table(
                                "cdp-city-targets",
                                List.of(
                                        target("2030", "Cities Race to Zero; Global Covenant of Mayors"),
                                        target("2040", "Cities Race to Zero; Individual City Commitment"))));
        assertEquals(
                List.of("901 2030", "901 2040"),
                targets.rows("SELECT (REPLACE(STR(?g), '^.*cdp-', '') AS ?account) ?by { ?c urbis:committedBy ?g ;"
                        + " urbis:deadline ?by }"));
        assertEquals(
                List.of("cities-race-to-zero", "global-covenant-of-mayors"),
                targets.rows("SELECT DISTINCT ?initiative { ?c urbis:initiative ?initiative }"));
    }

    @Test
    void sharesOfIntensitiesAndOfProjectionsAreNoSharesOfEmissions() {
        Map<String, String> intensity = new HashMap<>(target("2030", ""));
        intensity.put("Type.of.target", "Base year intensity target");
        Map<String, String> projection = new HashMap<>(target("2040", ""));
        projection.put("Type.of.target", "Baseline scenario (business as usual) target");
        String measures =
                "SELECT ?by ?measure { ?c urbis:deadline ?by ; urbis:measure ?measure ; urbis:quantity/urbis:measure"
                        + " ?measure }";
        assertEquals(
                List.of("2030 emission-intensity", "2040 emissions-against-projection", "2050 emissions"),
                MappedFile.of("cdp-city-targets", AREAS)
                        .read(
                                "cdp-city-targets-2021.csv",
                                table("cdp-city-targets", List.of(intensity, projection, target("2050", ""))))
                        .rows(measures));
        assertEquals(
                List.of("2030 emissions-against-projection", "2050 emission-intensity"),
                MappedFile.of("net-zero-tracker", AREAS)
                        .read("net_zero_tracker_cities_9.csv", tracked("Emissions intensity target", "2010"))
                        .rows(measures));
    }

    @Test
    void yearsThatCannotBeHaveANote() {
        String notes = "SELECT ?property ?printed { ?note urbis:aboutProperty ?property ; urbis:printed ?printed ;"
                + " urbis:about/a ?class }";
        Map<String, String> odd = new HashMap<>(target("2050", ""));
        odd.putAll(Map.of(
                "Year.target.was.set", "2030", "Base.year", "2031", "Population", "900", "Population.Year", "800"));
        MappedFile targets = MappedFile.of("cdp-city-targets", AREAS)
                .read("cdp-city-targets-2021.csv", table("cdp-city-targets", List.of(odd, target("2040", ""))));
        assertEquals(List.of("announced 2030", "asOf 800", "baseline 2031"), targets.rows(notes));
        assertEquals(List.of("2031"), targets.rows("SELECT ?year { ?c urbis:baseline|urbis:announced ?year }"));
        assertEquals(
                List.of("baseline 1007"),
                MappedFile.of("net-zero-tracker", AREAS)
                        .read("net_zero_tracker_cities_9.csv", tracked("Emissions reduction target", "1007"))
                        .rows(notes));
    }

    private static String tracked(String target, String since) {
        return table(
                "net-zero-tracker",
                List.of(Map.ofEntries(
                        Map.entry("last_updated", "2022-01-10 09:00:00"),
                        Map.entry("id_code", "CIT-1"),
                        Map.entry("name", "Riverton"),
                        Map.entry("country", "CHE"),
                        Map.entry("actor_type", "City"),
                        Map.entry("end_target", target),
                        Map.entry("end_target_percentage_reduction", "40"),
                        Map.entry("end_target_baseline_year", since),
                        Map.entry("end_target_year", "2050"),
                        Map.entry("interim_target", "Reduction v. BAU"),
                        Map.entry("interim_target_percentage_reduction", "20"),
                        Map.entry("interim_target_year", "2030"))));
    }

    private static Map<String, String> target(String year, String initiatives) {
        return Map.of(
                "Account.Number",
                "901",
                "Organization",
                "City of Riverton",
                "City",
                "Riverton",
                "iso",
                "CHE",
                "name",
                "Riverton",
                "Type.of.target",
                "Base year emissions (absolute) target",
                "Percentage.reduction.target",
                "40",
                "Target.year",
                year,
                "Select.the.initiatives.that.this.target.contributes.towards",
                initiatives);
    }

    /** A table with the columns of a source's sample. */
    private static String table(String source, List<Map<String, String>> rows) {
        try {
            String header =
                    Files.readAllLines(Path.of("sources", source, "sample.csv")).getFirst();
            List<String> columns = List.of(header.replace("\"", "").split(","));
            return header + "\n"
                    + rows.stream()
                            .map(row -> columns.stream()
                                            .map(column -> "\"" + row.getOrDefault(column, "") + "\"")
                                            .collect(Collectors.joining(","))
                                    + "\n")
                            .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
