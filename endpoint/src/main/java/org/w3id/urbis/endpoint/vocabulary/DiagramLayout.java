package org.w3id.urbis.endpoint.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.urbis.endpoint.page.DiagramView;
import org.w3id.urbis.endpoint.page.Link;

/**
 * Places a term in the middle, what leads to it before it, what it leads to behind it, broader terms above and narrower
 * ones below; mirrored for those who read from right to left.
 */
final class DiagramLayout {
    private static final int BOX = 180;
    private static final int BOX_HEIGHT = 44;
    private static final int GAP = 160;
    private static final int ROW = 66;
    private static final int BETWEEN = 20;
    private static final int MARGIN = 12;
    private static final int WIDTH = 3 * BOX + 2 * GAP + 2 * MARGIN;
    /** How many Latin letters a box, and the gap between two, has room for. */
    private static final int LETTERS = 23;

    private static final int LETTERS_BETWEEN = 21;
    private static final int MOST_ABOVE = 4;
    /** How far a line runs straight, so that its words stand on it, before it bends to the middle. */
    private static final int STRAIGHT = 126;
    /** Above the line that they belong to. */
    private static final int RAISED = 7;

    private final boolean mirrored;
    private final List<DiagramView.Box> boxes = new ArrayList<>();
    private final List<DiagramView.Line> lines = new ArrayList<>();

    private DiagramLayout(boolean mirrored) {
        this.mirrored = mirrored;
    }

    /**
     * A neighbour.
     *
     * @param link the term
     * @param note a second line in its box, or empty
     * @param by   the property that leads to or from it, if any does
     */
    record Neighbour(Link link, String note, Optional<Link> by) {}

    /**
     * What is drawn.
     *
     * @param title  of the picture
     * @param centre the term
     * @param before what leads to it
     * @param behind what it leads to
     * @param above  broader terms
     * @param below  narrower terms
     */
    record Drawn(
            String title,
            Neighbour centre,
            List<Neighbour> before,
            List<Neighbour> behind,
            List<Link> above,
            List<Link> below) {}

    /** Draws. */
    static DiagramView of(Drawn drawn, boolean mirrored) {
        return new DiagramLayout(mirrored).draw(drawn);
    }

    private DiagramView draw(Drawn drawn) {
        List<Link> above = drawn.above().stream().limit(MOST_ABOVE).toList();
        List<Link> below = drawn.below().stream().limit(MOST_ABOVE).toList();
        int top = MARGIN + (above.isEmpty() ? 0 : ROW + BETWEEN);
        int rows = Math.max(1, Math.max(drawn.before().size(), drawn.behind().size()));
        int bottom = top + rows * ROW;
        int height = bottom + (below.isEmpty() ? 0 : ROW + BETWEEN) + MARGIN;
        int centreY = (top + bottom) / 2 - BOX_HEIGHT / 2;
        int centreX = MARGIN + BOX + GAP;
        box(centreX, centreY, drawn.centre(), true);
        column(drawn.before(), MARGIN, top, rows, true, centreX, centreY);
        column(drawn.behind(), MARGIN + 2 * (BOX + GAP), top, rows, false, centreX, centreY);
        row(above, MARGIN, centreX, centreY, true);
        row(below, bottom + BETWEEN, centreX, centreY, false);
        return new DiagramView(drawn.title(), WIDTH, height, List.copyOf(boxes), List.copyOf(lines));
    }

    private void column(List<Neighbour> some, int x, int top, int rows, boolean before, int centreX, int centreY) {
        int first = top + (rows - some.size()) * ROW / 2;
        int middle = centreY + BOX_HEIGHT / 2;
        for (int i = 0; i < some.size(); i++) {
            int y = first + i * ROW + (ROW - BOX_HEIGHT) / 2;
            box(x, y, some.get(i), false);
            int own = y + BOX_HEIGHT / 2;
            // Lines meet at the centre, spread a little, so that arrows do not lie on one another.
            int met = middle + spread(i, some.size());
            int from = before ? x + BOX : centreX + BOX;
            int to = before ? centreX : x;
            String path = before ? curve(from, own, to, met, true) : curve(from, met, to, own, false);
            int beside = before ? x + BOX + STRAIGHT / 2 + 4 : x - STRAIGHT / 2 - 4;
            List<Link> by = some.get(i).by().stream().toList();
            lines.add(new DiagramView.Line(
                    path,
                    turned(beside),
                    own - RAISED,
                    by,
                    by.isEmpty() ? "" : shortened(by.getFirst().text().value(), LETTERS_BETWEEN),
                    false));
        }
    }

    private static int spread(int place, int of) {
        return of < 2 ? 0 : (BOX_HEIGHT - 12) * (2 * place - (of - 1)) / (2 * (of - 1));
    }

    private void row(List<Link> some, int y, int centreX, int centreY, boolean above) {
        int step = BOX + BETWEEN;
        int left = WIDTH / 2 - (some.size() * step - BETWEEN) / 2;
        int middle = centreX + BOX / 2;
        for (int i = 0; i < some.size(); i++) {
            int x = left + i * step;
            box(x, y, new Neighbour(some.get(i), "", Optional.empty()), false);
            int own = turned(x + BOX / 2);
            // The arrow leads from the narrower to the broader.
            String path = above
                    ? straight(turned(middle), centreY, own, y + BOX_HEIGHT)
                    : straight(own, y, turned(middle), centreY + BOX_HEIGHT);
            lines.add(new DiagramView.Line(path, own, y, List.of(), "", true));
        }
    }

    private void box(int x, int y, Neighbour neighbour, boolean centre) {
        boxes.add(new DiagramView.Box(
                mirrored ? WIDTH - x - BOX : x,
                y,
                BOX,
                neighbour.link(),
                shortened(neighbour.link().text().value(), LETTERS),
                neighbour.note(),
                centre));
    }

    private int turned(int x) {
        return mirrored ? WIDTH - x : x;
    }

    private String curve(int x1, int y1, int x2, int y2, boolean straightFirst) {
        int from = straightFirst ? x1 + STRAIGHT : x1;
        int to = straightFirst ? x2 : x2 - STRAIGHT;
        int bend = (from + to) / 2;
        return "M" + turned(x1) + " " + y1 + "H" + turned(from) + "C" + turned(bend) + " " + y1 + " " + turned(bend)
                + " " + y2 + " " + turned(to) + " " + y2 + "H" + turned(x2);
    }

    private static String straight(int x1, int y1, int x2, int y2) {
        return "M" + x1 + " " + y1 + "L" + x2 + " " + y2;
    }

    /** A name as far as there is room; the wide characters of Chinese take that of two letters. */
    static String shortened(String name, int letters) {
        int taken = 0;
        for (int at = 0; at < name.length(); at += Character.charCount(name.codePointAt(at))) {
            taken += Character.isIdeographic(name.codePointAt(at)) ? 2 : 1;
            if (taken > letters) {
                return name.substring(0, Math.max(1, at - 1)).strip() + "…";
            }
        }
        return name;
    }
}
