package org.w3id.urbis.endpoint.feed;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.w3id.urbis.endpoint.document.JsonText;
import org.w3id.urbis.endpoint.exchange.GraphWriting;
import org.w3id.urbis.endpoint.negotiation.Representation;

/** Writes documents of the feed in the forms that programs ask for. */
final class FeedForms {
    private FeedForms() {}

    /** A document as JSON for readers of ActivityStreams, as JSON-LD, or as a graph. */
    static byte[] bytes(Map<String, Object> document, Representation form) {
        if (form == Representation.ACTIVITY_JSON) {
            return JsonText.bytes(with(FeedContext.activityStreams(), document));
        }
        byte[] json = JsonText.bytes(with(FeedContext.whole(), document));
        if (form == Representation.JSON_LD) {
            return json;
        }
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.create()
                .source(new ByteArrayInputStream(json))
                .lang(Lang.JSONLD11)
                .parse(graph);
        graph.getPrefixMapping()
                .clearNsPrefixMap()
                .setNsPrefix("as", FeedContext.ACTIVITY_STREAMS + "#")
                .setNsPrefix("tree", "https://w3id.org/tree#")
                .setNsPrefix("ldes", "https://w3id.org/ldes#")
                .setNsPrefix("xsd", "http://www.w3.org/2001/XMLSchema#");
        return GraphWriting.bytes(graph, form);
    }

    private static Map<String, Object> with(Object context, Map<String, Object> document) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("@context", context);
        whole.putAll(document);
        return whole;
    }
}
