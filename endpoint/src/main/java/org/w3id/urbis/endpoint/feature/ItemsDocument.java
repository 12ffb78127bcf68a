package org.w3id.urbis.endpoint.feature;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.w3id.urbis.endpoint.collection.Column;
import org.w3id.urbis.endpoint.collection.GeoJson;
import org.w3id.urbis.endpoint.collection.Geometries;
import org.w3id.urbis.endpoint.collection.Geometries.Position;
import org.w3id.urbis.endpoint.collection.Kind;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.store.InBlocks;

/**
 * Features as GeoJSON with the links that the standard asks for.
 *
 * @see <a href="https://docs.ogc.org/is/17-069r4/17-069r4.html#_response_6">OGC API Features, Part 1, 7.15.7</a>
 */
final class ItemsDocument {
    private final String origin;
    private final Kind kind;
    private final DatasetGraph dataset;
    private final GeoJson features;
    private final SortedMap<String, Column> columns;

    ItemsDocument(String origin, Kind kind, DatasetGraph dataset, GeoJson features, SortedMap<String, Column> columns) {
        this.origin = origin;
        this.kind = kind;
        this.dataset = dataset;
        this.features = features;
        this.columns = columns;
    }

    /**
     * Makes the document of a part of the features found.
     *
     * @param all        all that were found
     * @param parameters of the request
     * @param revision   number of the revision, which the links to other parts hold on to
     */
    Map<String, Object> items(List<Node> all, FeatureQuery query, Parameters parameters, long revision) {
        List<Node> part = part(all, query);
        List<Object> features = new ArrayList<>();
        InBlocks.whole(dataset, part, thing -> features.add(feature(thing)));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "FeatureCollection");
        document.put("numberMatched", all.size());
        document.put("numberReturned", part.size());
        document.put("links", FeatureDocuments.links(links(all.size(), query, parameters, revision)));
        document.put("features", features);
        return document;
    }

    /** The features of the answer. */
    static List<Node> part(List<Node> all, FeatureQuery query) {
        int from = Math.min(query.offset(), all.size());
        return all.subList(from, (int) Math.min(all.size(), (long) from + query.limit()));
    }

    /** The links of an answer; those to other parts go by the revision that this part came from. */
    List<WebLink> links(int total, FeatureQuery query, Parameters parameters, long revision) {
        List<WebLink> links = new ArrayList<>();
        links.add(new WebLink(address(parameters, Map.of()), "self", FeatureDocuments.GEO_JSON, "These features"));
        links.add(new WebLink(
                address(parameters, Map.of("format", "html")), "alternate", "text/html", "These features as a page"));
        if ((long) query.offset() + query.limit() < total) {
            links.add(other("next", query.offset() + query.limit(), parameters, revision));
        }
        if (query.offset() > 0) {
            links.add(other("prev", Math.max(0, query.offset() - query.limit()), parameters, revision));
        }
        links.add(new WebLink(
                origin + "/collections/" + kind.plural(), "collection", "application/json", "Their collection"));
        return links;
    }

    private WebLink other(String rel, int offset, Parameters parameters, long revision) {
        Map<String, String> set = new LinkedHashMap<>();
        set.put(FeatureQuery.OFFSET, Integer.toString(offset));
        set.put("revision", Long.toString(revision));
        String title = rel.equals("next") ? "The features after these" : "The features before these";
        return new WebLink(address(parameters, set), rel, FeatureDocuments.GEO_JSON, title);
    }

    private String address(Parameters parameters, Map<String, String> set) {
        List<String> pairs = new ArrayList<>();
        parameters.values().forEach((name, values) -> {
            if (!set.containsKey(name)) {
                values.forEach(value -> pairs.add(pair(name, value)));
            }
        });
        set.forEach((name, value) -> pairs.add(pair(name, value)));
        String path = origin + "/collections/" + kind.plural() + "/items";
        return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
    }

    private static String pair(String name, String value) {
        return encoded(name) + "=" + encoded(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** One feature, with its links. */
    Map<String, Object> item(Node thing) {
        Map<String, Object> document = feature(thing);
        String path = origin + "/collections/" + kind.plural();
        String address = path + "/items/" + encoded(FeatureKinds.id(kind, thing));
        document.put(
                "links",
                FeatureDocuments.links(List.of(
                        new WebLink(address, "self", FeatureDocuments.GEO_JSON, "This feature"),
                        new WebLink(address + "?format=html", "alternate", "text/html", "This feature as a page"),
                        new WebLink(path, "collection", "application/json", "Its collection"))));
        return document;
    }

    private Optional<Position> position(Node thing) {
        return Geometries.position(
                dataset.getUnionGraph(), thing, Geometries.path(kind).orElseThrow());
    }

    private Map<String, Object> feature(Node thing) {
        return features.feature(thing, FeatureKinds.id(kind, thing), position(thing), columns.values());
    }
}
