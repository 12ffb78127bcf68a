package org.w3id.urbis.endpoint.openapi;

/** Headers of answers that the document describes once. */
public enum AnswerHeader {
    /** The entity tag. */
    ETAG("ETag", "Strong entity tag, made from the revision and the form: equal tag, equal bytes.", Schema.text()),
    /** The revision. */
    URBIS_REVISION("Urbis-Revision", "Number of the revision the whole answer comes from.", Schema.integer(1)),
    /** Since when a revision counts. */
    LAST_MODIFIED("Last-Modified", "Since when the revision that answers is the current one, or was.", Schema.text()),
    /** How long an answer may be kept. */
    CACHE_CONTROL(
            "Cache-Control",
            "How long the answer may be kept, and whether to ask before using it again.",
            Schema.text()),
    /** What the choice of the answer depends on. */
    VARY("Vary", "Headers of the request that the answer depends on.", Schema.text()),
    /** Related addresses. */
    LINK(
            "Link",
            "Related addresses by RFC 8288: other pages of the list, other forms, what describes it.",
            Schema.text()),
    /** The language of a page. */
    CONTENT_LANGUAGE("Content-Language", "The language that names are given in where they are there.", Schema.text()),
    /** Where something else is. */
    LOCATION("Location", "Where it is found.", Schema.text("uri-reference")),
    /** When to try again. */
    RETRY_AFTER("Retry-After", "After how many seconds to try again.", Schema.integer(0)),
    /** What methods there are. */
    ALLOW("Allow", "The methods that the address knows.", Schema.text());

    private final String title;
    private final String description;
    private final Schema schema;

    AnswerHeader(String title, String description, Schema schema) {
        this.title = title;
        this.description = description;
        this.schema = schema;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    Schema schema() {
        return schema;
    }
}
