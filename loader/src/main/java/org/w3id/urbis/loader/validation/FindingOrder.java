package org.w3id.urbis.loader.validation;

import java.util.Comparator;
import org.apache.jena.graph.Node;

/** The order in which findings are told; made when there are two of them, which most files have not. */
final class FindingOrder {

    /** By file, line and column, and where these are the same, by what tells findings apart. */
    static final Comparator<Finding> PLACES = Comparator.comparing(Finding::file)
            .thenComparingInt(Finding::line)
            .thenComparingInt(Finding::column)
            .thenComparing(Finding::severity)
            .thenComparing(Finding::message)
            .thenComparing(finding -> finding.focusNode().map(Node::toString).orElse(""))
            .thenComparing(finding -> finding.value().map(Node::toString).orElse(""))
            .thenComparing(finding -> finding.shape().map(Node::toString).orElse(""));

    private FindingOrder() {}
}
