package org.w3id.urbis.endpoint.home;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.page.AtlasView;
import org.w3id.urbis.endpoint.page.HomeView;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.Wording;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.endpoint.route.Site;
import org.w3id.urbis.ontology.Urbis;

/** Lays out what the first page tells of the graph itself. To be used in one transaction. */
final class HomePage {
    /** What people come for, in this order; the other kinds follow by their number. */
    private static final List<String> FIRST = List.of(
            Urbis.CITY,
            Urbis.LOCAL_GOVERNMENT,
            Urbis.NETWORK,
            Urbis.AGENCY,
            Urbis.ORGANIZATION,
            Urbis.COMMITMENT,
            Urbis.FRAMEWORK_CLASS,
            Urbis.FRAMEWORK_ELEMENT,
            Urbis.PROGRAMME,
            Urbis.PROJECT,
            Urbis.EVENT,
            Urbis.PERSON);

    /** The kinds with a door of their own, by the words that name them. */
    private static final Map<String, String> DOORS = doors();

    private final DescriptionReader reader;
    private final Site site;
    private final Languages languages;
    private final Words words;
    private final Function<Node, Optional<String>> collections;
    private final Map<Node, Link> links = new HashMap<>();

    /**
     * Prepares to lay out.
     *
     * @param collections the path of the collection of a class; empty if it has none
     */
    HomePage(DescriptionReader reader, Site site, Languages languages, Function<Node, Optional<String>> collections) {
        this.reader = reader;
        this.site = site;
        this.languages = languages;
        this.words = Words.of(languages.first());
        this.collections = collections;
    }

    private static Map<String, String> doors() {
        Map<String, String> doors = new LinkedHashMap<>();
        doors.put("network", Urbis.NETWORK);
        doors.put("city", Urbis.CITY);
        doors.put("agency", Urbis.AGENCY);
        doors.put("commitment", Urbis.COMMITMENT);
        doors.put("framework", Urbis.FRAMEWORK_CLASS);
        doors.put("organization", Urbis.ORGANIZATION);
        doors.put("programme", Urbis.NS + "Activity");
        doors.put("event", Urbis.EVENT);
        doors.put("person", Urbis.PERSON);
        doors.put("document", Urbis.DOCUMENT_CLASS);
        return doors;
    }

    /** The doors to the kinds that there are things of. */
    List<HomeView.Count> doors(Counts counted) {
        return DOORS.entrySet().stream()
                .map(door -> Map.entry(door.getKey(), NodeFactory.createURI(door.getValue())))
                .filter(door -> counted.things().containsKey(door.getValue()))
                .map(door -> new HomeView.Count(
                        new Link(list(door.getValue()), words.text("subject." + door.getKey())),
                        words.number(counted.things().get(door.getValue()))))
                .toList();
    }

    /** All kinds that there are things of. */
    List<HomeView.Count> kinds(Counts counted) {
        Wording wording = new Wording(counted.names(), site.identifiers(), languages);
        return counted.things().entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Node, Integer> entry) -> place(entry.getKey()))
                        .thenComparing(
                                Map.Entry.<Node, Integer>comparingByValue().reversed())
                        .thenComparing(
                                Comparator.comparing(entry -> entry.getKey().getURI())))
                .map(entry -> new HomeView.Count(
                        new Link(list(entry.getKey()), wording.name(entry.getKey())), words.number(entry.getValue())))
                .toList();
    }

    private static int place(Node kind) {
        int place = FIRST.indexOf(kind.getURI());
        return place < 0 ? FIRST.size() : place;
    }

    /** The list of a kind; for want of one, what the ontology says of it. */
    private String list(Node kind) {
        return collections.apply(kind).orElseGet(() -> Identifiers.resourceHref(kind.getURI()));
    }

    /** The map. */
    AtlasView atlas(Atlas atlas) {
        return new AtlasLayout(words, this::link).view(atlas);
    }

    private Link link(Node node) {
        return links.computeIfAbsent(node, any -> {
            List<Quad> names = reader.names(node);
            return new Wording(names.isEmpty() ? Map.of() : Map.of(node, names), site.identifiers(), languages)
                    .link(node);
        });
    }
}
