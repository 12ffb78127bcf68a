package org.w3id.urbis.endpoint.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the members of the JSON documents of the feed mean. */
final class FeedContext {
    static final String ACTIVITY_STREAMS = "https://www.w3.org/ns/activitystreams";

    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String REFERENCE = "@id";

    private FeedContext() {}

    /** For those who read ActivityStreams: its own context, and what it does not say. */
    static List<Object> activityStreams() {
        return List.of(ACTIVITY_STREAMS, eventStreams());
    }

    /** Everything in place, so that no context need be fetched. */
    static Map<String, Object> whole() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("id", REFERENCE);
        context.put("type", "@type");
        context.put("as", ACTIVITY_STREAMS + "#");
        List.of("OrderedCollection", "OrderedCollectionPage", "Create", "Update", "Delete", "Tombstone")
                .forEach(type -> context.put(type, "as:" + type));
        List.of("first", "last", "next", "prev", "partOf", "object", "context")
                .forEach(link -> context.put(link, typed("as:" + link, REFERENCE)));
        List.of("published", "deleted").forEach(date -> context.put(date, typed("as:" + date, XSD + "dateTime")));
        List.of("totalItems", "startIndex")
                .forEach(count -> context.put(count, typed("as:" + count, XSD + "nonNegativeInteger")));
        context.put("orderedItems", Map.of(REFERENCE, "as:items", "@type", REFERENCE, "@container", "@list"));
        context.putAll(eventStreams());
        return context;
    }

    private static Map<String, Object> eventStreams() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("tree", "https://w3id.org/tree#");
        context.put("ldes", "https://w3id.org/ldes#");
        List.of("EventStream", "RetentionPolicy").forEach(type -> context.put(type, "ldes:" + type));
        List.of("Node", "GreaterThanOrEqualToRelation").forEach(type -> context.put(type, "tree:" + type));
        List.of("timestampPath", "versionOfPath", "versionCreateObject", "versionUpdateObject", "versionDeleteObject")
                .forEach(link -> context.put(link, typed("ldes:" + link, REFERENCE)));
        List.of("view", "node", "member").forEach(link -> context.put(link, typed("tree:" + link, REFERENCE)));
        context.put("treePath", typed("tree:path", REFERENCE));
        context.put("value", typed("tree:value", XSD + "dateTime"));
        context.put("relation", "tree:relation");
        context.put("retentionPolicy", "ldes:retentionPolicy");
        context.put("startingFrom", typed("ldes:startingFrom", XSD + "dateTime"));
        return context;
    }

    private static Map<String, Object> typed(String property, String type) {
        return Map.of(REFERENCE, property, "@type", type);
    }
}
