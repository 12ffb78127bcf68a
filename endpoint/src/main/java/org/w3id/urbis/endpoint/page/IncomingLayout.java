package org.w3id.urbis.endpoint.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.Incoming;
import org.w3id.urbis.endpoint.description.Terms;
import org.w3id.urbis.ontology.Urbis;

/** Lays out who refers to a thing. */
final class IncomingLayout {
    /** What a relation relates, other than by its role and dates. */
    private static final List<Node> ENDS =
            terms("member", "holder", "participant", "inOrganization", "inActivity", "post");
    /** What is told of a relation or a commitment in its row. */
    private static final List<Node> DETAILS = terms("role", "status", "deadline", "startDate", "endDate", "asOf");

    private static final Node IS_MEMBER_OF = NodeFactory.createURI(Urbis.NS + "isMemberOf");
    private static final Node IN_ORGANIZATION = NodeFactory.createURI(Urbis.NS + "inOrganization");
    /** In this order, before the others. */
    private static final List<Node> FIRST = terms(
            "committedBy",
            "inOrganization",
            "isMemberOf",
            "member",
            "participant",
            "inActivity",
            "holder",
            "post",
            "isBodyOf",
            "groupOf",
            "postIn",
            "organizedBy",
            "contributesTo",
            "governs",
            "isPartOf",
            "isWithin");

    private final Description description;
    private final Wording wording;
    private final LiteralText literals;
    private final String path;
    private final Function<List<Quad>, List<SourceView.Mark>> marks;

    /**
     * Prepares a layout.
     *
     * @param path where the thing is described on this origin, without suffix
     */
    IncomingLayout(
            Description description, Wording wording, String path, Function<List<Quad>, List<SourceView.Mark>> marks) {
        this.description = description;
        this.wording = wording;
        this.literals = new LiteralText(wording.words());
        this.path = path;
        this.marks = marks;
    }

    private static List<Node> terms(String... names) {
        return Stream.of(names)
                .map(name -> NodeFactory.createURI(Urbis.NS + name))
                .toList();
    }

    /**
     * All groups, those first that tell most.
     *
     * @param elsewhere which are told elsewhere on the page
     */
    List<IncomingView> views(Predicate<Incoming> elsewhere) {
        return description.incoming().stream()
                .sorted(Comparator.comparingInt((Incoming by) -> place(by.property()))
                        .thenComparing(by -> by.property().getURI()))
                // Notes stand on the page already, beside what they doubt.
                .filter(by -> !by.property().equals(Terms.ABOUT) || by.isCut())
                .filter(by -> !isToldByMemberships(by))
                .filter(by -> !elsewhere.test(by))
                .map(this::view)
                .toList();
    }

    /** Who is a member follows from the memberships, which are shown with all they say. */
    private boolean isToldByMemberships(Incoming by) {
        return by.property().equals(IS_MEMBER_OF)
                && by.shown().stream().allMatch(quad -> quad.getGraph().equals(Terms.INFERRED))
                && description.incoming().stream()
                        .anyMatch(other -> other.property().equals(IN_ORGANIZATION));
    }

    private static int place(Node property) {
        int place = FIRST.indexOf(property);
        return place < 0 ? FIRST.size() : place;
    }

    private IncomingView view(Incoming by) {
        List<IncomingView.Row> rows = by.shown().stream()
                .map(Quad::getSubject)
                .map(description::owner)
                .filter(Node::isURI)
                .distinct()
                .map(this::row)
                .sorted(Comparator.comparing(
                        row -> row.links().getFirst().text().value()))
                .toList();
        Words words = wording.words();
        String count = by.isCountedInPart()
                ? words.get("count.moreThan", words.number(DescriptionReader.MOST_COUNTED - 1))
                : words.number(by.count());
        String name = Identifiers.localName(by.property().getURI());
        String key = "incoming." + name;
        String join = path.contains("?") ? "&" : "?";
        return new IncomingView(
                "by-" + name,
                words.has(key) ? words.text(key) : wording.name(by.property()),
                wording.link(by.property()),
                count,
                rows,
                by.isCut() ? words.get("incoming.cut", words.number(rows.size()), count) : "",
                by.isCut() ? path + join + "by=" + wording.encoded(by.property()) : "");
    }

    private IncomingView.Row row(Node subject) {
        List<Quad> facts = description.relations().getOrDefault(subject, List.of());
        Set<Node> kinds = Set.copyOf(objects(facts, Terms.TYPE));
        List<Link> links = new ArrayList<>();
        if (Terms.RELATIONS.stream().anyMatch(kinds::contains)) {
            for (Node end : ENDS) {
                objects(facts, end).stream()
                        .filter(node -> node.isURI() && !node.equals(description.thing()))
                        .forEach(node -> links.add(wording.link(node)));
            }
        }
        if (links.isEmpty()) {
            links.add(wording.link(subject));
        } else {
            links.sort(Comparator.comparing(link -> link.text().value()));
        }
        List<Text> details = new ArrayList<>();
        for (Node property : DETAILS) {
            objects(facts, property).forEach(value -> details.add(detail(property, value)));
        }
        List<Quad> shown = facts.stream()
                .filter(quad -> !FactLayout.ELSEWHERE.contains(quad.getPredicate()))
                .toList();
        return new IncomingView.Row(links, details, marks.apply(shown));
    }

    private Text detail(Node property, Node value) {
        Text text = value.isLiteral() ? literals.of(property, value) : wording.name(value);
        String key = "detail." + Identifiers.localName(property.getURI());
        Words words = wording.words();
        return words.has(key) ? new Text(words.get(key, text.value()), words.lang()) : text;
    }

    private static List<Node> objects(List<Quad> facts, Node property) {
        return facts.stream()
                .filter(quad -> quad.getPredicate().equals(property))
                .map(Quad::getObject)
                .distinct()
                .toList();
    }
}
