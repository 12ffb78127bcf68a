package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.linking.LinkCount;
import org.w3id.urbis.loader.publication.EarlierSources;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Revisions;

/** A source whose cities are found among those of another is read again only when that may find others. */
class LinkedReloadTest {

    private static final String NETWORKS = SmallSource.TURTLE + """
        <https://w3id.org/urbis/id/city/known> a urbis:City ;
            skos:prefLabel "Riverton on the River"@en ;
            skos:closeMatch <http://www.wikidata.org/entity/riverton> ;
            urbis:citation [ urbis:lines "3" ] .
        """;

    @TempDir
    private Path directory;

    private SmallSource source;

    @BeforeEach
    void linkTowns() throws IOException {
        source = SmallSource.in(directory.resolve("sources"));
        String description = Files.readString(source.folder().resolve("source.ttl"));
        source.write(
                "source.ttl",
                description.replace(
                        "urbis:file \"towns.csv\" ;", "urbis:file \"towns.csv\" ; urbis:linking \"matched\" ;"));
        source.write(
                "mapping.rq",
                SmallSource.MAPPING
                        .replace("skos:prefLabel ?label ;", "skos:prefLabel ?label ; skos:closeMatch ?item ;")
                        .replace(
                                "BIND ( STRLANG",
                                "BIND ( IRI(CONCAT(\"http://www.wikidata.org/entity/\", ?key)) AS ?item )\n"
                                        + "  BIND ( STRLANG"));
        source.write("networks.ttl", NETWORKS);
        LoadReport first = new Pipeline().load(request("data"));
        assertEquals(LoadReport.Outcome.PUBLISHED, first.outcome(), () -> first.findings()
                .toString());
        assertEquals(
                List.of(new LinkCount(1, 0, 1)),
                first.sources().stream()
                        .filter(each -> each.id().equals(SmallSource.ID))
                        .map(SourceReport::links)
                        .toList());
    }

    @Test
    void theyStayLinkedUntilSomethingChangesByWhichTheyAre() throws IOException {
        source.write("networks.ttl", NETWORKS.replace("Riverton on the River", "Riverton on the Lake"));
        assertFalse(keepsTowns(), "a name may find another city");
        source.write("networks.ttl", SmallSource.TURTLE);
        assertFalse(keepsTowns(), "a city that goes is found no more");
        source.write("networks.ttl", NETWORKS.replace("Towns on rivers.", "Towns on great rivers."));
        assertTrue(keepsTowns(), "a description finds nothing");
        new Pipeline().load(request("data"));
        source.append("towns.csv", "fords,Fords\n");
        assertFalse(keepsTowns(), "another table has other towns");
        source.write("towns.csv", SmallSource.TABLE);
        reloadsLikeFromNothing();
        source.write("networks.ttl", SmallSource.TURTLE);
        reloadsLikeFromNothing();
    }

    private boolean keepsTowns() {
        Revisions revisions = new Revisions(directory.resolve("data"));
        EarlierSources earlier = new EarlierSources(revisions, BaseIri.URBIS);
        Reading reading = Reading.of(
                new Sources(BaseIri.URBIS, request("data")).select(earlier.ids()),
                List.of(),
                earlier,
                Before.of(revisions.current().orElseThrow(), BaseIri.URBIS),
                BaseIri.URBIS,
                LocalDate.now());
        return reading.gathered().isKept(BaseIri.URBIS.graph("small/towns"))
                && reading.gathered().isKept(BaseIri.URBIS.graph("small/towns-links"));
    }

    private void reloadsLikeFromNothing() throws IOException {
        LoadReport again = new Pipeline().load(request("data"));
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
                List.of(SmallSource.ID),
                Optional.empty(),
                false,
                5);
    }
}
