package org.w3id.urbis.endpoint.home;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.w3id.urbis.endpoint.description.Position;
import org.w3id.urbis.endpoint.map.WorldMap;
import org.w3id.urbis.endpoint.page.AtlasView;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.Words;

/** Draws the places of a revision on the map of the world. */
final class AtlasLayout {
    /** Where the map ends in the south: the Antarctic has no cities. */
    private static final int SOUTH = 8_500;
    /** How high a tie is bent, as a part of its length. */
    private static final double BEND = 0.18;

    private static final int MOST_NAMES = 4;

    private final Words words;
    private final Function<Node, Link> links;

    /**
     * Prepares to draw.
     *
     * @param links the name of a thing, leading to its page
     */
    AtlasLayout(Words words, Function<Node, Link> links) {
        this.words = words;
        this.links = links;
    }

    AtlasView view(Atlas atlas) {
        Map<Node, WorldMap.Point> points = new HashMap<>();
        List<AtlasView.Dot> cities = new ArrayList<>();
        List<AtlasView.Dot> seats = new ArrayList<>();
        for (Atlas.Spot spot : atlas.spots()) {
            Position position = spot.position();
            WorldMap.Point point = WorldMap.at(position.latitude(), position.longitude());
            points.put(position.place(), point);
            AtlasView.Dot dot = new AtlasView.Dot(point.x(), point.y(), links.apply(position.place()), told(spot));
            (spot.seatOf().isEmpty() ? cities : seats).add(dot);
        }
        Comparator<AtlasView.Dot> byName =
                Comparator.comparing(dot -> dot.place().text().value());
        cities.sort(byName);
        seats.sort(byName);
        return new AtlasView(
                cities,
                seats,
                atlas.ties().stream()
                        .map(tie -> arc(points.get(tie.from()), points.get(tie.to())))
                        .toList(),
                atlas.cut() ? words.get("atlas.cut", words.number(atlas.spots().size())) : "",
                cuts(cities, seats));
    }

    private static List<AtlasView.Cut> cuts(List<AtlasView.Dot> cities, List<AtlasView.Dot> seats) {
        List<AtlasView.Cut> cuts = new ArrayList<>();
        cuts.add(new AtlasView.Cut("0 0 " + WorldMap.WIDTH + " " + SOUTH, false, List.of()));
        List<AtlasView.Dot> all = new ArrayList<>(seats);
        all.addAll(cities);
        CloseUp.of(all).ifPresent(closer -> cuts.add(new AtlasView.Cut(closer.viewBox(), true, closer.labels(all))));
        return cuts;
    }

    private String told(Atlas.Spot spot) {
        List<String> told = new ArrayList<>();
        if (!spot.seatOf().isEmpty()) {
            told.add(words.get("atlas.seatOf", names(spot.seatOf())));
        }
        if (!spot.memberOf().isEmpty()) {
            told.add(words.get("atlas.memberOf", names(spot.memberOf())));
        }
        return String.join(" · ", told);
    }

    private String names(List<Node> nodes) {
        String names = nodes.stream()
                .limit(MOST_NAMES)
                .map(node -> links.apply(node).text().value())
                .collect(Collectors.joining(", "));
        return nodes.size() > MOST_NAMES ? names + " +" + words.number(nodes.size() - MOST_NAMES) : names;
    }

    private static String arc(WorldMap.Point from, WorldMap.Point to) {
        double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
        long x = (from.x() + to.x()) / 2;
        long y = Math.round((from.y() + to.y()) / 2.0 - length * BEND);
        return "M%d %dQ%d %d %d %d".formatted(from.x(), from.y(), x, y, to.x(), to.y());
    }
}
