package org.w3id.urbis.loader.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store made of the one before and the difference holds what one made of everything holds. */
class AmendedStoreTest {

    private static final List<Node> VALUES = List.of(
            NodeFactory.createLiteralString("one"),
            NodeFactory.createLiteralLang("one", "en"),
            SSE.parseNode("1"),
            SSE.parseNode("2.5"),
            SSE.parseNode("\"2020-01-01\"^^<http://www.w3.org/2001/XMLSchema#date>"));

    private static final Node OTHERWISE = SSE.parseNode("\"01\"^^<http://www.w3.org/2001/XMLSchema#integer>");

    @TempDir
    private Path directory;

    private int stores;

    private Revision revision(Collection<Quad> quads) throws IOException {
        Path place = directory.resolve("revision" + stores++);
        Files.createDirectories(place.resolve("tdb2"));
        return new Revision(stores, "", Instant.EPOCH, quads.size(), new TreeMap<>(), OptionalLong.empty(), place);
    }

    private Revision whole(Collection<Quad> quads) throws IOException {
        Revision revision = revision(quads);
        Store.write(revision.store(), SortedQuads.of(quads.stream()));
        return revision;
    }

    /** Amends, and tells whether all statements were asked for. */
    private boolean amend(
            Revision before, Set<Quad> was, Collection<Quad> added, Collection<Quad> removed, Revision after)
            throws IOException {
        boolean[] asked = new boolean[1];
        DatasetGraph dataset = DatasetGraphFactory.create();
        was.forEach(dataset::add);
        AmendedStore.write(before, dataset, added, removed, after.store(), () -> {
            asked[0] = true;
            return SortedQuads.of(after(was, added, removed).stream());
        });
        return asked[0];
    }

    private static Set<Quad> after(Set<Quad> was, Collection<Quad> added, Collection<Quad> removed) {
        Set<Quad> now = new LinkedHashSet<>(was);
        removed.forEach(now::remove);
        now.addAll(added);
        return now;
    }

    private static void compare(Set<Quad> expected, Revision revision) {
        Store.read(revision, store -> {
            assertEquals(expected, new HashSet<>(store.stream().toList()));
            for (Quad quad : expected) {
                Node[] parts = {quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()};
                for (int known = 1; known < 15; known++) {
                    Node[] pattern = new Node[parts.length];
                    for (int part = 0; part < parts.length; part++) {
                        pattern[part] = (known >> part & 1) == 1 ? parts[part] : Node.ANY;
                    }
                    assertTrue(
                            store.stream(pattern[0], pattern[1], pattern[2], pattern[3])
                                    .anyMatch(quad::equals),
                            () -> quad + " is not found");
                }
            }
            return null;
        });
    }

    private static Node thing(Random random, int most) {
        return NodeFactory.createURI("http://a.example/" + random.nextInt(most));
    }

    private static Quad quad(Random random) {
        return Quad.create(
                thing(random, 3),
                thing(random, 40),
                thing(random, 4),
                random.nextBoolean() ? thing(random, 60) : VALUES.get(random.nextInt(VALUES.size())));
    }

    @Test
    void changesOneAfterTheOtherAreThere() throws IOException {
        Random random = new Random(1);
        Set<Quad> all = Stream.generate(() -> quad(random)).limit(300).collect(Collectors.toSet());
        Revision revision = whole(all);
        for (int round = 0; round < 4; round++) {
            List<Quad> removed = new ArrayList<>(all);
            removed.removeIf(quad -> random.nextInt(10) > 0);
            List<Quad> added = Stream.generate(() -> quad(random)).limit(40).toList();
            Set<Quad> now = after(all, added, removed);
            Revision next = revision(now);
            assertFalse(amend(revision, all, added, removed, next));
            compare(now, next);
            compare(all, revision);
            assertEquals(0, Files.size(next.store().resolve("Data-0001/journal.jrnl")));
            revision = next;
            all = now;
        }
    }

    @Test
    void aCopyTakesNoMoreOfTheDisk() throws IOException {
        Random random = new Random(2);
        Set<Quad> all = Stream.generate(() -> quad(random)).limit(300).collect(Collectors.toSet());
        Revision before = whole(all);
        Quad one = all.iterator().next();
        Revision after = revision(all);
        amend(before, all, List.of(), List.of(one), after);
        assertEquals(names(before), names(after));
        Path file = Path.of("Data-0001", "SPOG.dat");
        assertEquals(
                Files.size(before.store().resolve(file)),
                Files.size(after.store().resolve(file)));
    }

    private static Set<String> names(Revision revision) throws IOException {
        try (Stream<Path> files = Files.walk(revision.store())) {
            return files.map(file -> revision.store().relativize(file).toString())
                    .filter(name -> !name.endsWith("tdb.lock"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void whatTheStoreCannotTellApartIsWrittenWhole() throws IOException {
        Quad one = Quad.create(one(), one(), one(), VALUES.get(2));
        Quad other = Quad.create(one.getGraph(), one.getSubject(), one.getPredicate(), OTHERWISE);
        Set<Quad> both = Set.of(one, other);
        Revision before = whole(both);
        Revision after = revision(Set.of(one));
        assertTrue(amend(before, both, List.of(), List.of(other), after));
        compare(Set.of(one), after);
        assertTrue(amend(after, Set.of(one), List.of(other), List.of(one), revision(Set.of(other))));
    }

    private static Node one() {
        return NodeFactory.createURI("http://a.example/one");
    }

    @Test
    void whereTheStoreIsGoneTheNextIsWrittenWhole() throws IOException {
        Random random = new Random(4);
        Set<Quad> all = Stream.generate(() -> quad(random)).limit(50).collect(Collectors.toSet());
        Revision before = whole(all);
        DurableFiles.remove(before.store());
        Quad more = Quad.create(one(), one(), one(), one());
        Set<Quad> now = after(all, List.of(more), List.of());
        Revision after = revision(now);
        assertTrue(amend(before, all, List.of(more), List.of(), after));
        compare(now, after);
    }
}
