package org.w3id.urbis.endpoint.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.Incoming;
import org.w3id.urbis.endpoint.description.Terms;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;

/** Lays a description out for a reader. */
public final class ThingPage {
    /** Shown elsewhere on the page: as kinds, as the numbered sources, as warnings. */
    private static final Set<Node> ELSEWHERE = Set.of(Terms.TYPE, Terms.CITATION);
    /** Read first, in this order; the others follow by name. */
    private static final List<Node> FIRST = List.of(Terms.DESCRIPTION, Terms.DEFINITION, Terms.COMMENT);
    /** Datatypes that the words themselves tell. */
    private static final Set<String> PLAIN = Set.of(
            XSDDatatype.XSDstring.getURI(),
            RDF.langString.getURI(),
            XSDDatatype.XSDinteger.getURI(),
            XSDDatatype.XSDdecimal.getURI(),
            XSDDatatype.XSDboolean.getURI(),
            XSDDatatype.XSDdate.getURI(),
            XSDDatatype.XSDgYear.getURI(),
            XSDDatatype.XSDgYearMonth.getURI());

    private final Description description;
    private final Identifiers identifiers;
    private final Wording wording;
    private final SourceList sources;
    private boolean marked = true;

    private ThingPage(Description description, Identifiers identifiers, Languages languages) {
        this.description = description;
        this.identifiers = identifiers;
        this.wording = new Wording(description.names(), identifiers, languages);
        this.sources = new SourceList(description, wording);
    }

    /**
     * Lays a description out.
     *
     * @param path     path of the page on this origin without suffix, to which suffixes for data are added; for a thing
     *                 of others, the path with its {@code iri} parameter
     * @param contents what a graph speaks of
     */
    public static ThingView of(
            Description description,
            Identifiers identifiers,
            Languages languages,
            String path,
            ThingView.ContentsView contents) {
        return new ThingPage(description, identifiers, languages).view(path, contents);
    }

    /** Lays out only the facts, without marks of sources: for a page on which all comes from one place. */
    public static List<FactView> facts(
            Description description, Identifiers identifiers, Languages languages, Set<Node> without) {
        ThingPage page = new ThingPage(description, identifiers, languages);
        page.marked = false;
        return page.facts(description.thing()).stream()
                .filter(fact -> without.stream()
                        .noneMatch(node -> fact.property().href().equals(identifiers.href(node.getURI()))))
                .toList();
    }

    private ThingView view(String path, ThingView.ContentsView contents) {
        Node thing = description.thing();
        List<FactView> facts = facts(thing);
        List<NoteView> notes = notes(null);
        List<FactView> otherFacts = facts(thing, identifiers::isTranslation);
        ThingView.Others others = new ThingView.Others(kinds(thing, identifiers::isTranslation), otherFacts);
        return new ThingView(
                wording.name(thing),
                thing.getURI(),
                outside(thing),
                kinds(thing, quad -> !identifiers.isTranslation(quad)),
                notes,
                facts,
                description.incoming().stream().map(this::incoming).toList(),
                others,
                sources.list(),
                forms(path),
                contents);
    }

    private List<Link> forms(String path) {
        return Representation.GRAPHS.stream()
                .map(form -> new Link(
                        path.startsWith("/resource?") ? path + "&format=" + form.suffix() : path + "." + form.suffix(),
                        Text.plain(
                                switch (form) {
                                    case TURTLE -> "Turtle";
                                    case JSON_LD -> "JSON-LD";
                                    case N_TRIPLES -> "N-Triples";
                                    default -> "RDF/XML";
                                })))
                .toList();
    }

    /** Classes, those that a source states before those that follow from them. */
    private List<Link> kinds(Node thing, Predicate<Quad> which) {
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
        return description.facts().getOrDefault(subject, List.of());
    }

    private List<FactView> facts(Node subject) {
        return facts(subject, quad -> !identifiers.isTranslation(quad));
    }

