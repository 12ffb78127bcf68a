package org.w3id.urbis.endpoint.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.SourcePlace;
import org.w3id.urbis.endpoint.portrait.ElementTree;
import org.w3id.urbis.endpoint.portrait.MainKind;
import org.w3id.urbis.endpoint.portrait.Portrait;
import org.w3id.urbis.ontology.Urbis;

/** Lays out what the page of a thing shows by its kind. */
final class PortraitLayout {
    /** What is to be seen at once of things of a kind. */
    private static final Map<MainKind, List<Node>> GLANCE = Map.of(
            MainKind.NETWORK,
            terms("abbreviation", "founded", "seat", "legalForm", "memberCount", "geographicScope", "website"),
            MainKind.AGENCY,
            terms("abbreviation", "founded", "seat", "website"),
            MainKind.ORGANIZATION,
            terms("abbreviation", "founded", "seat", "legalForm", "website"),
            MainKind.CITY,
            terms("country", "isWithin", "population"),
            MainKind.COMMITMENT,
            terms("committedBy", "onBehalfOf", "quantity", "deadline", "status", "commitmentKind"),
            MainKind.FRAMEWORK,
            terms("adopted", "adoptedBy", "adoptedIn", "entryIntoForce", "periodStart", "periodEnd", "documentSymbol"));

    private static final Set<Node> MEMBERS = Set.copyOf(terms("inOrganization", "isMemberOf"));
    /** What is told of what ties two. */
    private static final List<Node> DETAILS = terms("role", "status", "startDate", "endDate", "asOf");

    private final Portrait portrait;
    private final Description description;
    private final Wording wording;
    private final Words words;
    private final LiteralText literals;
    private final Function<List<Quad>, List<SourceView.Mark>> marks;

    PortraitLayout(Portrait portrait, Wording wording, Function<List<Quad>, List<SourceView.Mark>> marks) {
        this.portrait = portrait;
        this.description = portrait.description();
        this.wording = wording;
        this.words = wording.words();
        this.literals = new LiteralText(words);
        this.marks = marks;
    }

    private static List<Node> terms(String... names) {
        return Stream.of(names)
                .map(name -> NodeFactory.createURI(Urbis.NS + name))
                .toList();
    }

    /**
     * Lays it out.
     *
     * @param facts    all facts of the thing; those to be seen at once are taken out
     * @param incoming who refers to the thing; members are taken out where they are told here
     */
    PortraitView view(Map<Node, FactView> facts, List<IncomingView> incoming) {
        Node thing = description.thing();
        boolean joined = portrait.kind() == MainKind.NETWORK;
        List<IncomingView> members =
                joined ? incoming.stream().filter(this::isMembers).toList() : List.of();
        incoming.removeAll(members);
        String parameter = "?thing=" + URLEncoder.encode(thing.getURI(), StandardCharsets.UTF_8);
        return new PortraitView(
                glance(facts),
                members,
                new TimelineLayout(wording, description, marks).of(portrait.commitments()),
                ties(),
                frameworks(),
                portrait.tree().map(this::tree),
                sections(),
                joined ? "/compare" + parameter : "",
                "/graph-view" + parameter);
    }

    private boolean isMembers(IncomingView by) {
        return MEMBERS.stream().anyMatch(property -> by.property().equals(wording.link(property)));
    }

    private List<FactView> glance(Map<Node, FactView> facts) {
        List<FactView> glance = new ArrayList<>();
        for (Node property : GLANCE.getOrDefault(portrait.kind(), List.of())) {
            FactView fact = facts.get(property);
            // What is doubtful needs the room that notes take.
            if (fact != null && fact.notes().isEmpty()) {
                glance.add(facts.remove(property));
            }
        }
        return glance;
    }

    private List<IncomingView> ties() {
        Map<Node, List<Portrait.Tie>> byWay = new LinkedHashMap<>();
        portrait.ties().forEach(tie -> byWay.computeIfAbsent(tie.way(), any -> new ArrayList<>())
                .add(tie));
        return byWay.entrySet().stream()
                .map(entry -> group(
                        entry.getKey(),
                        "portrait.way.",
                        entry.getValue().stream().map(this::row).distinct().toList()))
                .toList();
    }

    private IncomingView group(Node property, String prefix, List<IncomingView.Row> rows) {
        String name = Identifiers.localName(property.getURI());
        String key = prefix + name;
        return new IncomingView(
                "with-" + name,
                words.has(key) ? words.text(key) : wording.name(property),
                wording.link(property),
                words.number(rows.size()),
                rows.stream()
                        .sorted(Comparator.comparing(
                                row -> row.links().getFirst().text().value()))
                        .toList(),
                "",
                "");
    }

