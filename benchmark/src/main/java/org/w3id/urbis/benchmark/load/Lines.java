package org.w3id.urbis.benchmark.load;

import java.io.IOException;
import java.io.Writer;

/** Statements of N-Triples, written as text. */
final class Lines {

    private static final String ONTOLOGY = "https://w3id.org/urbis/ontology#";
    private static final String ID = "https://w3id.org/urbis/id/";
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";

    private final Writer out;
    private String subject = "";

    Lines(Writer out) {
        this.out = out;
    }

    /** Begins with another thing, named below the place of ours. */
    Lines about(String name) {
        subject = "<" + ID + name + ">";
        return this;
    }

    Lines a(String type) throws IOException {
        return say(TYPE, "<" + ONTOLOGY + type + ">");
    }

    /** Says that a property of ours leads to a thing or code of ours. */
    Lines to(String property, String name) throws IOException {
        return say(term(property), "<" + ID + name + ">");
    }

    Lines toIri(String property, String iri) throws IOException {
        return say(term(property), "<" + iri + ">");
    }

    Lines name(String text, String language) throws IOException {
        return say("<http://www.w3.org/2004/02/skos/core#prefLabel>", "\"" + text + "\"@" + language);
    }

    Lines description(String text) throws IOException {
        return say("<http://purl.org/dc/terms/description>", "\"" + text + "\"@en");
    }

    Lines typed(String property, String text, String type) throws IOException {
        return say(term(property), "\"" + text + "\"^^<" + XSD + type + ">");
    }

    /** Cites a row of the register, by a citation of its own. */
    Lines cited(String key, long row) throws IOException {
        String citation = "citation/synthetic-" + key;
        to("citation", citation);
        return about(citation).to("document", "document/synthetic").typed("row", Long.toString(row + 1), "integer");
    }

    private static String term(String property) {
        return "<" + ONTOLOGY + property + ">";
    }

    private Lines say(String property, String value) throws IOException {
        out.write(subject + " " + property + " " + value + " .\n");
        return this;
    }
}
