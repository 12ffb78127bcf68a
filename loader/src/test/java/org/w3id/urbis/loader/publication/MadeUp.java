package org.w3id.urbis.loader.publication;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;

/** A made-up change of a made-up graph that is long enough for several members. */
record MadeUp(String name, Collection<Quad> added, Collection<Quad> removed) {

    static final String NAME = "<http://www.w3.org/2004/02/skos/core#prefLabel>";

    /** Statements about so many things. */
    static Set<Quad> quads(int things) {
        Set<Quad> quads = new HashSet<>();
        for (int i = 0; i < things; i++) {
            quads.add(quad("g", i, NAME, "'Thing " + i + "'@en"));
            quads.add(quad(i % 3 == 0 ? "h" : "g", i, "<http://a.example/n>", Integer.toString(i % 100)));
        }
        return quads;
    }

    private static Quad quad(String graph, int thing, String property, String value) {
        return SSE.parseQuad(
                "(<https://w3id.org/urbis/graph/" + graph + "> " + iri(thing) + " " + property + " " + value + ")");
    }

    private static String iri(int thing) {
        return "<https://w3id.org/urbis/id/" + thing + ">";
    }

    /** Whether a member begins with a thing. */
    private static boolean begins(int thing) {
        String iri = iri(thing);
        return GzipMember.isBegunBy(iri.substring(1, iri.length() - 1).getBytes(StandardCharsets.UTF_8));
    }

    /** Changes one after the other. */
    static List<MadeUp> changes(Set<Quad> first) {
        Set<Quad> now = new HashSet<>(first);
        List<MadeUp> changes = new ArrayList<>();
        int begun = IntStream.range(0, 3_000).filter(MadeUp::begins).findFirst().orElseThrow();
        int beginning = IntStream.iterate(3_000, i -> i + 1)
                .filter(MadeUp::begins)
                .findFirst()
                .orElseThrow();
        List<Quad> ordered = new ArrayList<>(now);
        ordered.sort(Comparator.comparing(quad -> quad.getSubject().getURI()));
        add(
                changes,
                now,
                "one name, and who refers to it",
                List.of(quad("g", 7, NAME, "'Seven'@de"), quad("h", 8, "<http://a.example/near>", iri(7))),
                List.of());
        add(changes, now, "what a member begins with goes", List.of(), about(now, begun));
        add(
                changes,
                now,
                "what a member begins with comes back, and another",
                List.of(quad("g", begun, NAME, "'Back'"), quad("g", beginning, NAME, "'New \\\"one\\\"\\n'")),
                List.of());
        add(changes, now, "the first and the last", List.of(), List.of(ordered.getFirst(), ordered.getLast()));
        add(
                changes,
                now,
                "a new graph, and before all others",
                List.of(
                        quad("fresh", 1, NAME, "'Une'@fr"),
                        SSE.parseQuad("(<https://w3id.org/urbis/graph/g> <http://a.example/first> " + NAME + " '2001'^^"
                                + "<http://www.w3.org/2001/XMLSchema#gYear>)")),
                List.of());
        add(
                changes,
                now,
                "a graph goes",
                List.of(),
                now.stream()
                        .filter(quad -> quad.getGraph().getURI().endsWith("/h"))
                        .toList());
        Random random = new Random(7);
        for (int i = 0; i < 1; i++) {
            List<Quad> removed =
                    now.stream().filter(quad -> random.nextInt(400) == 0).toList();
            int from = 10_000 * i;
            add(
                    changes,
                    now,
                    "here and there " + i,
                    IntStream.range(0, 5)
                            .mapToObj(any -> quad("h", from + random.nextInt(9_000), NAME, "'Anew " + any + "'@en-GB"))
                            .toList(),
                    removed);
        }
        return changes;
    }

    private static List<Quad> about(Set<Quad> now, int thing) {
        return now.stream()
                .filter(quad -> ("<" + quad.getSubject().getURI() + ">").equals(iri(thing)))
                .toList();
    }

    private static void add(
            List<MadeUp> changes, Set<Quad> now, String name, Collection<Quad> added, Collection<Quad> removed) {
        changes.add(new MadeUp(name, added, removed));
        now.removeAll(removed);
        now.addAll(added);
    }
}
