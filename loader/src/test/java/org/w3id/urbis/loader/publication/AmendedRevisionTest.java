package org.w3id.urbis.loader.publication;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.names.NameQuery;

/** A revision that takes over what has not changed from the one before it is just like one that is made from nothing. */
class AmendedRevisionTest {

    private static final String WORLD = """
        PREFIX id: <https://w3id.org/urbis/id/>
        PREFIX g: <https://w3id.org/urbis/graph/>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX urbis: <https://w3id.org/urbis/ontology#>
        g:places { id:graz a urbis:City ; skos:prefLabel "Graz"@en , "格拉茨"@zh ; urbis:population id:people ;
                urbis:country id:austria .
            id:people urbis:value 289440 . id:austria skos:prefLabel "Austria"@en .
            id:grazer a urbis:City ; skos:prefLabel "Graz"@de . }
        g:governments { id:council a urbis:LocalGovernment ; skos:prefLabel "City of Graz"@en ; urbis:governs id:graz . }
        g:more { id:note skos:prefLabel "A note"@en . }
        """;

    @TempDir
    private Path directory;

    private int count;

    @Test
    void itIsLikeOneMadeFromNothing() throws IOException {
        publish(WORLD);
        for (String change : List.of(
                // Added, in a graph that was there and in one that was not.
                WORLD + "g:more { id:lima a urbis:City ; skos:prefLabel 'Lima'@es . } g:fresh { id:note a urbis:Note }",
                // Another name; the other city of that name is no more.
                WORLD.replace("\"Graz\"@en", "\"Gratz\"@en"),
                WORLD.replace("id:grazer a urbis:City ; skos:prefLabel \"Graz\"@de .", ""),
                // What the entry of the city and that of its government take from elsewhere.
                WORLD.replace("289440", "300000"),
                WORLD.replace("urbis:country id:austria .", "."),
                // Only how many refer to a thing.
                WORLD + "g:more { id:note urbis:about id:grazer , id:austria }",
                // Without a name it is not found any more; without its graph neither.
                WORLD.replace("skos:prefLabel \"City of Graz\"@en ;", ""),
                WORLD.substring(0, WORLD.indexOf("g:governments")),
                WORLD)) {
            Revision amended = publish(change);
            Path fresh = directory.resolve("fresh" + count++);
            new Publication(fresh, 1, Clock.systemUTC()).publish(() -> quads(change));
            compare(new Revisions(fresh).current().orElseThrow(), amended, change);
        }
    }

    @Test
    void itIsLikeOneMadeOfAllFilesWhenItIsMadeOfThoseBeforeAndTheDifference() throws IOException {
        Path data = directory.resolve("amended");
        Set<Quad> now = MadeUp.quads(3_000);
        new Publication(data, 3, Clock.systemUTC()).publish(Set.copyOf(now)::stream);
        Path other = directory.resolve("whole");
        new Publication(other, 3, Clock.systemUTC()).publish(Set.copyOf(now)::stream);
        for (MadeUp change : MadeUp.changes(now)) {
            Revision before = new Revisions(data).current().orElseThrow();
            Difference difference = new Difference(before, List.copyOf(change.added()), List.copyOf(change.removed()));
            now.removeAll(change.removed());
            now.addAll(change.added());
            Revision amended;
            try (PublisherLock held = PublisherLock.take(data)) {
                amended = new Publication(data, 3, Clock.systemUTC())
                        .amend(held, difference, Optional.empty(), Map.of(), ready -> {})
                        .orElseThrow();
            }
            Revision whole = new Publication(other, 3, Clock.systemUTC())
                    .publish(Set.copyOf(now)::stream)
                    .orElseThrow();
            compare(whole, amended, change.name());
            assertEquals(whole.hash(), amended.hash(), change.name());
            assertEquals(whole.graphs(), amended.graphs(), change.name());
            assertArrayEquals(Files.readAllBytes(whole.patch()), Files.readAllBytes(amended.patch()), change.name());
            assertEquals(things(other), things(data), change.name());
            assertEquals(now, Store.read(amended, store -> Set.copyOf(Iter.toList(store.find()))), change.name());
        }
    }

    private static List<ThingChange> things(Path data) {
        long current = new Revisions(data).current().orElseThrow().number();
        return new ChangeLog(data).until(current).getLast().things(0, Long.MAX_VALUE);
    }

    private Revision publish(String world) {
        Path data = directory.resolve("data");
        return new Publication(data, 2, Clock.systemUTC())
                .publish(() -> quads(world))
                .orElseThrow();
    }

    private static Stream<Quad> quads(String world) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFParser.fromString(world, Lang.TRIG).parse(dataset);
        return dataset.stream();
    }

    private static void compare(Revision fresh, Revision amended, String world) throws IOException {
        assertArrayEquals(Files.readAllBytes(fresh.dump()), Files.readAllBytes(amended.dump()), world);
        List<String> files = Files.readAllLines(fresh.dumps().resolve(RevisionDumps.SUMS));
        assertEquals(files, Files.readAllLines(amended.dumps().resolve(RevisionDumps.SUMS)), world);
        for (String line : files) {
            String name = line.substring(line.indexOf(' ') + 2);
            assertArrayEquals(
                    Files.readAllBytes(fresh.dumps().resolve(name)),
                    Files.readAllBytes(amended.dumps().resolve(name)),
                    name);
        }
        assertArrayEquals(Files.readAllBytes(fresh.readForm()), Files.readAllBytes(amended.readForm()), world);
        try (NameIndex one = NameIndex.open(fresh.names());
                NameIndex other = NameIndex.open(amended.names())) {
            assertTrue(one.size() > 0);
            assertEquals(one.size(), other.size(), world);
            for (String text : List.of("", "graz", "gratz", "note", "lima", "austrai")) {
                NameQuery query = NameQuery.of(text).limit(100);
                assertEquals(one.search(query), other.search(query), text);
            }
        }
    }
}
