package org.w3id.urbis.endpoint.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * The feed as JSON-LD: at once an event stream with its nodes and an ordered collection with its pages.
 *
 * @param base     what our IRIs begin with
 * @param origin   where this server is reached, without a slash at its end
 * @param timeline all events
 * @see <a href="https://w3id.org/ldes/specification">Linked Data Event Streams</a>
 * @see <a href="https://w3id.org/tree/specification">TREE hypermedia</a>
 * @see <a href="https://www.w3.org/TR/activitystreams-core/">Activity Streams 2.0</a>
 */
record FeedDocument(String base, String origin, Timeline timeline) {
    /** How many events a page holds. Never to be changed: pages that others keep would change with it. */
    static final int PAGE_SIZE = 500;

    /** How many pages the first document leads to at most; the others are reached from page to page. */
    private static final int MOST_RELATIONS = 200;

    private static final String AS = FeedContext.ACTIVITY_STREAMS + "#";

    /** How many pages there are; the last may be partly filled. */
    long pages() {
        return Math.max(1, (timeline.size() + PAGE_SIZE - 1) / PAGE_SIZE);
    }

    String root() {
        return origin + "/feed";
    }

    String page(long number) {
        return root() + "/" + number;
    }

    /** The first document: what the stream is, and where its pages are. */
    Map<String, Object> start() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.putAll(stream());
        json.put("first", page(0));
        json.put("last", page(pages() - 1));
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", root());
        view.put("type", "Node");
        if (timeline.size() > 0) {
            view.put(
                    "retentionPolicy",
                    Map.of(
                            "type",
                            "RetentionPolicy",
                            "startingFrom",
                            timeline.moment(0).toString()));
        }
        view.put(
                "relation",
                LongStream.range(0, pages())
                        .filter(page -> page == 0 || page > pages() - MOST_RELATIONS)
                        .filter(page -> page * PAGE_SIZE < timeline.size())
                        .mapToObj(this::relation)
                        .toList());
        json.put("view", view);
        return json;
    }

    /**
     * The events from a place to the end of the page that it is on.
     *
     * @param address where this is found
     * @param from    the place
     */
    Map<String, Object> page(String address, long from) {
        long page = from / PAGE_SIZE;
        List<Timeline.Event> events = timeline.events(from, (page + 1) * PAGE_SIZE);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", address);
        json.put("type", List.of("OrderedCollectionPage", "Node"));
        Map<String, Object> stream = stream();
        stream.remove("totalItems");
        stream.put("view", address.equals(page(page)) ? List.of(root()) : List.of(root(), address));
        stream.put("member", events.stream().map(event -> iri(event.place())).toList());
        json.put("partOf", stream);
        json.put("startIndex", from);
        if (page > 0) {
            json.put("prev", page(page - 1));
        }
        if (page + 1 < pages()) {
            json.put("next", page(page + 1));
            json.put("relation", List.of(relation(page + 1)));
        }
        json.put("orderedItems", events.stream().map(this::event).toList());
        return json;
    }

    private Map<String, Object> stream() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", base + "feed#stream");
        json.put("type", List.of("EventStream", "OrderedCollection"));
        json.put("totalItems", timeline.size());
        json.put("timestampPath", AS + "published");
        json.put("versionOfPath", AS + "object");
        json.put("versionCreateObject", AS + "Create");
        json.put("versionUpdateObject", AS + "Update");
        json.put("versionDeleteObject", AS + "Delete");
        return json;
    }

    private Map<String, Object> relation(long page) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "GreaterThanOrEqualToRelation");
        json.put("node", page(page));
        json.put("treePath", AS + "published");
        json.put("value", timeline.moment(page * PAGE_SIZE).toString());
        return json;
    }

    private String iri(long place) {
        return base + "feed/" + place / PAGE_SIZE + "#" + place;
    }

    private Map<String, Object> event(Timeline.Event event) {
        String moment = event.set().moment().toString();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", iri(event.place()));
        switch (event.thing().kind()) {
            case CREATED -> json.put("type", "Create");
            case UPDATED -> json.put("type", "Update");
            case DELETED -> json.put("type", "Delete");
        }
        json.put("object", object(event, moment));
        json.put("published", moment);
        json.put("context", base + "revisions/" + event.set().revision());
        return json;
    }

    private static Object object(Timeline.Event event, String moment) {
        return switch (event.thing().kind()) {
            case DELETED -> {
                Map<String, Object> tombstone = new LinkedHashMap<>();
                tombstone.put("id", event.thing().iri());
                tombstone.put("type", "Tombstone");
                tombstone.put("deleted", moment);
                yield tombstone;
            }
            default -> event.thing().iri();
        };
    }

    /** Links to the pages around a place, by RFC 8288. */
    String links(long page) {
        List<String> links = new ArrayList<>(List.of(
                "<" + page(0) + ">; rel=\"first\"",
                "<" + page(pages() - 1) + ">; rel=\"last\"",
                "<" + root() + ">; rel=\"collection\""));
        if (page > 0) {
            links.add("<" + page(page - 1) + ">; rel=\"prev\"");
        }
        if (page + 1 < pages()) {
            links.add("<" + page(page + 1) + ">; rel=\"next\"");
        }
        return String.join(", ", links);
    }
}
