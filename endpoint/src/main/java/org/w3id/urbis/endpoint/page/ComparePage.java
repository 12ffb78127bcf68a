package org.w3id.urbis.endpoint.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.portrait.Portrait;

/** Lays things out side by side. */
public final class ComparePage {
    private final List<Portrait> portraits;
    private final Identifiers identifiers;
    private final Description description;
    private final Wording wording;
    private final Words words;
    private final SourceList sources;

    /**
     * Prepares to lay out.
     *
     * @param portraits what is told of each thing
     * @param others    names of what else is told of
     */
    public ComparePage(List<Portrait> portraits, Description others, Identifiers identifiers, Languages languages) {
        this.portraits = List.copyOf(portraits);
        this.identifiers = identifiers;
        this.description = Stream.concat(portraits.stream().map(Portrait::description), Stream.of(others))
                .reduce(Description::with)
                .orElse(others);
        this.wording = new Wording(description.names(), identifiers, languages);
        this.words = wording.words();
        this.sources = new SourceList(description, wording);
    }

    /**
     * Lays out.
     *
     * @param members members of each thing with what says so, in the order of the things
     * @param offered things to choose from
     * @param cut     whether there are more of them
     * @param lang    the language that addresses name; empty if they name none
     */
    public CompareView view(List<Map<Node, List<Quad>>> members, List<Node> offered, boolean cut, String lang) {
        List<CompareView.Column> columns = portraits.stream()
                .map(portrait -> new CompareView.Column(
                        wording.link(portrait.description().thing()), without(portrait, lang)))
                .toList();
        List<CompareView.Group> groups = groups();
        List<CompareView.Shared> shared = shared(members, 2);
        List<CompareView.Shared> frameworks =
                shared(portraits.stream().map(ComparePage::frameworks).toList(), 1);
        List<Optional<TimelineView>> commitments = portraits.stream()
                .map(portrait ->
                        new TimelineLayout(wording, portrait.description(), sources::marks).of(portrait.commitments()))
                .toList();
        return new CompareView(
                columns,
                groups,
                shared,
                frameworks,
                commitments,
                choices(offered),
                cut ? words.get("compare.cut", words.number(offered.size())) : "",
                sources.list());
    }

    private String without(Portrait left, String lang) {
        StringBuilder address = new StringBuilder("/compare");
        portraits.stream().filter(portrait -> portrait != left).forEach(portrait -> address.append(
                        address.indexOf("?") < 0 ? '?' : '&')
                .append("thing=")
                .append(wording.encoded(portrait.description().thing())));
        if (!lang.isEmpty()) {
            address.append(address.indexOf("?") < 0 ? '?' : '&').append("lang=").append(lang);
        }
        return address.toString();
    }

    private List<CompareView.Group> groups() {
        FactLayout layout = new FactLayout(description, identifiers, wording, sources::marks);
        List<Map<Node, FactView>> facts = portraits.stream()
                .map(portrait -> layout.facts(
                        portrait.description().thing(),
                        quad -> !identifiers.isTranslation(quad)
                                && !portrait.told().contains(quad.getPredicate())))
                .toList();
        Map<Section, Map<Node, CompareView.Row>> rows = new TreeMap<>();
        facts.forEach(one ->
                one.forEach((property, fact) -> rows.computeIfAbsent(Section.of(property), any -> new LinkedHashMap<>())
                        .computeIfAbsent(
                                property,
                                any -> new CompareView.Row(
                                        fact.property(),
                                        facts.stream()
                                                .map(all -> Optional.ofNullable(all.get(property)))
                                                .toList()))));
        return rows.entrySet().stream()
                .map(entry -> new CompareView.Group(
                        words.text("section." + entry.getKey().slug()),
                        entry.getValue().entrySet().stream()
                                .sorted(Comparator.comparingInt(row -> Section.place(row.getKey())))
                                .map(Map.Entry::getValue)
                                .toList()))
                .toList();
    }

    private static Map<Node, List<Quad>> frameworks(Portrait portrait) {
        Map<Node, List<Quad>> frameworks = new LinkedHashMap<>();
        portrait.contributions().forEach(one -> frameworks
                .computeIfAbsent(one.framework(), any -> new ArrayList<>())
                .addAll(one.quads()));
        return frameworks;
    }

    /** What at least so many of the things have, the commonest first. */
    private List<CompareView.Shared> shared(List<Map<Node, List<Quad>>> ofEach, int fewest) {
        return ofEach.stream()
                .flatMap(one -> one.keySet().stream())
                .distinct()
                .filter(node -> count(ofEach, node) >= fewest)
                .sorted(Comparator.comparingLong((Node node) -> -count(ofEach, node))
                        .thenComparing(node -> wording.name(node).value()))
                .map(node -> new CompareView.Shared(
                        wording.link(node),
                        ofEach.stream()
                                .map(one -> Optional.ofNullable(one.get(node)).map(sources::marks))
                                .toList()))
                .toList();
    }

    private static long count(List<Map<Node, List<Quad>>> ofEach, Node node) {
        return ofEach.stream().filter(one -> one.containsKey(node)).count();
    }

    private List<CompareView.Choice> choices(List<Node> offered) {
        List<CompareView.Choice> choices = new ArrayList<>();
        offered.forEach(node -> choices.add(new CompareView.Choice(
                node.getURI(), wording.name(node), portraits.stream().anyMatch(portrait -> portrait.description()
                        .thing()
                        .equals(node)))));
        choices.sort(Comparator.comparing(choice -> choice.name().value()));
        return Collections.unmodifiableList(choices);
    }
}
