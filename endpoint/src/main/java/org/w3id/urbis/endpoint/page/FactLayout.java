package org.w3id.urbis.endpoint.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.Terms;

/** Lays out the facts of one thing and of the nodes it owns. */
final class FactLayout {
    /** Shown elsewhere on the page: as kinds, as the numbered sources. */
    static final Set<Node> ELSEWHERE = Set.of(Terms.TYPE, Terms.CITATION);

    private final Description description;
    private final Identifiers identifiers;
    private final Wording wording;
    private final LiteralText literals;
    private final OwnedSummary summaries;
    private final Function<List<Quad>, List<SourceView.Mark>> marks;

    /**
     * Prepares a layout.
     *
     * @param marks where the quads of one fact stand; nothing on a page on which all comes from one place
     */
    FactLayout(
            Description description,
            Identifiers identifiers,
            Wording wording,
            Function<List<Quad>, List<SourceView.Mark>> marks) {
        this.description = description;
        this.identifiers = identifiers;
        this.wording = wording;
        this.literals = new LiteralText(wording.words());
        this.summaries = new OwnedSummary(wording, literals);
        this.marks = marks;
    }

    /** Facts by property, in the order of their sections, then by name. */
    Map<Node, FactView> facts(Node subject, Predicate<Quad> which) {
        Map<Node, Map<Node, List<Quad>>> byProperty = new LinkedHashMap<>();
        for (Quad quad : statements(subject)) {
            if (which.test(quad) && !ELSEWHERE.contains(quad.getPredicate())) {
                byProperty
                        .computeIfAbsent(quad.getPredicate(), any -> new LinkedHashMap<>())
                        .computeIfAbsent(quad.getObject(), any -> new ArrayList<>())
                        .add(quad);
            }
        }
        Map<Node, FactView> facts = new LinkedHashMap<>();
        byProperty.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Node, ?> entry) -> Section.of(entry.getKey()))
                        .thenComparing(entry -> Section.place(entry.getKey()))
                        .thenComparing(entry -> wording.name(entry.getKey()).value()))
                .forEach(entry -> facts.put(entry.getKey(), fact(entry.getKey(), entry.getValue())));
        return facts;
    }

    /** Classes, those that a source states before those that follow from them. */
    List<Link> kinds(Node thing, Predicate<Quad> which) {
        return statements(thing).stream()
                .filter(which)
                .sorted(Comparator.comparing((Quad quad) -> quad.getGraph().equals(Terms.INFERRED)))
                .filter(quad -> quad.getPredicate().equals(Terms.TYPE)
                        && quad.getObject().isURI())
                .map(Quad::getObject)
                .distinct()
                .map(wording::link)
                .toList();
    }

    private List<Quad> statements(Node subject) {
        return description.facts().getOrDefault(subject, description.relations().getOrDefault(subject, List.of()));
    }

    private FactView fact(Node property, Map<Node, List<Quad>> quadsByValue) {
        int best = quadsByValue.keySet().stream()
                .filter(Node::isLiteral)
                .mapToInt(value -> wording.languages().rank(value.getLiteralLanguage()))
                .min()
                .orElse(0);
        List<FactView.ValueView> shown = new ArrayList<>();
        List<FactView.ValueView> others = new ArrayList<>();
        quadsByValue.entrySet().stream()
                .sorted(Comparator.comparing(
                        entry -> wording.name(entry.getKey()).value()))
                .forEach(entry -> {
                    Node value = entry.getKey();
                    boolean otherLanguage = value.isLiteral()
                            && !value.getLiteralLanguage().isEmpty()
                            && wording.languages().rank(value.getLiteralLanguage()) > best;
                    (otherLanguage ? others : shown).add(value(property, value, entry.getValue()));
                });
        return new FactView(wording.link(property), shown, others, List.of());
    }

    private FactView.ValueView value(Node property, Node value, List<Quad> quads) {
        List<SourceView.Mark> found = marks.apply(quads);
        if (value.isLiteral()) {
            return new FactView.ValueView(
                    literals.of(property, value),
                    "",
                    WebAddress.of(property, value),
                    LiteralText.datatype(value),
                    found,
                    List.of(),
                    false);
        }
        if (!value.isURI()) {
            return new FactView.ValueView(Text.plain(value.toString()), "", "", "", found, List.of(), false);
        }
        // Only a node owned by the subject is laid out in place; the path back to the owner would never end.
        boolean owned =
                identifiers.isGenerated(value.getURI()) && !statements(value).isEmpty();
        if (owned && !objects(value, Terms.FIRST).isEmpty()) {
            return list(value, found);
        }
        return new FactView.ValueView(
                owned ? summary(value) : wording.name(value),
                identifiers.href(value.getURI()),
                WebAddress.outside(value, identifiers),
                "",
                found,
                owned ? withoutSame(List.copyOf(facts(value, this::isOwn).values()), found) : List.of(),
                owned && summaries.isAmount(statements(value)));
    }

    private boolean isOwn(Quad quad) {
        return !identifiers.isTranslation(quad);
    }

    private Text summary(Node owned) {
        Optional<Text> summary = summaries.of(statements(owned));
        if (wording.isNamed(owned)) {
            Text name = wording.name(owned);
            return summary.map(words -> new Text(name.value() + ": " + words.value(), name.lang()))
                    .orElse(name);
        }
        return summary.orElseGet(() ->
                kinds(owned, this::isOwn).stream().findFirst().map(Link::text).orElse(wording.name(owned)));
    }

    /** Facts of an owned node, without marks where they would only repeat those of the node itself. */
    private static List<FactView> withoutSame(List<FactView> facts, List<SourceView.Mark> marks) {
        return facts.stream()
                .map(fact -> new FactView(
                        fact.property(),
                        withoutSameMarks(fact.values(), marks),
                        withoutSameMarks(fact.others(), marks),
                        fact.notes()))
                .toList();
    }

    private static List<FactView.ValueView> withoutSameMarks(
            List<FactView.ValueView> values, List<SourceView.Mark> marks) {
        return values.stream()
                .map(value -> value.marks().equals(marks)
                        ? new FactView.ValueView(
                                value.text(),
                                value.href(),
                                value.outside(),
                                value.datatype(),
                                List.of(),
                                value.owned(),
                                value.folded())
                        : value)
                .toList();
    }

    /** An RDF list as its members in order. */
    private FactView.ValueView list(Node list, List<SourceView.Mark> found) {
        List<FactView.ValueView> members = new ArrayList<>();
        Set<Node> seen = new HashSet<>();
        Node cell = list;
        while (seen.add(cell) && !statements(cell).isEmpty()) {
            objects(cell, Terms.FIRST).forEach(member -> members.add(value(Terms.FIRST, member, List.of())));
            cell = objects(cell, Terms.REST).stream().findFirst().orElse(cell);
        }
        FactView inOrder = new FactView(wording.link(Terms.FIRST), members, List.of(), List.of());
        Words words = wording.words();
        return new FactView.ValueView(
                new Text(words.get("list.of", words.number(members.size())), words.lang()),
                identifiers.href(list.getURI()),
                "",
                "",
                found,
                List.of(inOrder),
                false);
    }

    private List<Node> objects(Node subject, Node property) {
        return statements(subject).stream()
                .filter(quad -> quad.getPredicate().equals(property))
                .map(Quad::getObject)
                .distinct()
                .toList();
    }
}
