package org.w3id.urbis.endpoint.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.OntologyView;
import org.w3id.urbis.endpoint.vocabulary.OntologyTerms.Property;
import org.w3id.urbis.endpoint.vocabulary.OntologyTerms.Subject;
import org.w3id.urbis.endpoint.vocabulary.OntologyTerms.Type;

/**
 * Places the classes of the ontology by subject in columns, each with its main properties, and draws a line from each
 * property to the class that it leads to; mirrored for those who read from right to left.
 */
final class OntologyLayout {
    private static final int COLUMNS = 4;
    private static final int COLUMN = 300;
    private static final int BETWEEN = 90;
    private static final int MARGIN = 16;
    private static final int WIDTH = COLUMNS * COLUMN + (COLUMNS - 1) * BETWEEN + BETWEEN / 2 + MARGIN;
    private static final int HEADING = 34;
    private static final int NAME = 28;
    private static final int ROW = 19;
    private static final int GAP = 10;
    private static final int INDENT = 16;
    private static final int PADDING = 10;
    /** A letter is about so wide. */
    private static final int LETTER = 7;

    private final boolean mirrored;
    private final String arrow;
    private final List<OntologyView.Frame> frames = new ArrayList<>();
    private final List<OntologyView.Box> boxes = new ArrayList<>();
    private final Map<Node, OntologyView.Box> boxOf = new HashMap<>();

    private OntologyLayout(boolean mirrored) {
        this.mirrored = mirrored;
        this.arrow = mirrored ? " ← " : " → ";
    }

    /** Draws. */
    static OntologyView of(String title, List<Subject> subjects, boolean mirrored) {
        return new OntologyLayout(mirrored).draw(title, subjects);
    }

    private OntologyView draw(String title, List<Subject> subjects) {
        int[] ends = new int[COLUMNS];
        for (Subject subject : subjects) {
            int column = shortest(ends);
            int top = ends[column] + (ends[column] == 0 ? MARGIN : GAP * 2);
            ends[column] = top + frame(subject, MARGIN + column * (COLUMN + BETWEEN), top);
        }
        int height = 0;
        for (int end : ends) {
            height = Math.max(height, end + MARGIN);
        }
        return new OntologyView(
                title, mirrored, WIDTH, height, List.copyOf(frames), List.copyOf(boxes), lines(subjects));
    }

    private static int shortest(int[] ends) {
        int shortest = 0;
        for (int column = 1; column < ends.length; column++) {
            shortest = ends[column] < ends[shortest] ? column : shortest;
        }
        return shortest;
    }

    private int frame(Subject subject, int x, int top) {
        int y = top + HEADING;
        for (Type type : subject.types()) {
            y += box(subject, type, x, y) + GAP;
        }
        int height = y - top;
        frames.add(new OntologyView.Frame(
                left(x, COLUMN),
                top,
                COLUMN,
                height,
                turned(x + PADDING),
                DiagramLayout.shortened(subject.name(), (COLUMN - 2 * PADDING) / LETTER),
                subject.anchor()));
        return height;
    }

    private int box(Subject subject, Type type, int frameX, int y) {
        int x = frameX + PADDING + type.depth() * INDENT;
        int width = COLUMN - 2 * PADDING - type.depth() * INDENT;
        int height = NAME + type.properties().size() * ROW + (type.properties().isEmpty() ? 0 : GAP / 2);
        List<OntologyView.Row> rows = new ArrayList<>();
        for (Property property : type.properties()) {
            rows.add(new OntologyView.Row(
                    y + NAME + rows.size() * ROW + ROW - 6,
                    property.link(),
                    property.target().map(Property.Target::link).stream().toList(),
                    DiagramLayout.shortened(words(property), (width - 2 * PADDING) / LETTER)));
        }
        int room = (width - 3 * PADDING) / LETTER - type.number().length();
        OntologyView.Box box = new OntologyView.Box(
                left(x, width),
                y,
                width,
                height,
                turned(x + PADDING),
                turned(x + width - PADDING),
                type.link(),
                DiagramLayout.shortened(type.link().text().value(), room - 2),
                type.number(),
                subject.name(),
                type.definition().stream().toList(),
                type.broader().stream().toList(),
                List.copyOf(rows));
        boxes.add(box);
        boxOf.put(type.term(), box);
        return height;
    }

    private String words(Property property) {
        String name = property.link().text().value();
        return property.target()
                .map(Property.Target::link)
                .map(Link::text)
                .map(target -> name + arrow + target.value())
                .orElse(name);
    }

    private List<String> lines(List<Subject> subjects) {
        List<String> lines = new ArrayList<>();
        for (Subject subject : subjects) {
            for (Type type : subject.types()) {
                OntologyView.Box from = boxOf.get(type.term());
                for (int i = 0; i < from.rows().size(); i++) {
                    int y = from.rows().get(i).y() - 4;
                    type.properties()
                            .get(i)
                            .target()
                            .map(Property.Target::term)
                            .map(boxOf::get)
                            .filter(to -> to != from)
                            .ifPresent(to -> lines.add(line(from, y, to)));
                }
            }
        }
        return lines;
    }

    /** From the edge of a box that is nearer to the other, to the name of that one. */
    private static String line(OntologyView.Box from, int y, OntologyView.Box to) {
        int met = to.y() + NAME / 2;
        boolean over = from.x() + from.width() < to.x();
        boolean back = to.x() + to.width() < from.x();
        int x1 = back ? from.x() : from.x() + from.width();
        int x2 = over ? to.x() : to.x() + to.width();
        int bend = over || back ? (x2 - x1) / 2 : BETWEEN / 2;
        int end = over || back ? x2 - bend : x2 + bend;
        return "M" + x1 + " " + y + "C" + (x1 + bend) + " " + y + " " + end + " " + met + " " + x2 + " " + met;
    }

    private int left(int x, int width) {
        return mirrored ? WIDTH - x - width : x;
    }

    private int turned(int x) {
        return mirrored ? WIDTH - x : x;
    }
}
