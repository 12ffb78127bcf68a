package org.w3id.urbis.endpoint.home;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.w3id.urbis.endpoint.map.WorldMap;
import org.w3id.urbis.endpoint.page.AtlasView;

/**
 * The part of the map where places are most crowded.
 *
 * @param x left edge in units of the map
 * @param y upper edge
 */
record CloseUp(int x, int y) {
    static final int WIDTH = 2_900;
    static final int HEIGHT = 2_000;
    /** A close-up of fewer would show nothing that the world does not. */
    private static final int FEWEST = 6;
    /** Letters are as high as this, and about half as wide. */
    private static final int LETTER = 84;

    private static final int BESIDE = 50;

    /** Finds it; empty if places are nowhere crowded. */
    static Optional<CloseUp> of(List<AtlasView.Dot> dots) {
        return dots.stream()
                .map(dot -> around(dot.x(), dot.y()))
                .max(Comparator.comparingLong((CloseUp cut) -> cut.count(dots))
                        .thenComparing(Comparator.comparingInt(CloseUp::x).thenComparingInt(CloseUp::y)))
                .filter(cut -> cut.count(dots) >= FEWEST)
                .map(cut -> cut.centred(dots));
    }

    private static CloseUp around(int x, int y) {
        return new CloseUp(
                within(x - WIDTH / 2, WorldMap.WIDTH - WIDTH), within(y - HEIGHT / 2, WorldMap.HEIGHT - HEIGHT));
    }

    private static int within(int value, int most) {
        return Math.max(0, Math.min(value, most));
    }

    private boolean holds(AtlasView.Dot dot) {
        return dot.x() >= x && dot.x() < x + WIDTH && dot.y() >= y && dot.y() < y + HEIGHT;
    }

    private long count(List<AtlasView.Dot> dots) {
        return dots.stream().filter(this::holds).count();
    }

    /** The same size with as much room on either side of the outermost. */
    private CloseUp centred(List<AtlasView.Dot> dots) {
        List<AtlasView.Dot> held = dots.stream().filter(this::holds).toList();
        int[] xs = held.stream().mapToInt(AtlasView.Dot::x).sorted().toArray();
        int[] ys = held.stream().mapToInt(AtlasView.Dot::y).sorted().toArray();
        return around((xs[0] + xs[xs.length - 1]) / 2, (ys[0] + ys[ys.length - 1]) / 2);
    }

    String viewBox() {
        return x + " " + y + " " + WIDTH + " " + HEIGHT;
    }

    /** Where a name stands. */
    private record Box(double left, double top, double right, double bottom) {
        private boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    /** Names of the places in it, the first before the later, as far as none hides another or a place. */
    List<AtlasView.Label> labels(List<AtlasView.Dot> dots) {
        List<AtlasView.Dot> held = dots.stream().filter(this::holds).toList();
        List<Box> taken = new ArrayList<>();
        held.forEach(dot -> taken.add(new Box(dot.x() - 38, dot.y() - 38, dot.x() + 38, dot.y() + 38)));
        List<AtlasView.Label> labels = new ArrayList<>();
        for (AtlasView.Dot dot : held) {
            String name = dot.place().text().value();
            double width = name.length() * LETTER * 0.56;
            for (double left : new double[] {dot.x() + BESIDE, dot.x() - BESIDE - width}) {
                Box box = new Box(left, dot.y() - LETTER / 2.0, left + width, dot.y() + LETTER / 2.0);
                if (left > x && box.right() < x + WIDTH && taken.stream().noneMatch(box::meets)) {
                    taken.add(box);
                    labels.add(new AtlasView.Label(
                            (int) left, dot.y() + LETTER / 3, dot.place().text()));
                    break;
                }
            }
        }
        return labels;
    }
}
