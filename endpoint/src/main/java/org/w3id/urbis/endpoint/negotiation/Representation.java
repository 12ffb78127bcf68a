package org.w3id.urbis.endpoint.negotiation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms in which something is handed out, with their media types, suffixes and short names. */
public enum Representation {
    /** A page for people. */
    HTML("text/html", "html", "application/xhtml+xml"),
    /** RDF 1.1 Turtle. */
    TURTLE("text/turtle", "ttl", "application/x-turtle"),
    /** JSON-LD 1.1; plain JSON is answered with it too. */
    JSON_LD("application/ld+json", "jsonld", "application/json"),
    /** Activity Streams 2.0. */
    ACTIVITY_JSON("application/activity+json", "activity"),
    /** RDF 1.1 TriG. */
    TRIG("application/trig", "trig", "application/x-trig"),
    /** RDF 1.1 N-Triples. */
    N_TRIPLES("application/n-triples", "nt"),
    /** RDF 1.1 XML. */
    RDF_XML("application/rdf+xml", "rdf", "application/xml", "text/xml"),
    /** SPARQL 1.1 Query Results JSON. */
    RESULTS_JSON("application/sparql-results+json", "json", "application/json"),
    /** SPARQL 1.1 Query Results XML. */
    RESULTS_XML("application/sparql-results+xml", "xml", "application/xml", "text/xml"),
    /** SPARQL 1.1 Query Results CSV; of a thing, a table of its facts. RFC 4180. */
    CSV("text/csv", "csv"),
    /** GeoJSON, for what has a position or leads to things that have one. RFC 7946. */
    GEO_JSON("application/geo+json", "geojson", "application/vnd.geo+json"),
    /** SPARQL 1.1 Query Results TSV. */
    TSV("text/tab-separated-values", "tsv"),
    /** A workbook. ECMA-376. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    /** JSON that is nothing more special. */
    JSON("application/json", "json", "application/vnd.oai.openapi+json"),
    /** YAML 1.2, RFC 9512. */
    YAML("application/yaml", "yaml", "application/x-yaml", "text/yaml"),
    /** Text for people. */
    TEXT("text/plain", "txt"),
    /** XML that is nothing more special. */
    XML("application/xml", "xml", "text/xml"),
    /** SARIF 2.1.0, what a check of files has found. */
    SARIF("application/sarif+json", "sarif"),
    /** RDF Patch: statements that come and go. */
    RDF_PATCH("application/rdf-patch", "patch"),
    /** A set of links as JSON. RFC 9264, section 4.2. */
    LINKSET_JSON("application/linkset+json", "json", "application/json"),
    /** A set of links as the header Link writes them. RFC 9264, section 4.1. */
    LINKSET("application/linkset", "linkset"),
    /** The text of a SPARQL query. */
    QUERY("application/sparql-query", "rq");

    /** What a graph is offered in, best first. */
    public static final List<Representation> GRAPHS = List.of(TURTLE, JSON_LD, N_TRIPLES, RDF_XML);
    /** What a described document, such as a vocabulary, is offered in, best first. */
    public static final List<Representation> DOCUMENTS = List.of(TURTLE, HTML, JSON_LD, N_TRIPLES, RDF_XML);
    /** What a described thing is offered in, best first. */
    public static final List<Representation> THINGS = List.of(TURTLE, HTML, JSON_LD, N_TRIPLES, RDF_XML, CSV);
    /** What a thing with a place on the map is offered in, best first. */
    public static final List<Representation> PLACES = List.of(TURTLE, HTML, JSON_LD, N_TRIPLES, RDF_XML, CSV, GEO_JSON);
    /** What a set of links is offered in, best first. */
    public static final List<Representation> LINKSETS = List.of(LINKSET_JSON, LINKSET);
    /** What the rows of SELECT and the yes or no of ASK are offered in, best first. */
    public static final List<Representation> RESULTS = List.of(RESULTS_JSON, RESULTS_XML, CSV, TSV, XLSX);

    private final String mediaType;
    private final String suffix;
    private final List<String> aliases;

    Representation(String mediaType, String suffix, String... aliases) {
        this.mediaType = mediaType;
        this.suffix = suffix;
        this.aliases = List.of(aliases);
    }

    /** The media type without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** What a path ends in, after the dot, to ask for this form; also its short name as a parameter. */
    public String suffix() {
        return suffix;
    }

    /** What readers know it by. */
    public String title() {
        return switch (this) {
            case TURTLE -> "Turtle";
            case JSON_LD -> "JSON-LD";
            case ACTIVITY_JSON -> "ActivityStreams";
            case TRIG -> "TriG";
            case N_TRIPLES -> "N-Triples";
            case RDF_XML -> "RDF/XML";
            case GEO_JSON -> "GeoJSON";
            case XLSX -> "Excel (XLSX)";
            case RDF_PATCH -> "RDF Patch";
            case QUERY -> "SPARQL";
            default -> suffix.toUpperCase(Locale.ROOT);
        };
    }

    /** Media types that clients also use for it. */
    List<String> aliases() {
        return aliases;
    }

    /**
     * The value of Content-Type.
     *
     * @param chosen the media type under which it was asked for
     */
    public static String contentType(String chosen) {
        return chosen.startsWith("text/") ? chosen + "; charset=utf-8" : chosen;
    }

    /** The one of the offers with a short name ({@code ttl}, {@code csv}) or media type; empty if none has it. */
    public static Optional<Representation> named(String name, List<Representation> offers) {
        return offers.stream()
                .filter(offer -> offer.suffix.equals(name) || offer.mediaType.equals(name))
                .findFirst();
    }

    /** All short names of the offers, for a message. */
    public static List<String> names(List<Representation> offers) {
        return offers.stream().map(Representation::suffix).toList();
    }

    /** All media types of the offers, for a message. */
    public static List<String> mediaTypes(List<Representation> offers) {
        return offers.stream().map(Representation::mediaType).toList();
    }

    /** The form a path's suffix asks for, among those of things and places; empty if it has none. */
    public static Optional<Representation> ofSuffix(String path) {
        int dot = path.lastIndexOf('.');
        if (dot < 0 || dot < path.lastIndexOf('/')) {
            return Optional.empty();
        }
        String suffix = path.substring(dot + 1);
        return Arrays.stream(values())
                .filter(PLACES::contains)
                .filter(form -> form.suffix.equals(suffix))
                .findFirst();
    }
}
