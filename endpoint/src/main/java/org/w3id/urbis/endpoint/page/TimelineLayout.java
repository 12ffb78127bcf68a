package org.w3id.urbis.endpoint.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.Terms;
import org.w3id.urbis.ontology.Urbis;

/** Puts commitments along a line of years. */
final class TimelineLayout {
    private static final int WIDTH = 1000;
    private static final int MARGIN = 24;
    private static final int LANE = 30;
    private static final int TOP = 40;
    private static final int LONGEST = 46;
    /** How wide a letter is, in the middle. */
    private static final double LETTER = 7.4;

    private static final Node DEADLINE = term("deadline");
    private static final Node QUANTITY = term("quantity");
    private static final List<Node> DETAILS =
            Stream.of("commitmentKind", "status").map(TimelineLayout::term).toList();

    private final Wording wording;
    private final Description description;
    private final LiteralText literals;
    private final OwnedSummary summaries;
    private final Function<List<Quad>, List<SourceView.Mark>> marks;

    TimelineLayout(Wording wording, Description description, Function<List<Quad>, List<SourceView.Mark>> marks) {
        this.wording = wording;
        this.description = description;
        this.literals = new LiteralText(wording.words());
        this.summaries = new OwnedSummary(wording, literals);
        this.marks = marks;
    }

    private static Node term(String name) {
        return NodeFactory.createURI(Urbis.NS + name);
    }

    /** A commitment and the last day until when it is to be kept, if it names one. */
    private record Due(Node commitment, Optional<LocalDate> day) {}

    /** Lays commitments out; empty if there are none. */
    Optional<TimelineView> of(List<Node> commitments) {
        List<Due> all = commitments.stream()
                .map(commitment -> new Due(commitment, day(commitment)))
                .sorted(Comparator.comparing((Due due) -> due.day().orElse(LocalDate.MAX))
                        .thenComparing(due -> wording.name(due.commitment()).value()))
                .toList();
        List<Due> dated = all.stream().filter(due -> due.day().isPresent()).toList();
        List<TimelineView.Item> undated = all.stream()
                .filter(due -> due.day().isEmpty())
                .map(due -> item(due.commitment(), 0, 0, false))
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        if (dated.isEmpty()) {
            return Optional.of(new TimelineView(WIDTH, 0, List.of(), List.of(), undated));
        }
        int first = dated.getFirst().day().orElseThrow().getYear();
        int last = Math.max(dated.getLast().day().orElseThrow().getYear() + 1, first + 2);
        List<Double> ends = new ArrayList<>();
        List<TimelineView.Item> items =
                dated.stream().map(due -> placed(due, first, last, ends)).toList();
        return Optional.of(
                new TimelineView(WIDTH, TOP + ends.size() * LANE + LANE / 2, ticks(first, last), items, undated));
    }

    private TimelineView.Item placed(Due due, int first, int last, List<Double> ends) {
        LocalDate day = due.day().orElseThrow();
        double x = x(day.getYear() + (double) day.getDayOfYear() / day.lengthOfYear(), first, last);
        double width = drawn(wording.name(due.commitment()).value()).length() * LETTER + 20;
        boolean turned = x + width > WIDTH;
        double left = turned ? x - width : x - 8;
        int lane = 0;
        while (lane < ends.size() && ends.get(lane) > left) {
            lane++;
        }
        double end = turned ? x + 14 : x + width + 10;
        if (lane == ends.size()) {
            ends.add(end);
        } else {
            ends.set(lane, end);
        }
        return item(due.commitment(), (int) x, TOP + lane * LANE + LANE / 2, turned);
    }

    private static double x(double years, int first, int last) {
        return MARGIN + (years - first) / (last - first) * (WIDTH - 2 * MARGIN);
    }

    private static List<TimelineView.Tick> ticks(int first, int last) {
        int step = Math.max(1, (int) Math.ceil((last - first) / 12.0));
        List<TimelineView.Tick> ticks = new ArrayList<>();
        for (int year = first; year <= last; year += step) {
            ticks.add(new TimelineView.Tick((int) x(year, first, last), Integer.toString(year)));
        }
        return ticks;
    }

    private TimelineView.Item item(Node commitment, int x, int y, boolean turned) {
        List<Quad> said = description.facts().getOrDefault(commitment, List.of());
        List<Text> details = new ArrayList<>();
        objects(said, QUANTITY)
                .map(quantity -> summaries.of(description.facts().getOrDefault(quantity, List.of())))
                .flatMap(Optional::stream)
                .forEach(details::add);
        DETAILS.forEach(property -> objects(said, property).map(wording::name).forEach(details::add));
        Link name = wording.link(commitment);
        return new TimelineView.Item(
                x,
                y,
                turned,
                name,
                drawn(name.text().value()),
                objects(said, DEADLINE)
                        .map(value -> literals.of(DEADLINE, value).value())
                        .findFirst()
                        .orElse(""),
                objects(said, Terms.COMMITTED_BY)
                        .filter(maker -> !maker.equals(description.thing()))
                        .map(wording::link)
                        .toList(),
                details,
                marks.apply(said.stream()
                        .filter(quad -> quad.getPredicate().equals(DEADLINE)
                                || quad.getPredicate().equals(Terms.NAMES.getFirst()))
                        .toList()));
    }

    private static String drawn(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1).strip() + "…";
    }

    private static Stream<Node> objects(List<Quad> quads, Node property) {
        return quads.stream()
                .filter(quad -> quad.getPredicate().equals(property))
                .map(Quad::getObject)
                .distinct();
    }

    private Optional<LocalDate> day(Node commitment) {
        return objects(description.facts().getOrDefault(commitment, List.of()), DEADLINE)
                .filter(Node::isLiteral)
                .map(literal -> lastDay(literal.getLiteralLexicalForm()))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    /** The last day of a year, a month or a day as XML Schema writes them; empty for anything else. */
    static Optional<LocalDate> lastDay(String text) {
        try {
            return switch (text.length()) {
                case 4 -> Optional.of(Year.parse(text).atDay(1).withMonth(12).withDayOfMonth(31));
                case 7 -> Optional.of(YearMonth.parse(text).atEndOfMonth());
                case 10 -> Optional.of(LocalDate.parse(text));
                default -> Optional.empty();
            };
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
