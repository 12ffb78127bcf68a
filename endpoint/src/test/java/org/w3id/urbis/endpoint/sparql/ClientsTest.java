package org.w3id.urbis.endpoint.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdfconnection.RDFConnection;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.query.QueryEvaluationException;
import org.eclipse.rdf4j.query.QueryResults;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;

/** The usual clients of two other code bases get on with the endpoint. */
class ClientsTest {
    private static final String BRIDGES = "https://w3id.org/urbis/id/network/bridges";
    private static final String NAMES =
            "SELECT ?name { <" + BRIDGES + "> <http://www.w3.org/2004/02/skos/core#prefLabel> ?name }";

    @TempDir
    private static Path data;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        Town.publish(data);
        server = RunningServer.on(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void jena() {
        try (RDFConnection connection = RDFConnection.connect(server.origin() + "/sparql")) {
            try (QueryExecution names = connection.query(NAMES)) {
                assertEquals(3, ResultSetFormatter.consume(names.execSelect()));
            }
            assertTrue(connection.queryAsk("ASK { <" + BRIDGES + "> ?p ?o }"));
            Model described = connection.queryDescribe("DESCRIBE <" + BRIDGES + ">");
            assertFalse(described.isEmpty());
            assertFalse(connection.queryConstruct("CONSTRUCT WHERE { ?s a ?o }").isEmpty());
            assertThrows(HttpException.class, () -> connection.update("CLEAR ALL"));
            try (QueryExecution wrong = QueryExecution.service(server.origin() + "/sparql")
                    .query("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")
                    .build()) {
                QueryExceptionHTTP refused = assertThrows(QueryExceptionHTTP.class, wrong::execSelect);
                assertEquals(403, refused.getStatusCode());
            }
        }
    }

    @Test
    void rdf4j() {
        SPARQLRepository repository = new SPARQLRepository(server.origin() + "/sparql");
        try (RepositoryConnection connection = repository.getConnection()) {
            assertEquals(
                    3,
                    QueryResults.asList(connection.prepareTupleQuery(NAMES).evaluate())
                            .size());
            assertTrue(connection
                    .prepareBooleanQuery("ASK { <" + BRIDGES + "> ?p ?o }")
                    .evaluate());
            assertFalse(QueryResults.asModel(connection
                            .prepareGraphQuery("DESCRIBE <" + BRIDGES + ">")
                            .evaluate())
                    .isEmpty());
            assertTrue(connection.hasStatement(Values.iri(BRIDGES), null, null, false));
            QueryEvaluationException refused = assertThrows(
                    QueryEvaluationException.class,
                    () -> connection.prepareTupleQuery("SELECT * {").evaluate());
            assertTrue(refused.getMessage().contains("Line 1, column 10"), refused.getMessage());
        } finally {
            repository.shutDown();
        }
    }
}
