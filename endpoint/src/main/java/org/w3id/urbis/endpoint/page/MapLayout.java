package org.w3id.urbis.endpoint.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.Position;
import org.w3id.urbis.endpoint.map.WorldMap;
import org.w3id.urbis.ontology.Urbis;

/** Cuts the world map to what a thing has to do with. */
final class MapLayout {
    /** Areas of the M49 standard, by code. */
    private static final String AREA = "http://metadata.un.org/sdg/codes/geoArea/";

    private static final List<Node> AREAS =
            List.of("country", "geographicScope", "jurisdiction", "seat", "location").stream()
                    .map(name -> NodeFactory.createURI(Urbis.NS + name))
                    .toList();
    /** The picture is twice as wide as it is high, as the world is. */
    private static final double SHAPE = 2.0;
    /** Narrower, and nobody would know where on earth it is. */
    private static final int NARROWEST = 4_200;

    private final WorldMap world;
    private final Wording wording;

    MapLayout(WorldMap world, Wording wording) {
        this.world = world;
        this.wording = wording;
    }

    /** The map of a thing; empty if nothing about it can be shown on one. */
    Optional<MapView> of(Description description, List<Position> positions) {
        List<String> outlines = outlines(description);
        if (positions.isEmpty() && outlines.isEmpty()) {
            return Optional.empty();
        }
        List<WorldMap.Point> points = new ArrayList<>();
        positions.forEach(position -> points.add(WorldMap.at(position.latitude(), position.longitude())));
        int[] cut = positions.isEmpty() ? new int[] {0, 0, WorldMap.WIDTH, WorldMap.HEIGHT} : cut(points);
        List<MapView.Marker> markers = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            markers.add(new MapView.Marker(
                    points.get(i).x(),
                    points.get(i).y(),
                    cut[2] / 90,
                    wording.link(positions.get(i).place())));
        }
        return Optional.of(new MapView(cut[0], cut[1], cut[2], cut[3], markers, outlines));
    }

    private List<String> outlines(Description description) {
        List<String> outlines = new ArrayList<>();
        outline(description.thing()).ifPresent(outlines::add);
        description.facts().getOrDefault(description.thing(), List.of()).stream()
                .filter(quad -> AREAS.contains(quad.getPredicate()))
                .map(quad -> quad.getObject())
                .distinct()
                .forEach(area -> outline(area).ifPresent(outlines::add));
        return outlines;
    }

    private Optional<String> outline(Node area) {
        return area.isURI() && area.getURI().startsWith(AREA)
                ? world.outline(area.getURI().substring(AREA.length()))
                : Optional.empty();
    }

    /** Left, top, width, height: around all points with room to spare, within the world. */
    private static int[] cut(List<WorldMap.Point> points) {
        int left = points.stream().mapToInt(WorldMap.Point::x).min().orElseThrow();
        int right = points.stream().mapToInt(WorldMap.Point::x).max().orElseThrow();
        int top = points.stream().mapToInt(WorldMap.Point::y).min().orElseThrow();
        int bottom = points.stream().mapToInt(WorldMap.Point::y).max().orElseThrow();
        double needed = Math.max(right - left, (bottom - top) * SHAPE) * 1.4;
        int width = (int) Math.min(WorldMap.WIDTH, Math.max(NARROWEST, needed));
        int height = (int) Math.min(WorldMap.HEIGHT, width / SHAPE);
        return new int[] {
            within((left + right - width) / 2, WorldMap.WIDTH - width),
            within((top + bottom - height) / 2, WorldMap.HEIGHT - height),
            width,
            height
        };
    }

    private static int within(int value, int most) {
        return Math.max(0, Math.min(value, most));
    }
}
