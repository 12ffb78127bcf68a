package org.w3id.urbis.endpoint.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.Citations;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.SourcePlace;
import org.w3id.urbis.endpoint.description.Terms;

/** Numbers the sources that facts of a page come from, and finds the lines that say each. */
final class SourceList {
    private static final int MOST_RANGES = 3;

    private final Description description;
    private final Wording wording;
    private final Words words;
    private final Citations citations;
    private final Map<Node, Integer> numbers = new LinkedHashMap<>();

    SourceList(Description description, Wording wording) {
        this.description = description;
        this.wording = wording;
        this.words = wording.words();
        this.citations = new Citations(description);
    }

    /** Where facts with the same subject, property and value stand: one mark for each graph that holds one. */
    List<SourceView.Mark> marks(List<Quad> sameFact) {
        Map<Integer, Set<String>> linesByNumber = new TreeMap<>();
        for (Quad fact : sameFact) {
            int number = numbers.computeIfAbsent(fact.getGraph(), graph -> numbers.size() + 1);
            linesByNumber.computeIfAbsent(number, any -> new LinkedHashSet<>()).addAll(citations.lines(fact));
        }
        return linesByNumber.entrySet().stream()
                .map(entry -> new SourceView.Mark(entry.getKey(), told(entry.getValue())))
                .toList();
    }

    /** Lines in words; of many the first, for the whole of the section is a click away. */
    private String told(Set<String> ranges) {
        String joined = ranges.stream()
                .limit(MOST_RANGES)
                .map(range -> range.replace('-', '–'))
                .collect(Collectors.joining(", "));
        if (joined.isEmpty()) {
            return "";
        }
        boolean one = ranges.size() == 1 && joined.matches("[0-9]+");
        return words.get(one ? "source.line" : "source.lines", joined) + (ranges.size() > MOST_RANGES ? " …" : "");
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
            return words.text("source.inferred");
        }
        if (wording.isNamed(graph)) {
            return wording.name(graph);
        }
        String base = wording.identifiers().baseIri();
        return Text.plain(graph.getURI().startsWith(base) ? graph.getURI().substring(base.length()) : graph.getURI());
    }
}
