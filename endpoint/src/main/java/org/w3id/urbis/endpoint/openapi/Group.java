package org.w3id.urbis.endpoint.openapi;

/** What an operation is about: the tags of the OpenAPI document, in its order. */
public enum Group {
    /** Lists of things of a kind and their documents. */
    COLLECTIONS(
            "Collections",
            "Things of a kind as pages of a list: filtered, searched, sorted; and one thing's document."),
    /** IRIs. */
    LINKED_DATA("Linked data", "Every IRI of the graph, as a page and as RDF."),
    /** The catalogue of questions. */
    QUESTIONS("Questions", "The questions of the catalogue, each run with typed parameters."),
    /** SPARQL. */
    SPARQL("SPARQL", "The SPARQL 1.1 Protocol, queries only."),
    /** OGC API Features. */
    FEATURES("Features", "Places and memberships for geographic information systems, by OGC API Features."),
    /** Reconciliation. */
    RECONCILIATION("Reconciliation", "Names of a spreadsheet matched with things of the graph."),
    /** Checking and handing in. */
    ENTRIES("Entries", "Files checked by the shapes, handed in, previewed and reviewed."),
    /** What there is, whole, and how it changes. */
    CATALOGUE("Catalogue", "What the graph holds: descriptions, dumps and the feed of changes."),
    /** The server itself. */
    SERVER("Server", "The server itself: its state, its pages, its description.");

    private final String title;
    private final String description;

    Group(String title, String description) {
        this.title = title;
        this.description = description;
    }

    /** The name of the tag. */
    public String title() {
        return title;
    }

    /** What belongs to it. */
    public String description() {
        return description;
    }
}
