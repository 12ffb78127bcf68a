package org.w3id.urbis.endpoint.portrait;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.w3id.urbis.endpoint.description.Terms;

/** Finds the sections of a document, or the graphs of a source. */
final class SectionReader {
    private static final int MOST = 1_000;

    private final Lookup lookup;

    SectionReader(Lookup lookup) {
        this.lookup = lookup;
    }

    /** The sections that something was drawn from, in the order of the document. */
    List<Portrait.DocumentSection> of(Node thing, MainKind kind) {
        List<Node> graphs = kind == MainKind.SOURCE
                ? List.copyOf(lookup.objects(thing, Terms.HAS_GRAPH).keySet())
                : lookup.all(Terms.DOCUMENT, thing, MOST).stream()
                        .filter(graph -> lookup.is(graph, Lookup.term("SourceGraph")))
                        .toList();
        return graphs.stream()
                .sorted(Comparator.comparingInt(this::firstLine).thenComparing(Node::getURI))
                .map(graph -> new Portrait.DocumentSection(graph, lookup.size(graph)))
                .filter(section -> section.quads() > 0)
                .toList();
    }

    private int firstLine(Node graph) {
        String lines = lookup.text(graph, Terms.LINES);
        return lines.matches("[0-9]{1,9}(-[0-9]+)?") ? Integer.parseInt(lines.split("-", 2)[0]) : Integer.MAX_VALUE;
    }
}
