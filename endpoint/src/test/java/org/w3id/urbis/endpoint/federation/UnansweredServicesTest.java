package org.w3id.urbis.endpoint.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.endpoint.federation.FederatedTown.PREFIXES;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.RunningServer;

/** Queries to endpoints that are down or not turned on: what comes back never passes for a whole answer. */
class UnansweredServicesTest {
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = FederatedTown.server();
    }

    @Test
    void ofOneThatIsDownAnErrorComesAndNeverHalfAnAnswer() {
        HttpResponse<String> answer = server.query(
                PREFIXES + "SELECT * { { ?s a urbis:Network } UNION { SERVICE urbis:gone { ?s ?p ?o } } }");
        assertEquals(502, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("problem/remote-failed"), answer.body());
        assertTrue(answer.body().contains("\"endpoint\" : \"gone\""), answer.body());
    }

    @Test
    void aCopyAnswersForOneThatIsDownAndTheAnswerSaysSo() {
        for (String name : List.of("copied", "copy")) {
            HttpResponse<String> answer = server.query(
                    PREFIXES + "SELECT (SUM(?n) AS ?sum) { ?one urbis:lovesGoal sdg:11 SERVICE urbis:" + name
                            + " { ?one urbis:number ?n } }",
                    "Accept",
                    "text/csv");
            assertEquals("sum\r\n31375\r\n", answer.body());
            String told = answer.headers().firstValue("Urbis-Federation").orElseThrow();
            assertTrue(told.matches(name + ";rows=250;ms=[0-9]+;mirror=3"), told);
        }
    }

    @Test
    void whatItsPublisherOffersAsFilesAnswersTooAndIsNoPartOfTheGraph() {
        HttpResponse<String> answer = server.query(
                PREFIXES + "SELECT ?target { SERVICE urbis:filed { sdg:11 sdgo:hasTarget ?target } } ORDER BY ?target",
                "Accept",
                "text/csv");
        assertEquals("target\r\nhttp://metadata.un.org/sdg/11.1\r\nhttp://metadata.un.org/sdg/11.5\r\n", answer.body());
        String told = answer.headers().firstValue("Urbis-Federation").orElseThrow();
        assertTrue(told.matches("filed;rows=2;ms=[0-9]+;mirror=1"), told);
        assertTrue(FederatedTown.csv("SELECT ?x { ?x sdgo:hasTarget ?y }").equals("x\r\n"));
    }

    @Test
    void aLongAnswerSaysThatMoreIsAskedAndIsCutIfThatFails() {
        String many = "{ ?a urbis:number ?x . ?b urbis:number ?y }";
        HttpResponse<String> whole =
                server.query(PREFIXES + "SELECT * { " + many + " UNION { SERVICE urbis:sdg { sdg:11 ?p ?o } } }");
        assertEquals(200, whole.statusCode());
        assertTrue(whole.body().endsWith("}\n") || whole.body().endsWith("}"));
        assertTrue(whole.headers().firstValue("Link").orElseThrow().contains("has_provenance"));
        IllegalStateException cut = assertThrows(
                IllegalStateException.class,
                () -> server.query(PREFIXES + "SELECT * { " + many + " UNION { SERVICE urbis:gone { ?s ?p ?o } } }"));
        assertInstanceOf(IOException.class, cut.getCause());
    }

    @Test
    void silentGoesOnWithoutItAndSaysSo() {
        HttpResponse<String> answer = server.query(
                PREFIXES + "SELECT (COUNT(*) AS ?n) { ?one urbis:number ?number . FILTER(?number <= 5)"
                        + " SERVICE SILENT urbis:gone { ?one ?p ?o } }",
                "Accept",
                "text/csv");
        assertEquals("n\r\n5\r\n", answer.body());
        String told = answer.headers().firstValue("Urbis-Federation").orElseThrow();
        assertTrue(told.matches("gone;rows=0;ms=[0-9]+;failed=1"), told);
    }

    @Test
    void whatIsNotTurnedOnIsRefusedAndTheOperatorTold() {
        for (String service : List.of(
                "SERVICE urbis:unbis { ?s ?p ?o }",
                "SERVICE SILENT urbis:unbis { ?s ?p ?o }",
                "SERVICE <https://metadata.un.org/graphdb/repositories/UNBIST_core> { ?s ?p ?o }")) {
            HttpResponse<String> answer = server.query(PREFIXES + "SELECT * { " + service + " }");
            assertEquals(403, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("URBIS_FEDERATION=unbis"), answer.body());
        }
        for (String service : List.of(
                "SERVICE <http://127.0.0.1:1> { ?s ?p ?o }",
                "SERVICE <http://127.0.0.1:1/#x> { ?s ?p ?o }",
                "SERVICE <http://user:secret@127.0.0.1:1/> { ?s ?p ?o }",
                "SERVICE urbis:Network { ?s ?p ?o }",
                "VALUES ?e { urbis:sdg } SERVICE ?e { ?s ?p ?o }",
                "SERVICE urbis:sdg { ?s ?p ?o SERVICE urbis:sdg { ?o ?q ?r } }",
                "SERVICE urbis:sdg { SELECT ?s { ?s ?p ?o } ORDER BY (EXISTS { SERVICE urbis:sdg { ?s ?q ?r } }) }")) {
            HttpResponse<String> answer = server.query(PREFIXES + "SELECT * { " + service + " }");
            assertEquals(403, answer.statusCode(), answer.body());
        }
    }
}
