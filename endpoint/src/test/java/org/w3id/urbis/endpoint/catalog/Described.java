package org.w3id.urbis.endpoint.catalog;

import java.util.List;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.w3id.urbis.endpoint.ShippedServer;

/** What the graph that ships is described with, in Turtle, and questions about that. */
final class Described {
    static final String PREFIXES = """
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX dqv: <http://www.w3.org/ns/dqv#>
        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
        PREFIX sh: <http://www.w3.org/ns/shacl#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX spdx: <http://spdx.org/rdf/terms#>
        PREFIX urbis: <https://w3id.org/urbis/ontology#>
        PREFIX void: <http://rdfs.org/ns/void#>
        """;

    private Described() {}

    static Model model(String path) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.fromString(
                        ShippedServer.running()
                                .get(path, "Accept", "text/turtle")
                                .body(),
                        Lang.TURTLE)
                .parse(model);
        return model;
    }

    static List<QuerySolution> rows(Model model, String query) {
        try (QueryExecution execution = QueryExecutionFactory.create(PREFIXES + query, model)) {
            return ResultSetFormatter.toList(execution.execSelect());
        }
    }
}
