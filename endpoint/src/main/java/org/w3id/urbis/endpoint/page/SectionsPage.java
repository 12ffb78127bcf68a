package org.w3id.urbis.endpoint.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.Citations;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.Terms;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.portrait.MainKind;
import org.w3id.urbis.ontology.Urbis;

/** Lays out what a section of a document says of each thing, line by line. */
public final class SectionsPage {
    private static final Node AS_PRINTED = NodeFactory.createURI(Urbis.NS + "asPrinted");

    private final Node graph;
    private final Identifiers identifiers;
    private final Languages languages;
    private final Words words;

    /**
     * Prepares to lay out.
     *
     * @param graph holds what was drawn from the section
     */
    public SectionsPage(Node graph, Identifiers identifiers, Languages languages) {
        this.graph = graph;
        this.identifiers = identifiers;
        this.languages = languages;
        this.words = Words.of(languages.first());
    }

    /** Lays out what the section says of a thing. */
    public SectionsView.Block block(Description description, Map<Node, List<Quad>> kindNames) {
        Node thing = description.thing();
        Map<Node, List<Quad>> names = new LinkedHashMap<>(kindNames);
        names.putAll(description.names());
        Wording wording = new Wording(names, identifiers, languages);
        FactLayout layout = new FactLayout(description, identifiers, wording, quads -> List.of());
        List<SectionsView.Row> rows = new ArrayList<>();
        byLines(description).entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> firstLine(entry.getKey())))
                .forEach(entry -> rows.add(new SectionsView.Row(
                        told(entry.getKey()),
                        printed(description, entry.getValue()),
                        List.copyOf(
                                layout.facts(thing, entry.getValue()::contains).values()))));
        MainKind kind = kind(description);
        return new SectionsView.Block(
                wording.link(thing), kind == MainKind.OTHER ? Text.plain("") : wording.name(kind.term()), rows);
    }

    private static MainKind kind(Description description) {
        return MainKind.of(description.facts().getOrDefault(description.thing(), List.of()).stream()
                .filter(quad -> quad.getPredicate().equals(Terms.TYPE)
                        && quad.getObject().isURI())
                .map(quad -> quad.getObject().getURI())
                .toList());
    }

    private Map<String, Set<Quad>> byLines(Description description) {
        Citations citations = new Citations(description);
        Map<String, Set<Quad>> byLines = new LinkedHashMap<>();
        description.facts().getOrDefault(description.thing(), List.of()).stream()
                .filter(quad -> quad.getGraph().equals(graph) && !FactLayout.ELSEWHERE.contains(quad.getPredicate()))
                .forEach(quad -> byLines.computeIfAbsent(
                                String.join(", ", citations.lines(quad)), any -> new HashSet<>())
                        .add(quad));
        return byLines;
    }

    /** The words of the lines that the facts rest on, as far as they were kept. */
    private static List<String> printed(Description description, Set<Quad> facts) {
        return facts.stream()
                .flatMap(quad -> description.facts().getOrDefault(quad.getObject(), List.of()).stream())
                .filter(quad -> quad.getPredicate().equals(AS_PRINTED))
                .map(quad -> quad.getObject().getLiteralLexicalForm())
                .distinct()
                .sorted()
                .toList();
    }

    private static int firstLine(String lines) {
        return lines.matches("[0-9]{1,9}([-,].*)?") ? Integer.parseInt(lines.split("[-,]", 2)[0]) : Integer.MAX_VALUE;
    }

    private String told(String lines) {
        if (lines.isEmpty()) {
            return "";
        }
        return words.get(lines.matches("[0-9]+") ? "source.line" : "source.lines", lines.replace('-', '–'));
    }
}
