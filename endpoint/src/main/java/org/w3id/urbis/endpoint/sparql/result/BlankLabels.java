package org.w3id.urbis.endpoint.sparql.result;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;

/** Short names for the blank nodes of one answer, in the order they come: b0, b1 ... */
final class BlankLabels {
    private final Map<Node, String> labels = new HashMap<>();

    String of(Node blank) {
        return labels.computeIfAbsent(blank, any -> "b" + labels.size());
    }
}
