package org.w3id.urbis.endpoint.neighbourhood;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.page.GraphView;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.page.Wording;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.endpoint.portrait.Lookup;
import org.w3id.urbis.endpoint.portrait.MainKind;
import org.w3id.urbis.endpoint.route.Site;

/** Lays out what is around a thing, for people and for a drawing. To be used in one transaction. */
final class GraphViewPage {
    private static final int ONE_RING = 14;

    private final Site site;
    private final Words words;
    private final DescriptionReader reader;
    private final Lookup lookup;
    private final Map<Node, List<Quad>> names = new HashMap<>();
    private final Wording wording;
    private final String kept;

    /**
     * Prepares to lay out.
     *
     * @param lang the language that the address names; empty if it names none
     */
    GraphViewPage(DatasetGraph dataset, Site site, Languages languages, String lang) {
        this.site = site;
        this.words = Words.of(languages.first());
        this.reader = new DescriptionReader(dataset, site.identifiers());
        this.lookup = new Lookup(dataset);
        this.wording = new Wording(names, site.identifiers(), languages);
        this.kept = lang.isEmpty() ? "" : "&lang=" + lang;
    }

    /** The things around one. */
    GraphView view(Node thing, Neighbours.Found found) {
        Map<String, GraphView.Group> groups = new TreeMap<>();
        Map<MainKind, GraphView.Kind> kinds = new TreeMap<>();
        List<GraphView.Spot> spots = new ArrayList<>();
        List<Neighbours.Neighbour> all = found.neighbours();
        MainKind own = MainKind.of(lookup.types(thing));
        kinds.put(own, new GraphView.Kind(kindName(own), own.slug()));
        for (int i = 0; i < all.size(); i++) {
            Neighbours.Neighbour one = all.get(i);
            MainKind kind = MainKind.of(lookup.types(one.other()));
            kinds.computeIfAbsent(kind, any -> new GraphView.Kind(kindName(kind), kind.slug()));
            Text way = way(one);
            groups.computeIfAbsent(way.value(), any -> new GraphView.Group(way, new ArrayList<>()))
                    .links()
                    .add(new GraphView.Neighbour(link(one.other()), around(one.other())));
            spots.add(spot(one, kind, way, 2 * Math.PI * i / all.size() - Math.PI / 2, reach(i, all.size())));
        }
        return new GraphView(
                link(thing),
                kindName(own),
                own.slug(),
                thing.getURI(),
                List.copyOf(groups.values()),
                spots,
                found.cut() ? words.get("graph.cut", words.number(all.size())) : "",
                List.copyOf(kinds.values()));
    }

    /** How far from the middle: on one ring, or on two where names would hide each other on one. */
    private static double reach(int place, int of) {
        if (of <= ONE_RING) {
            return 0.8;
        }
        return place % 2 == 1 ? 0.95 : 0.62;
    }

    private GraphView.Spot spot(Neighbours.Neighbour one, MainKind kind, Text way, double angle, double reach) {
        return new GraphView.Spot(
                (int) (GraphView.WIDTH / 2.0 + Math.cos(angle) * reach * (GraphView.WIDTH / 2.0 - 130)),
                (int) (GraphView.HEIGHT / 2.0 + Math.sin(angle) * reach * (GraphView.HEIGHT / 2.0 - 40)),
                one.other().getURI(),
                name(one.other()),
                kind.slug(),
                way,
                around(one.other()));
    }

    private Text way(Neighbours.Neighbour one) {
        Text name = name(one.way());
        return one.out() ? name : new Text("← " + name.value(), name.lang());
    }

    private String around(Node thing) {
        return "/graph-view?thing=" + URLEncoder.encode(thing.getURI(), StandardCharsets.UTF_8) + kept;
    }

    private Text kindName(MainKind kind) {
        return kind == MainKind.OTHER ? words.text("search.otherKind") : name(kind.term());
    }

    private Link link(Node thing) {
        return new Link(site.identifiers().href(thing.getURI()), name(thing));
    }

    private Text name(Node node) {
        List<Quad> found = reader.names(node);
        if (!found.isEmpty()) {
            names.putIfAbsent(node, found);
        }
        return wording.name(node);
    }

    /** The same as data. */
    static Map<String, Object> document(GraphView view) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", view.iri());
        document.put("name", view.thing().text().value());
        document.put("href", view.thing().href());
        document.put("kind", view.slug());
        document.put("kindName", view.kind().value());
        document.put("cut", view.cut());
        List<Object> neighbours = new ArrayList<>();
        for (GraphView.Spot spot : view.spots()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", spot.iri());
            one.put("name", spot.name().value());
            one.put("kind", spot.slug());
            one.put("way", spot.way().value());
            neighbours.add(one);
        }
        document.put("neighbours", neighbours);
        return document;
    }
}
