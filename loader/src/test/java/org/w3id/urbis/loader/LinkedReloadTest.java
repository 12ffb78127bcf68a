package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.linking.LinkCount;
import org.w3id.urbis.loader.linking.LinkGraph;
import org.w3id.urbis.loader.publication.EarlierSources;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Revisions;

/** A source whose cities are found among those of another is read again only when that may find others. */
class LinkedReloadTest {

    private static final String CITY = """
        <https://w3id.org/urbis/id/city/known> a urbis:City ;
            skos:prefLabel "Riverton on the River"@en ;
            skos:closeMatch <http://www.wikidata.org/entity/riverton> ;
            urbis:citation [ urbis:lines "3" ] .
        """;
    private static final String NETWORKS = SmallSource.TURTLE + CITY;

    private static final String MAPPING = SmallSource.MAPPING
            .replace("skos:prefLabel ?label ;", "skos:prefLabel ?label ; skos:closeMatch ?item ;")
            .replace(
                    "BIND ( STRLANG",
                    "BIND ( IRI(CONCAT(\"http://www.wikidata.org/entity/\", ?key)) AS ?item )\n  BIND ( STRLANG");

    @TempDir
    private Path directory;

    private SmallSource source;

    @BeforeEach
    void linkTowns() throws IOException {
        source = SmallSource.in(directory.resolve("sources"));
        String description = Files.readString(source.folder().resolve("source.ttl"))
                .replace("urbis:file \"towns.csv\" ;", "urbis:file \"towns.csv\" ; urbis:linking \"matched\" ;");
        source.write("source.ttl", description);
        source.write("mapping.rq", MAPPING);
        source.write("networks.ttl", NETWORKS);
        Path later = Files.createDirectories(directory.resolve("sources/zeta"));
        Files.writeString(
                later.resolve("source.ttl"),
                description
                        .replace("small", "zeta")
                        .replace("towns.csv", "zeta.csv")
                        .replace("g:networks , ", "")
                        .replaceAll("(?s)g:networks a .*?\n\n", ""));
        Files.writeString(later.resolve("mapping.rq"), MAPPING.replace("id/city/", "id/city/zeta-"));
        Files.writeString(later.resolve("zeta.csv"), "key,name\nbanks,Banks\nzinc,Zinc\n");
        LoadReport first = load();
        assertEquals(LoadReport.Outcome.PUBLISHED, first.outcome(), () -> first.findings()
                .toString());
        assertEquals(List.of(new LinkCount(1, 0, 1), new LinkCount(1, 0, 1)), links(first));
    }

    @Test
    void theyStayLinkedUntilSomethingChangesByWhichTheyAre() throws IOException {
        source.write("networks.ttl", NETWORKS.replace("Riverton on the River", "Riverton on the Lake"));
        assertEquals(Set.of(), linkedAsBefore(), "a name may find another city");
        source.write("networks.ttl", SmallSource.TURTLE);
        assertEquals(Set.of(), linkedAsBefore(), "a city that goes is found no more");
        source.write("networks.ttl", NETWORKS.replace("Towns on rivers.", "Towns on great rivers."));
        assertEquals(Set.of("small/towns", "zeta/towns"), linkedAsBefore(), "a description finds nothing");
        load();
        source.append("towns.csv", "fords,Fords\n");
        assertEquals(Set.of(), linkedAsBefore(), "another town may be found by those that are looked for later");
        reloadsLikeFromNothing();
        source.write("networks.ttl", SmallSource.TURTLE);
        reloadsLikeFromNothing();
    }

    @Test
    void whatWasLinkedBeforeStays() throws IOException {
        Path later = directory.resolve("sources/zeta/zeta.csv");
        Files.writeString(later, "key,name\nriverton,Rivertown\nzinc,Zinc\n");
        assertEquals(Set.of("small/towns"), linkedAsBefore(), "a town of the last source is found by no other");
        reloadsLikeFromNothing();
        source.write("towns.csv", "key,name\nbanks,Banks\nriverton,Riverton\n");
        assertEquals(Set.of("zeta/towns"), linkedAsBefore(), "the line on which a town stands finds nothing");
        reloadsLikeFromNothing();
    }

    @Test
    void anAcceptanceHasThemLinkedAnewOnlyWhereItMayMatter() {
        ReviewedData review = ReviewedData.at(directory.resolve("data"));
        review.accepted(SubmittedEntry.network("brooks", "Brooks"), ReviewedData.ANNA);
        assertEquals(LoadReport.Outcome.UNCHANGED, load().outcome());
        review.accepted(
                SubmittedEntry.network("lakes", "Lakes")
                        + CITY.replace("riverton", "zinc").replace("known", "other"),
                ReviewedData.ANNA);
        LoadReport linked = load();
        assertEquals(LoadReport.Outcome.PUBLISHED, linked.outcome());
        assertEquals(List.of(new LinkCount(1, 0, 1), new LinkCount(2, 0, 0)), links(linked));
        assertEquals(LoadReport.Outcome.UNCHANGED, load().outcome());
    }

    private LoadReport load() {
        return new Pipeline().load(request("data"));
    }

    private static List<LinkCount> links(LoadReport report) {
        return report.sources().stream()
                .filter(source -> !MadeOf.isSubmission(source.id()))
                .map(SourceReport::links)
                .toList();
    }

    private Set<String> linkedAsBefore() {
        Revisions revisions = new Revisions(directory.resolve("data"));
        EarlierSources earlier = new EarlierSources(revisions, BaseIri.URBIS);
        Gathered gathered = Reading.of(
                        new Sources(BaseIri.URBIS, request("data")).select(earlier.ids()),
                        List.of(),
                        earlier,
                        Before.of(revisions.current().orElseThrow(), BaseIri.URBIS),
                        BaseIri.URBIS,
                        LocalDate.now())
                .gathered();
        Set<String> kept = new TreeSet<>();
        for (String name : List.of("small/towns", "zeta/towns")) {
            Node graph = BaseIri.URBIS.graph(name);
            assertEquals(gathered.isKept(graph), gathered.isKept(LinkGraph.of(graph)));
            if (gathered.isKept(graph)) {
                kept.add(name);
            }
        }
        return kept;
    }

    private void reloadsLikeFromNothing() throws IOException {
        LoadReport again = load();
        LoadReport fresh = new Pipeline().load(request("fresh-" + again.stated()));
        assertEquals(fresh.sources(), again.sources());
        assertEquals(fresh.stated(), again.stated());
        assertEquals(fresh.inferred(), again.inferred());
        assertEquals(fresh.findings(), again.findings());
        for (String file : List.of("data.nq.gz", "read-form.bin", Revision.STEPS, Told.FILE)) {
            assertEquals(
                    -1,
                    Files.mismatch(
                            fresh.revision().orElseThrow().directory().resolve(file),
                            new Revisions(directory.resolve("data"))
                                    .current()
                                    .orElseThrow()
                                    .directory()
                                    .resolve(file)),
                    file);
        }
    }

    private LoadRequest request(String data) {
        return new LoadRequest(
                directory.resolve(data),
                List.of(directory.resolve("sources")),
                List.of(SmallSource.ID, "zeta"),
                Optional.empty(),
                false,
                5);
    }
}
