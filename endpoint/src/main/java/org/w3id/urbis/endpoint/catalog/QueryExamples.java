package org.w3id.urbis.endpoint.catalog;

import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryType;
import org.w3id.urbis.ontology.Urbis;
import org.w3id.urbis.queries.CatalogueQuery;

/**
 * The questions of the catalogue as SPARQL executables, so that editors that know the convention offer them.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#sparql-constraints-prefixes">SHACL, SPARQL executables</a>
 */
public final class QueryExamples {
    private static final String SH = "http://www.w3.org/ns/shacl#";
    private static final String SCHEMA = "https://schema.org/";
    /** The words of the SIB's collections of examples, which editors know. */
    private static final String SPEX = "https://purl.expasy.org/sparql-examples/ontology#";

    private static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";

    private final String baseIri;

    /**
     * Prepares to describe questions.
     *
     * @param baseIri what our IRIs begin with
     */
    public QueryExamples(String baseIri) {
        this.baseIri = baseIri;
    }

    /** Some questions, for an endpoint at an address. */
    public Graph graph(List<CatalogueQuery> queries, String endpoint) {
        Statements statements = new Statements();
        queries.forEach(query -> add(statements, query, endpoint));
        return statements.finished();
    }

    private void add(Statements statements, CatalogueQuery query, String endpoint) {
        Node example = Statements.iri(baseIri + "queries/" + query.name());
        QueryType form = query.form();
        statements
                .type(example, SH + "SPARQLExecutable")
                .type(example, SH + executable(form))
                .text(example, RDFS + "label", query.summary(), "en")
                .text(example, RDFS + "comment", query.question(), "en")
                .text(example, SH + form.name().toLowerCase(Locale.ROOT), query.text())
                .link(example, SCHEMA + "target", endpoint);
        query.federates().forEach(name -> statements.link(example, SPEX + "federatesWith", Urbis.NS + name));
        query.tags().forEach(tag -> statements.text(example, SCHEMA + "keywords", tag));
    }

    private static String executable(QueryType form) {
        return switch (form) {
            case SELECT -> "SPARQLSelectExecutable";
            case ASK -> "SPARQLAskExecutable";
            case CONSTRUCT -> "SPARQLConstructExecutable";
            default -> "SPARQLExecutable";
        };
    }
}
