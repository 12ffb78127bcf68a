package org.w3id.urbis.endpoint.feature;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3id.urbis.endpoint.collection.Kind;

/**
 * The documents of OGC API Features about the collections themselves.
 *
 * @see <a href="https://docs.ogc.org/is/17-069r4/17-069r4.html#_collections_">OGC API Features, Part 1, 7.13 and 7.14</a>
 */
final class FeatureDocuments {
    /** Media type of features. */
    static final String GEO_JSON = "application/geo+json";

    private static final String CONFORMANCE = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";
    private static final List<String> CLASSES = List.of("core", "geojson", "html");
    private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private static final String GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian";

    private final String origin;

    /** Makes documents for clients that know this server by an address. */
    FeatureDocuments(String origin) {
        this.origin = origin;
    }

    /** Which parts of the standard this server keeps to. */
    static Map<String, Object> conformance() {
        return Map.of("conformsTo", CLASSES.stream().map(CONFORMANCE::concat).toList());
    }

    /** All collections. */
    Map<String, Object> collections(Map<Kind, Layer> layers) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("title", "Urbis");
        document.put("links", links(formsOf("/collections", "The collections of features")));
        document.put(
                "collections",
                layers.entrySet().stream()
                        .map(layer -> collection(layer.getKey(), layer.getValue()))
                        .toList());
        return document;
    }

    /** One collection. */
    Map<String, Object> collection(Kind kind, Layer layer) {
        String path = "/collections/" + kind.plural();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", kind.plural());
        document.put("title", kind.label());
        document.put("description", kind.definition());
        document.put("itemType", "feature");
        document.put("crs", List.of(CRS84));
        Map<String, Object> extent = new LinkedHashMap<>();
        layer.extent().ifPresent(box -> {
            Map<String, Object> spatial = new LinkedHashMap<>();
            spatial.put("bbox", List.of(List.of(box.west(), box.south(), box.east(), box.north())));
            spatial.put("crs", CRS84);
            extent.put("spatial", spatial);
        });
        layer.duration().ifPresent(span -> {
            Map<String, Object> temporal = new LinkedHashMap<>();
            List<Object> interval = new ArrayList<>();
            interval.add(moment(span.first(), LocalDate.MIN, "T00:00:00Z"));
            interval.add(moment(span.last(), LocalDate.MAX, "T23:59:59Z"));
            temporal.put("interval", List.of(interval));
            temporal.put("trs", GREGORIAN);
            extent.put("temporal", temporal);
        });
        if (!extent.isEmpty()) {
            document.put("extent", extent);
        }
        List<WebLink> links = new ArrayList<>(formsOf(path, kind.label()));
        links.add(new WebLink(origin + path + "/items", "items", GEO_JSON, "The features"));
        links.add(new WebLink(origin + path + "/items?format=html", "items", "text/html", "The features as a page"));
        links.add(new WebLink("https://creativecommons.org/licenses/by/4.0/", "license", "text/html", "CC BY 4.0"));
        document.put("links", links(links));
        return document;
    }

    private static Object moment(LocalDate day, LocalDate open, String time) {
        return day.equals(open) ? null : day + time;
    }

    /** Links to a document in the form at hand and in the other. */
    private List<WebLink> formsOf(String path, String title) {
        return List.of(
                new WebLink(origin + path, "self", "application/json", title),
                new WebLink(origin + path + "?format=html", "alternate", "text/html", title + ", as a page"));
    }

    static List<Object> links(List<WebLink> links) {
        return links.stream().<Object>map(WebLink::json).toList();
    }
}
