package org.w3id.urbis.endpoint.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.ObsoleteTerm;
import org.w3id.urbis.endpoint.description.Position;
import org.w3id.urbis.endpoint.description.Terms;
import org.w3id.urbis.endpoint.map.WorldMap;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.portrait.Portrait;

/** Lays a description out for a reader. */
public final class ThingPage {
    /** The first of these that is said stands below the name. */
    private static final List<Node> LEADS = List.of(Terms.DESCRIPTION, Terms.DEFINITION);

    private final Identifiers identifiers;
    private final WorldMap world;

    /** Prepares to lay out pages with one world map. */
    public ThingPage(Identifiers identifiers, WorldMap world) {
        this.identifiers = identifiers;
        this.world = world;
    }

    /**
     * What a page shows beside the description.
     *
     * @param path      path of the page on this origin without suffix, to which suffixes for data are added; for a thing
     *                  of others, the path with its {@code iri} parameter
     * @param offers    the forms there are
     * @param positions places to show on the map
     * @param places    names of those places, as quads by what they name
     * @param contents  what a graph speaks of
     */
    public record Setting(
            String path,
            List<Representation> offers,
            List<Position> positions,
            Map<Node, List<Quad>> places,
            ThingView.ContentsView contents) {}

    /** Lays a description out in the reader's language. */
    public ThingView of(Portrait portrait, Languages languages, Setting setting) {
        Description description = portrait.description();
        Map<Node, List<Quad>> names = new LinkedHashMap<>(setting.places());
        names.putAll(description.names());
        Wording wording = new Wording(names, identifiers, languages);
        SourceList sources = new SourceList(description, wording);
        FactLayout layout = new FactLayout(description, identifiers, wording, sources::marks);
        NoteLayout notes = new NoteLayout(description, wording, sources::marks);
        Node thing = description.thing();
        Map<Node, FactView> facts = new LinkedHashMap<>(layout.facts(
                thing,
                quad -> !identifiers.isTranslation(quad) && !portrait.told().contains(quad.getPredicate())));
        facts.replaceAll(
                (property, fact) -> new FactView(fact.property(), fact.values(), fact.others(), notes.on(property)));
        Set<Node> shown = Set.copyOf(facts.keySet());
        Optional<FactView> lead =
                LEADS.stream().filter(facts::containsKey).findFirst().map(facts::remove);
        // A note that doubts several facts is told beside the one that is read first.
        Set<String> told = new HashSet<>();
        lead = lead.map(fact -> fact.tellingNew(told));
        facts.replaceAll((property, fact) -> fact.tellingNew(told));
        List<SourceView.Mark> titleMarks = titleMarks(facts);
        List<NoteView> above = notes.onNone(shown::contains);
        List<IncomingView> incoming = new ArrayList<>(
                new IncomingLayout(description, wording, setting.path(), sources::marks).views(portrait::tellsAllOf));
        PortraitView shownByKind = new PortraitLayout(portrait, wording, sources::marks).view(facts, incoming);
        List<SectionView> sections = sections(facts, wording.words());
        return new ThingView(
                wording.name(thing),
                titleMarks,
                thing.getURI(),
                WebAddress.outside(thing, identifiers),
                kinds(layout, thing),
                obsolete(description, identifiers, wording),
                lead.stream().toList(),
                above,
                notes.links(),
                shownByKind,
                sections,
                new MapLayout(world, wording)
                        .of(description, setting.positions()).stream().toList(),
                incoming,
                new ThingView.Others(
                        layout.kinds(thing, identifiers::isTranslation),
                        List.copyOf(
                                layout.facts(thing, identifiers::isTranslation).values())),
                sources.list(),
                forms(setting),
                "/linkset" + setting.path(),
                setting.contents(),
                new StructuredData(description, wording).json());
    }

    /** What to use instead of a term that is not to be used any more; empty if it may go on being used. */
    public static Optional<ThingView.Obsolete> obsolete(
            Description description, Identifiers identifiers, Wording wording) {
        return ObsoleteTerm.of(description)
                .map(term -> new ThingView.Obsolete(term.successors().stream()
                        .map(successor -> new Link(identifiers.href(successor.getURI()), wording.name(successor)))
                        .toList()));
    }

    /** Lays out only the facts, without marks of sources: for a page on which all comes from one place. */
    public static List<FactView> facts(
            Description description, Identifiers identifiers, Languages languages, Set<Node> without) {
        Wording wording = new Wording(description.names(), identifiers, languages);
        return List.copyOf(new FactLayout(description, identifiers, wording, quads -> List.of())
                .facts(
                        description.thing(),
                        quad -> !identifiers.isTranslation(quad) && !without.contains(quad.getPredicate()))
                .values());
    }

    /** Lays out only the sections of a document. */
    public static List<PortraitView.DrawnFrom> sections(
            Portrait portrait, Identifiers identifiers, Languages languages) {
        Wording wording = new Wording(portrait.description().names(), identifiers, languages);
        return new PortraitLayout(portrait, wording, quads -> List.of()).sections();
    }

    /** The classes that a source states; where none does, those that follow. */
    private List<Link> kinds(FactLayout layout, Node thing) {
        List<Link> stated = layout.kinds(thing, quad -> !quad.getGraph().equals(Terms.INFERRED));
        return stated.isEmpty() ? layout.kinds(thing, quad -> !identifiers.isTranslation(quad)) : stated;
    }

    private static List<SectionView> sections(Map<Node, FactView> facts, Words words) {
        Map<Section, List<FactView>> bySection = new LinkedHashMap<>();
        facts.forEach((property, fact) -> bySection
                .computeIfAbsent(Section.of(property), any -> new ArrayList<>())
                .add(fact));
        return bySection.entrySet().stream()
                .map(entry -> new SectionView(
                        entry.getKey().slug(),
                        words.text("section." + entry.getKey().slug()),
                        entry.getValue()))
                .toList();
    }

    /** A name that is the title already is not said again below; only where it stands is said beside the title. */
    private static List<SourceView.Mark> titleMarks(Map<Node, FactView> facts) {
        for (Node property : Terms.NAMES) {
            FactView name = facts.get(property);
            if (name != null) {
                boolean alone = name.values().size() == 1
                        && name.others().isEmpty()
                        && name.notes().isEmpty();
                if (alone) {
                    facts.remove(property);
                    return name.values().getFirst().marks();
                }
                return List.of();
            }
        }
        return List.of();
    }

    private static List<ThingView.Form> forms(Setting setting) {
        return setting.offers().stream()
                .filter(form -> form != Representation.HTML)
                .map(form -> new ThingView.Form(
                        setting.path().startsWith("/resource?")
                                ? setting.path() + "&format=" + form.suffix()
                                : setting.path() + "." + form.suffix(),
                        form.title(),
                        form.mediaType()))
                .toList();
    }
}
