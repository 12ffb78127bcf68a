package org.w3id.urbis.loader.linking;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.loader.linking.Gazetteer.REAL;
import static org.w3id.urbis.loader.linking.Gazetteer.rows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.loader.linking.Gazetteer.Figures;

/** How well cities are found in GeoNames by name, country and number of inhabitants, on samples whose answers are known. */
@EnabledIf("isThere")
class LinkingFiguresTest {

    private static final Path WITHDRAWN =
            Path.of("../benchmark/src/main/resources/urbis/benchmark/labels-withdrawn.csv");
    private static final Path TRACKER = Path.of("src/test/resources/org/w3id/urbis/loader/linking/tracker-labels.csv");
    private static final Pattern POINT = Pattern.compile("POINT \\((-?[0-9.]+) (-?[0-9.]+)\\)");
    private static final double NEAR_KM = 5;

    private final Map<String, Place> wanted = new HashMap<>();
    private final Map<String, Set<String>> labels = new HashMap<>();

    /**
     * Names as cities printed them to CDP. A label rests on no name: it is the one place of GeoNames in the same country
     * within five kilometres of the reported position that has between half and twice the reported inhabitants. What is
     * linked is not told the position.
     */
    @Test
    void namesThatCitiesPrinted() {
        Set<String> withdrawn = withdrawn();
        for (Map<String, String> row :
                rows(REAL.resolve("openclimate/CDP_2021_Cities_Emissions_Reduction_Targets_clean_names.csv"))) {
            Matcher point = POINT.matcher(row.getOrDefault("City_Location", ""));
            String account = row.get("Account_Number");
            String population = row.getOrDefault("Population", "NA");
            String name = row.getOrDefault("City", "NA");
            if (!point.matches() || !population.matches("[0-9]+") || name.equals("NA") || withdrawn.contains(account)) {
                continue;
            }
            Place reported = Gazetteer.place(
                    "https://w3id.org/urbis/id/city/cdp-" + account,
                    name,
                    Gazetteer.real().country(row.get("iso")),
                    OptionalDouble.of(Double.parseDouble(point.group(2))),
                    OptionalDouble.of(Double.parseDouble(point.group(1))),
                    Long.parseLong(population),
                    Set.of());
            List<Place> near = Gazetteer.real().of(reported.country()).stream()
                    .filter(place -> isLabel(reported, place))
                    .toList();
            if (near.size() == 1) {
                labels.put(account, Set.of(near.getFirst().iri().getURI().replaceAll("[^0-9]", "")));
                wanted.put(account, withoutPosition(reported));
            }
        }
        assertFigures("CDP", 200, 0.98, 0.88);
    }

    /** Every tenth city of the Net Zero Tracker, in the order of its numbers, looked up by hand; the file says why. */
    @Test
    void citiesOfTheTrackerLabelledByHand() {
        rows(TRACKER)
                .forEach(row -> labels.put(
                        row.get("id_code"),
                        row.get("geonamesId").equals("none")
                                ? Set.of()
                                : Set.of(row.get("geonamesId").split("\\|"))));
        for (Map<String, String> row : rows(REAL.resolve("derived-crosswalk/net_zero_tracker_cities_2022-12-20.csv"))) {
            if (labels.containsKey(row.get("id_code"))) {
                wanted.put(
                        row.get("id_code"),
                        Gazetteer.place(
                                "https://w3id.org/urbis/id/city/net-zero-tracker-" + row.get("id_code"),
                                row.get("name"),
                                Gazetteer.real().country(row.get("country")),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                (long) Double.parseDouble(row.getOrDefault("population", "0")),
                                Set.of()));
            }
        }
        assertFigures("Net Zero Tracker", 110, 0.98, 0.9);
    }

    /** Cities that the documents name, with the GeoNames identifiers that stand beside them; by name and country alone. */
    @Test
    void citiesOfTheDocumentsByNameAndCountryAlone() {
        for (Map<String, String> row : rows(Path.of("sources/geonames-cities/cities.csv"))) {
            labels.put(row.get("key"), Set.of(row.get("geonamesId")));
            wanted.put(
                    row.get("key"),
                    Gazetteer.place(
                            "https://w3id.org/urbis/id/city/" + row.get("key"),
                            row.get("key").replace('-', ' '),
                            Gazetteer.real().country(row.get("countryM49")),
                            OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            0,
                            Set.of()));
        }
        assertFigures("documents", 40, 0.98, 0.8);
    }

    private void assertFigures(String sample, int least, double precision, double recall) {
        Figures figures = Gazetteer.real().judge(wanted, labels);
        LoggerFactory.getLogger(LinkingFiguresTest.class).info("{}, {} labelled: {}", sample, labels.size(), figures);
        assertTrue(labels.size() >= least && wanted.size() == labels.size(), () -> "only " + wanted.size());
        assertTrue(figures.precision() >= precision, figures::toString);
        assertTrue(figures.recall() >= recall, figures::toString);
    }

    private static boolean isLabel(Place reported, Place place) {
        double share = (double) place.inhabitants() / reported.inhabitants();
        return share >= 0.5 && share <= 2 && reported.distanceKm(place).orElse(NEAR_KM + 1) <= NEAR_KM;
    }

    private static Place withoutPosition(Place place) {
        return new Place(
                place.iri(),
                place.names(),
                place.country(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                place.inhabitants(),
                Set.of(),
                place.divisions());
    }

    static boolean isThere() {
        return Files.isDirectory(REAL);
    }

    /** Labels that were looked at and proved to be wrong. */
    private static Set<String> withdrawn() {
        Set<String> accounts = new HashSet<>();
        if (Files.exists(WITHDRAWN)) {
            rows(WITHDRAWN).forEach(row -> accounts.add(row.get("account")));
        }
        return accounts;
    }
}
