package org.w3id.urbis.endpoint.catalog;

import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/** The feed as a distribution of the dataset, and the event stream behind it. */
final class FeedDescription {
    private static final String LDES = "https://w3id.org/ldes#";
    private static final String TREE = "https://w3id.org/tree#";

    private FeedDescription() {}

    /** Describes it. */
    static void describe(Statements statements, Node dataset, String base, String origin) {
        Node feed = Statements.iri(base + "feed");
        Node stream = Statements.iri(base + "feed#stream");
        statements
                .distribution(
                        dataset,
                        feed,
                        "What changes, as a Linked Data Event Stream",
                        origin + "/feed",
                        DataCatalog.LICENCE)
                .text(
                        feed,
                        DCTerms.description.getURI(),
                        "Each change of a thing since the beginning, in pages that never change once they are full.",
                        "en")
                .media(feed, DCAT.mediaType.getURI(), "text/turtle")
                .format(feed, "RDF_TURTLE")
                .link(
                        feed,
                        DCTerms.conformsTo.getURI(),
                        statements.kind("https://w3id.org/ldes/specification", DCTerms.Standard.getURI()))
                .type(stream, LDES + "EventStream")
                .link(stream, TREE + "view", origin + "/feed")
                .link(dataset, DCTerms.relation.getURI(), stream);
    }
}
