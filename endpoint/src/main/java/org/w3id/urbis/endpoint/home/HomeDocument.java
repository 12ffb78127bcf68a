package org.w3id.urbis.endpoint.home;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

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

    /** The parts of the server, in the order a reader should meet them; those that it has are linked to. */
    static final List<Part> PARTS = List.of(
            new Part("/api", "collection", JSON_LD, "lists", "Things of every kind: filtered, searched, sorted, paged"),
            new Part("/queries", "search", JSON, "questions", "Questions that are ready to be asked"),
            new Part("/sparql", "search", TURTLE, "sparql", "SPARQL endpoint and its description"),
            new Part("/ontology", "describedby", TURTLE, "ontology", "What the words mean"),
            new Part("/shapes", "describedby", TURTLE, "shapes", "What data must look like"),
            new Part("/collections", "data", JSON, "features", "Features, by OGC API Features"),
            new Part(
                    "/reconcile",
                    "service",
                    JSON,
                    "reconcile",
                    "Names of a spreadsheet matched, by the Reconciliation Service API"),
            new Part("/catalog", "describedby", TURTLE, "catalog", "The catalogue of datasets, by DCAT-AP 3"),
            new Part("/.well-known/void", "describedby", TURTLE, "", "Statistics of the graph, by VoID"),
            new Part("/.well-known/sparql-examples", "describedby", TURTLE, "", "The questions as SPARQL examples"),
            new Part("/dumps", "enclosure", TURTLE, "dumps", "The whole graph to take away, revision by revision"),
            new Part("/feed", "alternate", JSON_LD, "feed", "What changes, by LDES and ActivityStreams"),
            new Part("/revisions", "version-history", TURTLE, "revisions", "The revisions that can be asked for"),
            new Part("/validate", "service", JSON, "validate", "Files checked by the shapes"),
            new Part("/submissions", "service", JSON, "", "Files handed in"),
            new Part("/health", "status", JSON, "", "Whether the server is ready"),
            new Part(
                    "/documentation",
                    "help",
                    HTML,
                    "documentation",
                    "What helps to understand the graph and to ask it"),
            new Part("/openapi", "service-doc", HTML, "openapi", "All operations, to read"));

    /**
     * A part of the server.
     *
     * @param path     where it is
     * @param relation how it is related to the first page
     * @param type     what a program gets there
     * @param word     what its name on the page is found under; empty if the page does not show it
     * @param title    what it is
     */
    record Part(String path, String relation, String type, String word, String title) {}

    /**
     * Makes the document.
     *
     * @param origin  address of this server, without a slash at the end
     * @param answers which paths the server answers
     */
    static Map<String, Object> of(String origin, Predicate<String> answers) {
        HomeDocument home = new HomeDocument(origin);
        home.link("/", "self", JSON, "This document");
        home.link("/?format=html", "alternate", HTML, "The same as a page");
        home.link("/openapi.json", "service-desc", "application/vnd.oai.openapi+json;version=3.1", "All operations");
        home.link("/conformance", "conformance", JSON, "What the features conform to");
        PARTS.stream()
                .filter(part -> answers.test(part.path()))
                .forEach(part -> home.link(part.path(), part.relation(), part.type(), part.title()));
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
