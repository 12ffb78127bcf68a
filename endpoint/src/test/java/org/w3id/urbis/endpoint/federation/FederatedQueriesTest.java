package org.w3id.urbis.endpoint.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.endpoint.federation.FederatedTown.PREFIXES;
import static org.w3id.urbis.endpoint.federation.FederatedTown.csv;

import java.net.http.HttpResponse;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.RunningServer;

/** Queries that ask another endpoint too have the rows that SPARQL says, and it is asked no more often than need be. */
class FederatedQueriesTest {
    private static OtherFuseki other;
    private static RunningServer server;

    @BeforeAll
    static void start() {
        other = FederatedTown.other();
        server = FederatedTown.server();
    }

    @Test
    void anEndpointIsAskedByItsShortNameOrItsAddress() {
        String pattern = "{ sdg:11 sdgo:hasTarget ?target } } ORDER BY ?target";
        String expected = "target\r\nhttp://metadata.un.org/sdg/11.1\r\nhttp://metadata.un.org/sdg/11.5\r\n";
        assertEquals(expected, csv("SELECT ?target { SERVICE urbis:sdg " + pattern));
        assertEquals(expected, csv("SELECT ?target { SERVICE <" + other.address() + "> " + pattern));
    }

    @Test
    void whatIsKnownIsSentAlongInBlocks() {
        other.asked();
        HttpResponse<String> answer = server.query(
                PREFIXES + "SELECT (COUNT(*) AS ?n) (SUM(?number) AS ?sum) { ?one urbis:number ?number ."
                        + " SERVICE urbis:sdg { ?one <http://other.example/double> ?double } }",
                "Accept",
                "text/csv");
        assertEquals("n,sum\r\n250,31375\r\n", answer.body());
        assertEquals(3, other.asked());
        String told = answer.headers().firstValue("Urbis-Federation").orElseThrow();
        assertTrue(told.matches("sdg;rows=250;ms=[0-9]+;remote=3"), told);
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
        assertFalse(answer.headers().firstValue("ETag").isPresent());
    }

    @Test
    void whatManyRowsHaveInCommonIsAskedOnce() {
        other.asked();
        assertEquals(
                "rows\r\n125000\r\n",
                csv("SELECT (COUNT(*) AS ?rows) { ?one urbis:number ?x . ?two urbis:lovesGoal ?goal ."
                        + " SERVICE urbis:sdg { ?goal sdgo:hasTarget ?target } }"));
        assertEquals(1, other.asked());
    }

    @Test
    void whatIsNoIriThoughOthersTakeItForOneIsNotSent() {
        assertTrue(PushedQuery.isSendable(NodeFactory.createURI("http://a.example/ü%20(b)")));
        for (String none : new String[] {"http://a.example/b c", "http://a.example/> <x", "a\\b", "a\nb", "{a}"}) {
            assertFalse(PushedQuery.isSendable(NodeFactory.createURI(none)), none);
        }
    }

    @Test
    void aBlankNodeThatCannotBeSentJoinsWithNothingAndItsRowIsKeptIfThatIsOptional() {
        String node = "{ BIND(BNODE() AS ?node) ";
        assertEquals(
                "n\r\n0\r\n",
                csv("SELECT (COUNT(*) AS ?n) " + node + "SERVICE urbis:sdg { ?node sdgo:hasTarget ?t } }"));
        assertEquals(
                "n,found\r\n1,0\r\n",
                csv("SELECT (COUNT(*) AS ?n) (COUNT(?t) AS ?found) " + node
                        + "OPTIONAL { SERVICE urbis:sdg { ?node sdgo:hasTarget ?t } } }"));
    }

    @Test
    void anOptionalServiceIsSentInBlocksTooAndKeepsTheOthers() {
        other.asked();
        String answer = csv("SELECT (COUNT(?one) AS ?all) (COUNT(?double) AS ?found) {"
                + " ?one urbis:lovesGoal sdg:11 ; urbis:number ?number . BIND(?number + 100 AS ?far)"
                + " BIND(IRI(CONCAT(\"https://w3id.org/urbis/id/person/p\", STR(?far))) AS ?who)"
                + " OPTIONAL { SERVICE urbis:sdg { ?who <http://other.example/double> ?double } } }");
        assertEquals("all,found\r\n250,150\r\n", answer);
        assertEquals(3, other.asked());
    }

