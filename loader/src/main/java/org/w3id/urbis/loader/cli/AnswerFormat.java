package org.w3id.urbis.loader.cli;

import java.util.Locale;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.resultset.ResultSetLang;

/** The formats of answers. */
enum AnswerFormat {

    /** Columns for the eye. */
    TABLE(Optional.of(ResultSetLang.RS_Text), Optional.of(RDFFormat.TURTLE_PRETTY)),
    /** SPARQL's JSON for rows, JSON-LD for graphs. */
    JSON(Optional.of(ResultSetLang.RS_JSON), Optional.of(RDFFormat.JSONLD)),
    /** Comma separated values. */
    CSV(Optional.of(ResultSetLang.RS_CSV), Optional.empty()),
    /** Tab separated values. */
    TSV(Optional.of(ResultSetLang.RS_TSV), Optional.empty()),
    /** SPARQL's XML for rows, RDF/XML for graphs. */
    XML(Optional.of(ResultSetLang.RS_XML), Optional.of(RDFFormat.RDFXML)),
    /** Turtle, for graphs. */
    TURTLE(Optional.empty(), Optional.of(RDFFormat.TURTLE_PRETTY));

    private final Optional<Lang> rows;
    private final Optional<RDFFormat> graph;

    AnswerFormat(Optional<Lang> rows, Optional<RDFFormat> graph) {
        this.rows = rows;
        this.graph = graph;
    }

    /** How rows and truth values are written; empty if they cannot be. */
    Optional<Lang> rows() {
        return rows;
    }

    /** How graphs are written; empty if they cannot be. */
    Optional<RDFFormat> graph() {
        return graph;
    }

    /** The name as users type it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
