package org.w3id.urbis.loader.linking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.loader.identity.BaseIri;

/**
 * Lets the cities and governments of a source meet those that are known already: what a source says of a city that is found
 * to be a known one is said of that one, and its government becomes the one that is known, or the one that other sources will
 * meet. Two cities of a source that would become the same one both stay as they are, because one of them is something else.
 *
 * <p>What was done is told in a graph of its own, {@code <graph of the source>-links}: for each link the name the source had
 * for the city, the method, the score, the distance and the day; for each city that was not linked, those it may be and why
 * that is not sure.
 */
public final class Linking {

    private final Graph known;
    private final BaseIri base;
    private final BiFunction<Node, Node, LocalDate> day;

    /**
     * Makes it.
     *
     * @param known what is known already
     * @param base  the base IRI
     * @param day   tells for a name and what it was linked to on which day that was first found
     */
    public Linking(Graph known, BaseIri base, BiFunction<Node, Node, LocalDate> day) {
        this.known = known;
        this.base = base;
        this.day = day;
    }

    /**
     * What a source says once its cities are linked.
     *
     * @param quads what it says of them, and how they were linked
     * @param count how many cities were linked, how many may be known, and how many are not
     */
    public record Linked(List<Quad> quads, LinkCount count) {}

    /**
     * Links what one graph of a source says.
     *
     * @param graph the name of the graph
     * @param quads what it says
     * @return what it says then
     */
    public Linked link(Node graph, Collection<Quad> quads) {
        Graph own = GraphFactory.createDefaultGraph();
        quads.forEach(quad -> own.add(quad.asTriple()));
        PlaceFacts facts = new PlaceFacts(own, base);
        List<Place> places = facts.cities().stream().map(facts::place).toList();
        Map<Place, Verdict> verdicts = judge(places);
        Map<Node, Node> names = new LinkedHashMap<>();
        verdicts.forEach((place, verdict) -> verdict.link()
                .ifPresent(match -> names.put(place.iri(), match.place().iri())));
        PlaceFacts others = new PlaceFacts(known, base);
        names.putAll(governments(names, facts, others));
        List<Quad> linkedQuads = new ArrayList<>(new Renaming(names, others).of(quads));
        LinkStatements statements = new LinkStatements(base, graph, day);
        verdicts.forEach((place, verdict) -> statements.add(place, verdict, names));
        linkedQuads.addAll(statements.quads());
        int linked = (int) verdicts.values().stream()
                .filter(verdict -> verdict.link().isPresent())
                .count();
        int unsure = (int) verdicts.values().stream()
                .filter(verdict -> !verdict.candidates().isEmpty())
                .count();
        return new Linked(linkedQuads, new LinkCount(linked, unsure, places.size() - linked - unsure));
    }

    private Map<Place, Verdict> judge(List<Place> places) {
        PlaceIndex index = new PlaceIndex(places);
        PlaceFacts others = new PlaceFacts(known, base);
        others.cities().forEach(city -> index.add(others.place(city)));
        PlaceMatcher matcher = new PlaceMatcher(index);
        Map<Place, Verdict> verdicts = new LinkedHashMap<>();
        places.forEach(place -> verdicts.put(place, matcher.judge(place)));
        Map<Node, List<Place>> claims = new HashMap<>();
        verdicts.forEach((place, verdict) -> verdict.link()
                .ifPresent(match -> claims.computeIfAbsent(match.place().iri(), any -> new ArrayList<>())
                        .add(place)));
        claims.values().stream()
                .filter(rivals -> rivals.size() > 1)
                .forEach(rivals -> rivals.forEach(place -> {
                    PlaceMatch match = verdicts.get(place).link().orElseThrow();
                    verdicts.put(
                            place,
                            Verdict.undecided(
                                    List.of(match),
                                    "The source has " + rivals.size() + " cities that fit this one: "
                                            + rivals.stream()
                                                    .flatMap(rival -> rival.names().stream())
                                                    .sorted()
                                                    .distinct()
                                                    .collect(Collectors.joining("; "))
                                            + "."));
                }));
        return verdicts;
    }

    /** Governments of linked cities, where it is clear which they are. */
    private Map<Node, Node> governments(Map<Node, Node> cities, PlaceFacts own, PlaceFacts known) {
        Map<Node, Node> names = new LinkedHashMap<>();
        cities.forEach((city, becomes) -> {
            List<Node> governors = own.governors(city);
            List<Node> others = known.governors(becomes);
            String iri = becomes.getURI();
            Node usual = base.thing("government", iri.substring(iri.lastIndexOf('/') + 1));
            if (governors.size() == 1 && others.size() == 1) {
                names.put(governors.getFirst(), others.getFirst());
            } else if (governors.size() == 1 && others.isEmpty() && !known.has(usual, SKOS.prefLabel.asNode())) {
                names.put(governors.getFirst(), usual);
            }
        });
        return names;
    }
}
