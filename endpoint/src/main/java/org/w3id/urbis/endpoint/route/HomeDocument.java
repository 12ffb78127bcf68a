package org.w3id.urbis.endpoint.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first page as JSON: where everything is. Geographic information systems that are given the address of the server begin
 * here.
 *
 * @see <a href="https://docs.ogc.org/is/17-069r4/17-069r4.html#_api_landing_page">OGC API Features, Part 1, 7.2</a>
 */
final class HomeDocument {
    private static final String HTML = "text/html";
    private static final String JSON = "application/json";
    private static final String JSON_LD = "application/ld+json";
    private static final String TURTLE = "text/turtle";

    private final String origin;
    private final List<Object> links = new ArrayList<>();

    private HomeDocument(String origin) {
        this.origin = origin;
    }

    /**
     * Makes the document.
     *
     * @param origin address of this server, without a slash at the end
     */
    static Map<String, Object> of(String origin) {
        HomeDocument home = new HomeDocument(origin);
        home.link("/", "self", JSON, "This document");
        home.link("/", "alternate", HTML, "The same as a page");
        home.link("/openapi.json", "service-desc", "application/vnd.oai.openapi+json;version=3.1", "All operations");
        home.link("/openapi.html", "service-doc", HTML, "All operations, to read");
        home.link("/conformance", "conformance", JSON, "What the features conform to");
        home.link("/collections", "data", JSON, "Features, by OGC API Features");
        home.link("/api", "collection", JSON_LD, "Things of every kind: filtered, searched, sorted, paged");
        home.link("/queries", "search", JSON, "Questions that are ready to be asked");
        home.link("/sparql", "search", TURTLE, "SPARQL endpoint and its description");
        home.link("/ontology", "describedby", TURTLE, "What the words mean");
        home.link("/shapes", "describedby", TURTLE, "What data must look like");
        home.link("/health", "status", JSON, "Whether the server is ready");
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("title", "Urbis");
        document.put("description", "A linked open graph of cities, their networks, and what they promised.");
        document.put("links", home.links);
        return document;
    }

    private void link(String path, String rel, String type, String title) {
        Map<String, Object> link = new LinkedHashMap<>();
        link.put("href", origin + path);
        link.put("rel", rel);
        link.put("type", type);
        link.put("title", title);
        links.add(link);
    }
}