    private List<FactView> facts(Node subject, Predicate<Quad> which) {
        Map<Node, Map<Node, List<Quad>>> byProperty = new LinkedHashMap<>();
        for (Quad quad : statements(subject)) {
            if (which.test(quad) && !ELSEWHERE.contains(quad.getPredicate())) {
                byProperty
                        .computeIfAbsent(quad.getPredicate(), any -> new LinkedHashMap<>())
                        .computeIfAbsent(quad.getObject(), any -> new ArrayList<>())
                        .add(quad);
            }
        }
        return byProperty.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Node, ?> entry) -> place(entry.getKey()))
                        .thenComparing(entry -> wording.name(entry.getKey()).value()))
                .map(entry -> fact(subject, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static int place(Node property) {
        int named = Terms.NAMES.indexOf(property);
        if (named >= 0) {
            return named;
        }
        int first = FIRST.indexOf(property);
        return Terms.NAMES.size() + (first >= 0 ? first : FIRST.size());
    }

    private FactView fact(Node subject, Node property, Map<Node, List<Quad>> quadsByValue) {
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
                    (otherLanguage ? others : shown).add(value(value, entry.getValue()));
                });
        List<NoteView> notes = subject.equals(description.thing()) ? notes(property) : List.of();
        return new FactView(wording.link(property), shown, others, notes);
    }

    private FactView.ValueView value(Node value, List<Quad> quads) {
        List<SourceView.Mark> marks = marked ? sources.marks(quads) : List.of();
        if (value.isLiteral()) {
            String datatype = value.getLiteralDatatypeURI();
            String named = PLAIN.contains(datatype) ? "" : Identifiers.localName(datatype);
            return new FactView.ValueView(Wording.text(value), "", "", named, marks, List.of());
        }
        if (!value.isURI()) {
            return new FactView.ValueView(Text.plain(value.toString()), "", "", "", marks, List.of());
        }
        // Only a node owned by the subject is laid out in place; the path back to the owner would never end.
        boolean owned =
                identifiers.isGenerated(value.getURI()) && description.facts().containsKey(value);
        if (owned && !objects(value, Terms.FIRST).isEmpty()) {
            return list(value, marks);
        }
        Text text = owned && !wording.isNamed(value)
                ? kinds(value, quad -> !identifiers.isTranslation(quad)).stream()
                        .findFirst()
                        .map(Link::text)
                        .orElse(wording.name(value))
                : wording.name(value);
        return new FactView.ValueView(
                text,
                identifiers.href(value.getURI()),
                outside(value),
                "",
                marks,
                owned ? withoutSame(facts(value), marks) : List.of());
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
                                value.text(), value.href(), value.outside(), value.datatype(), List.of(), value.owned())
                        : value)
                .toList();
    }

    /** An RDF list as its members in order. */
    private FactView.ValueView list(Node list, List<SourceView.Mark> marks) {
        List<FactView.ValueView> members = new ArrayList<>();
        Set<Node> seen = new HashSet<>();
        Node cell = list;
        while (seen.add(cell) && description.facts().containsKey(cell)) {
            objects(cell, Terms.FIRST).forEach(member -> members.add(value(member, List.of())));
            cell = objects(cell, Terms.REST).stream().findFirst().orElse(cell);
        }
        FactView inOrder = new FactView(wording.link(Terms.FIRST), members, List.of(), List.of());
        return new FactView.ValueView(
                Text.plain("list of " + members.size()),
                identifiers.href(list.getURI()),
                "",
                "",
                marks,
                List.of(inOrder));
    }

    private List<Node> objects(Node subject, Node property) {
        return values(statements(subject), property);
    }

    /** Web addresses of others may be followed; ours are described here. */
    private String outside(Node iri) {
        String text = iri.getURI();
        boolean web = text.startsWith("http://") || text.startsWith("https://");
        return web && !identifiers.isOurs(text) ? text : "";
    }

    /** Notes on one property of the thing; with null, those on none that is shown. */
    private List<NoteView> notes(Node property) {
        return description.notes().entrySet().stream()
                .filter(note -> {
                    List<Node> properties = values(note.getValue(), Terms.ABOUT_PROPERTY);
                    boolean aboutThing = values(note.getValue(), Terms.ABOUT).contains(description.thing());
                    boolean beside = aboutThing && properties.stream().anyMatch(this::isShown);
                    return property == null ? !beside : aboutThing && properties.contains(property);
                })
                .map(note -> note(note.getKey(), note.getValue()))
                .toList();
    }

    private boolean isShown(Node property) {
        return !ELSEWHERE.contains(property)
                && statements(description.thing()).stream()
                        .anyMatch(quad -> quad.getPredicate().equals(property) && !identifiers.isTranslation(quad));
    }

    private NoteView note(Node note, List<Quad> quads) {
        Text kind = values(quads, Terms.NOTE_KIND).stream()
                .findFirst()
                .map(wording::name)
                .orElse(wording.name(note));
        return new NoteView(
                new Link(identifiers.href(note.getURI()), kind),
                texts(quads, Terms.DESCRIPTION),
                values(quads, Terms.PRINTED).stream()
                        .map(node -> wording.name(node).value())
                        .toList(),
                texts(quads, Terms.ADVICE),
                sources.marks(quads.stream()
                        .filter(quad -> quad.getPredicate().equals(Terms.DESCRIPTION))
                        .toList()));
    }

    private List<Text> texts(List<Quad> quads, Node property) {
        return values(quads, property).stream()
                .filter(Node::isLiteral)
                .map(Wording::text)
                .toList();
    }

    private static List<Node> values(List<Quad> quads, Node property) {
        return quads.stream()
                .filter(quad -> quad.getPredicate().equals(property))
                .map(Quad::getObject)
                .distinct()
                .toList();
    }

    private IncomingView incoming(Incoming by) {
        List<Link> links = by.shown().stream()
                .map(Quad::getSubject)
                .map(description::owner)
                .filter(Node::isURI)
                .distinct()
                .map(wording::link)
                .sorted(Comparator.comparing(link -> link.text().value()))
                .toList();
        String query = "SELECT DISTINCT ?subject WHERE { ?subject <%s> <%s> }"
                .formatted(by.property().getURI(), description.thing().getURI());
        String count = by.isCountedInPart()
                ? "more than " + (DescriptionReader.MOST_COUNTED - 1)
                : Integer.toString(by.count());
        return new IncomingView(
                wording.link(by.property()),
                count,
                links,
                by.isCut(),
                "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }
}
