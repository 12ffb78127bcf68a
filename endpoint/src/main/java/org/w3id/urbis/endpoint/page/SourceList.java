package org.w3id.urbis.endpoint.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.SourcePlace;
import org.w3id.urbis.endpoint.description.Terms;

/** Numbers the sources that facts of a page come from, and finds the lines that say each. */
final class SourceList {
    private final Description description;
    private final Wording wording;
    private final Map<Node, Integer> numbers = new LinkedHashMap<>();

    SourceList(Description description, Wording wording) {
        this.description = description;
        this.wording = wording;
    }

    /** Where facts with the same subject, property and value stand: one mark for each graph that holds one. */
    List<SourceView.Mark> marks(List<Quad> sameFact) {
        Map<Integer, Set<String>> linesByNumber = new TreeMap<>();
        for (Quad fact : sameFact) {
            int number = numbers.computeIfAbsent(fact.getGraph(), graph -> numbers.size() + 1);
            linesByNumber.computeIfAbsent(number, any -> new LinkedHashSet<>()).addAll(citedLines(fact));
        }
        return linesByNumber.entrySet().stream()
                .map(entry -> new SourceView.Mark(entry.getKey(), words(entry.getValue())))
                .toList();
    }

    private static String words(Set<String> ranges) {
        String joined = ranges.stream()
                .sorted(Comparator.comparingInt(SourceList::firstLine).thenComparing(Comparator.naturalOrder()))
                .map(range -> range.replace('-', '–'))
                .collect(Collectors.joining(", "));
        boolean one = ranges.size() == 1 && joined.matches("[0-9]+");
        return joined.isEmpty() ? "" : (one ? "line " : "lines ") + joined;
    }

    private static int firstLine(String range) {
        return range.matches("[0-9]{1,9}(-[0-9]+)?") ? Integer.parseInt(range.split("-", 2)[0]) : Integer.MAX_VALUE;
    }

    /** Lines of the subject's citations in the fact's graph: those that name the property, else those for all facts. */
    private Set<String> citedLines(Quad fact) {
        Set<String> precise = new LinkedHashSet<>();
        Set<String> general = new LinkedHashSet<>();
        for (Quad quad : statements(fact.getSubject())) {
            if (!quad.getPredicate().equals(Terms.CITATION) || !quad.getGraph().equals(fact.getGraph())) {
                continue;
            }
            List<Node> supported = objects(quad.getObject(), Terms.SUPPORTS);
            List<String> lines = places(quad.getObject());
            if (supported.contains(fact.getPredicate())) {
                precise.addAll(lines);
            } else if (supported.isEmpty()) {
                general.addAll(lines);
            }
        }
        return precise.isEmpty() ? general : precise;
    }

    /** Lines of a text, or else rows of a table. */
    private List<String> places(Node citation) {
        List<Node> lines = objects(citation, Terms.LINES);
        return (lines.isEmpty() ? objects(citation, Terms.ROW) : lines)
                .stream()
                        .filter(Node::isLiteral)
                        .map(Node::getLiteralLexicalForm)
                        .toList();
    }

    private List<Quad> statements(Node subject) {
        List<Quad> own = description.facts().get(subject);
        return own != null ? own : description.notes().getOrDefault(subject, List.of());
    }

    private List<Node> objects(Node subject, Node property) {
        return statements(subject).stream()
                .filter(quad -> quad.getPredicate().equals(property))
                .map(Quad::getObject)
                .toList();
    }

    /** The numbered list of all sources marked so far. */
    List<SourceView> list() {
        List<SourceView> list = new ArrayList<>();
        numbers.forEach((graph, number) -> {
            SourcePlace place = description.places().get(graph);
            list.add(new SourceView(
                    number,
                    place.document().map(wording::link).stream().toList(),
                    place.heading().orElse(""),
                    place.lines().map(lines -> lines.replace('-', '–')).orElse(""),
                    new Link(wording.identifiers().href(graph.getURI()), graphName(graph))));
        });
        return list;
    }

    private Text graphName(Node graph) {
        if (graph.equals(Terms.INFERRED)) {
            return new Text("of what follows from the others", "en");
        }
        if (wording.isNamed(graph)) {
            return wording.name(graph);
        }
        String base = wording.identifiers().baseIri();
        return Text.plain(graph.getURI().startsWith(base) ? graph.getURI().substring(base.length()) : graph.getURI());
    }
}