    private IncomingView.Row row(Portrait.Tie tie) {
        List<Quad> said = tie.through()
                .map(through -> description.facts().getOrDefault(through, List.of()))
                .orElse(List.of());
        List<Link> links = new ArrayList<>(List.of(wording.link(tie.other())));
        tie.through().filter(wording::isNamed).map(wording::link).ifPresent(links::add);
        List<Text> details = new ArrayList<>();
        for (Node property : DETAILS) {
            objects(said, property).forEach(value -> details.add(detail(property, value)));
        }
        return new IncomingView.Row(links, details, marks.apply(tie.quads()));
    }

    private Text detail(Node property, Node value) {
        Text text = value.isLiteral() ? literals.of(property, value) : wording.name(value);
        String key = "detail." + Identifiers.localName(property.getURI());
        return words.has(key) ? new Text(words.get(key, text.value()), words.lang()) : text;
    }

    private static Stream<Node> objects(List<Quad> quads, Node property) {
        return quads.stream()
                .filter(quad -> quad.getPredicate().equals(property))
                .map(Quad::getObject)
                .distinct();
    }

    private List<IncomingView> frameworks() {
        Map<Node, List<Portrait.Contribution>> byFramework = new LinkedHashMap<>();
        portrait.contributions().forEach(one -> byFramework
                .computeIfAbsent(one.framework(), any -> new ArrayList<>())
                .add(one));
        return byFramework.entrySet().stream()
                .map(entry -> framework(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(by -> by.heading().value()))
                .toList();
    }

    private IncomingView framework(Node framework, List<Portrait.Contribution> contributions) {
        List<IncomingView.Row> rows = contributions.stream()
                .map(one -> new IncomingView.Row(
                        Stream.of(one.element(), one.by())
                                .filter(node -> !node.equals(description.thing()))
                                // The heading names the framework already, where somebody else contributes to it.
                                .filter(node ->
                                        !node.equals(framework) || one.by().equals(description.thing()))
                                .map(wording::link)
                                .toList(),
                        List.of(),
                        marks.apply(one.quads())))
                .distinct()
                .toList();
        return new IncomingView(
                "framework-" + Identifiers.localName(framework.getURI()),
                wording.name(framework),
                wording.link(framework),
                words.number(rows.size()),
                rows,
                "",
                "");
    }

    private TreeView tree(ElementTree tree) {
        boolean small = tree.branches().size() <= 12;
        return new TreeView(
                tree.above().stream().map(wording::link).toList(),
                contributors(tree.own()),
                tree.branches().stream().map(branch -> branch(branch, small)).toList());
    }

    private TreeView.Branch branch(ElementTree.Branch branch, boolean small) {
        int count = branch.contributors();
        return new TreeView.Branch(
                wording.link(branch.element()),
                branch.code(),
                count > 0 ? words.number(count) : "",
                contributors(branch.own()),
                branch.branches().stream().map(below -> branch(below, false)).toList(),
                count > 0 || small);
    }

    private List<TreeView.Contributor> contributors(List<ElementTree.Contributor> contributors) {
        return contributors.stream()
                .map(one -> new TreeView.Contributor(
                        wording.link(one.by()),
                        one.whose().stream().map(wording::link).toList(),
                        marks.apply(one.quads())))
                .sorted(Comparator.comparing(one -> one.by().text().value()))
                .toList();
    }

    /** The sections of a document, each leading to its lines beside the facts. */
    List<PortraitView.DrawnFrom> sections() {
        String address = "/sections?thing=" + wording.encoded(description.thing()) + "&section=";
        List<PortraitView.DrawnFrom> sections = new ArrayList<>();
        for (Portrait.DocumentSection section : portrait.sections()) {
            SourcePlace place = description.places().get(section.graph());
            Optional<String> heading = place == null ? Optional.empty() : place.heading();
            sections.add(new PortraitView.DrawnFrom(
                    new Link(
                            address + (sections.size() + 1),
                            Text.plain(heading.orElseGet(
                                    () -> Identifiers.localName(section.graph().getURI())))),
                    place == null
                            ? ""
                            : place.lines()
                                    .map(lines -> lines.replace('-', '–'))
                                    .orElse(""),
                    words.number(section.quads())));
        }
        return sections;
    }
}