    @Test
    void aFilterOnWhatIsOptionalLeavesOutThoseThatHaveNone() {
        String rows = "{ VALUES ?goal { sdg:11 sdg:99 } OPTIONAL { SERVICE urbis:sdg { ?goal sdgo:hasTarget ?t } } ";
        assertEquals(
                "goal,t\r\nhttp://metadata.un.org/sdg/11,http://metadata.un.org/sdg/11.5\r\n",
                csv("SELECT ?goal ?t " + rows + "FILTER(?t = sdg:11.5) }"));
        assertEquals("goal\r\nhttp://metadata.un.org/sdg/99\r\n", csv("SELECT ?goal " + rows + "FILTER(!BOUND(?t)) }"));
        assertEquals(
                "goal\r\nhttp://metadata.un.org/sdg/11\r\nhttp://metadata.un.org/sdg/99\r\n",
                csv("SELECT DISTINCT ?goal " + rows + "FILTER(?t IN (sdg:11.1) || !BOUND(?t)) } ORDER BY ?goal"));
        assertEquals("n\r\n0\r\n", csv("SELECT (COUNT(*) AS ?n) " + rows + "FILTER(?t IN (sdg:1, sdg:2)) }"));
    }

    @Test
    void theJoinIsThatOfSparql() {
        // A value that the pattern may leave open, one that it cannot have, and a subquery with a limit of its own.
        assertEquals(
                "x,y\r\na,1\r\nb,1\r\n",
                csv("SELECT ?x ?y { VALUES ?x { \"a\" \"b\" } SERVICE urbis:sdg { BIND(1 AS ?y) } } ORDER BY ?x"));
        assertEquals(
                "t\r\nhttp://metadata.un.org/sdg/11.5\r\n",
                csv("SELECT ?t { VALUES ?t { sdg:11.5 sdg:99 UNDEF } VALUES ?t { sdg:11.5 }"
                        + " SERVICE urbis:sdg { sdg:11 sdgo:hasTarget ?t } } GROUP BY ?t"));
        assertEquals(
                "n\r\n0\r\n",
                csv("SELECT (COUNT(*) AS ?n) { VALUES ?t { sdg:11.5 } SERVICE urbis:sdg {"
                        + " SELECT ?t { sdg:11 sdgo:hasTarget ?t } ORDER BY ?t LIMIT 1 } }"));
        assertEquals(
                "n\r\n2\r\n",
                csv("SELECT (COUNT(*) AS ?n) { { SELECT ?goal { SERVICE urbis:sdg { ?goal sdgo:hasTarget ?x } } }"
                        + " VALUES ?x { 1 } FILTER(?goal = sdg:11) }"));
        assertEquals(
                "b\r\nfalse\r\ntrue\r\n",
                csv("SELECT ?b { VALUES ?s { sdg:11 sdg:99 } BIND(EXISTS { SERVICE urbis:sdg { ?s ?p ?o } } AS ?b) }"
                        + " ORDER BY ?b"));
    }

    @Test
    void numbersWrittenInAnotherWayStillJoin() {
        assertEquals(
                "n\r\n1\r\n",
                csv("SELECT (COUNT(*) AS ?n) { VALUES ?code { \"11\"^^sdgo:SDGCodeCompact \"x\"^^sdgo:SDGCodeCompact }"
                        + " SERVICE urbis:sdg { sdg:11 skos:notation ?code } }"));
    }

    @Test
    void fusekisOwnPortAsksTheSameAndNoOthers() {
        String allowed =
                RunningServer.encode(PREFIXES + "SELECT ?t { SERVICE urbis:sdg { sdg:13 sdgo:hasTarget ?t } }");
        HttpResponse<String> answer =
                server.send(RunningServer.request(server.fuseki("/urbis/sparql?query=" + allowed), "Accept", "text/csv")
                        .GET());
        assertEquals("t\r\nhttp://metadata.un.org/sdg/13.1\r\n", answer.body());
        String nested = RunningServer.encode(
                PREFIXES + "SELECT * { SERVICE urbis:sdg { ?s ?p ?o SERVICE SILENT urbis:sdg { ?o ?q ?r } } }");
        assertEquals(
                422,
                server.send(RunningServer.request(server.fuseki("/urbis/sparql?query=" + nested))
                                .GET())
                        .statusCode());
    }

    @Test
    void functionsOfOthersAreTheirsToKnow() {
        assertEquals(
                400,
                server.query(PREFIXES + "SELECT * { ?s ?p ?o FILTER(<http://other.example/f>(?s)) }")
                        .statusCode());
        assertEquals(
                "n\r\n0\r\n",
                csv("SELECT (COUNT(*) AS ?n) { SERVICE urbis:sdg { ?s a sdgo:Goal"
                        + " FILTER(<http://other.example/f>(?s)) } }"));
    }
}
