package org.w3id.urbis.benchmark.reconciliation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3id.urbis.loader.names.Position;

/**
 * Cities that reported to CDP in 2021, each with the place of GeoNames that it is.
 *
 * <p>A label rests on position and inhabitants alone, never on a name: it is the one place of GeoNames in the same country
 * within {@value #FARTHEST_KM} km of the reported position whose inhabitants are between half and twice the reported number.
 * Cities without a position or a number, and those with no such place or several, have no label. Labels that were looked at
 * and found to be the neighbour of the city are in {@code labels-withdrawn.csv}, with the reason.
 */
public final class LabelledCities {

    private static final double FARTHEST_KM = 5;
    private static final double LEAST_SHARE = 0.5;
    private static final double MOST_SHARE = 2;
    private static final Pattern POINT = Pattern.compile("POINT \\((-?[0-9.]+) (-?[0-9.]+)\\)");

    private final Map<String, List<Place>> byCountry;
    private final Map<String, String> alpha2;
    private final Set<String> withdrawn;
    private final Map<String, Map<String, String>> cities;

    /** Reads the tables. */
    public LabelledCities(Tables tables) {
        byCountry = tables.places().stream().collect(Collectors.groupingBy(Place::country));
        alpha2 = new HashMap<>();
        tables.countries().forEach(country -> alpha2.put(country.alpha3(), country.alpha2()));
        withdrawn = withdrawn();
        cities = new TreeMap<>(tables.reportingCities());
    }

    /** How many cities reported. */
    public int reported() {
        return cities.size();
    }

    /** The labelled names, in the order of the accounts: up to three for each city. */
    public List<LabelledName> names() {
        List<LabelledName> names = new ArrayList<>();
        cities.forEach((account, row) -> {
            Optional<Place> place = withdrawn.contains(account) ? Optional.empty() : place(row);
            for (LabelledName.Column column : LabelledName.Column.values()) {
                String text = row.get(column.header());
                if (place.isPresent() && !text.isBlank() && !text.equals("NA")) {
                    names.add(new LabelledName(account, column, text, row.get("Country"), place.get()));
                }
            }
        });
        return names;
    }

    private Optional<Place> place(Map<String, String> row) {
        Matcher point = POINT.matcher(row.get("City.Location"));
        if (!point.matches() || !row.get("Population").matches("[0-9.]+")) {
            return Optional.empty();
        }
        Position position = new Position(Double.parseDouble(point.group(2)), Double.parseDouble(point.group(1)));
        double population = Double.parseDouble(row.get("Population"));
        List<Place> near = byCountry.getOrDefault(alpha2.getOrDefault(row.get("iso"), ""), List.of()).stream()
                .filter(place -> place.population() > 0
                        && population / place.population() >= LEAST_SHARE
                        && population / place.population() <= MOST_SHARE
                        && place.position().distanceKm(position) <= FARTHEST_KM)
                .toList();
        return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
    }

    private static Set<String> withdrawn() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                LabelledCities.class.getResourceAsStream("/urbis/benchmark/labels-withdrawn.csv"),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .collect(Collectors.toCollection(HashSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
