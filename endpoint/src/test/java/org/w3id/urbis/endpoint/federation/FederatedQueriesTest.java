package org.w3id.urbis.endpoint.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.Town;
import org.w3id.urbis.endpoint.config.Setting;

/** Queries that ask a second, real SPARQL server on this machine, which the test's operator has turned on. */
class FederatedQueriesTest {
    private static final String PREFIXES = """
        PREFIX urbis: <https://w3id.org/urbis/ontology#>
        PREFIX sdg: <http://metadata.un.org/sdg/>
        PREFIX sdgo: <http://metadata.un.org/sdg/ontology#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        """;
    private static final int CROWD = 250;

    @TempDir
    private static Path data;

    private static OtherFuseki other;
    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        other = OtherFuseki.ofSample();
        other.add(IntStream.rangeClosed(1, CROWD)
                .mapToObj(number -> Triple.create(
                        NodeFactory.createURI("https://w3id.org/urbis/id/person/p" + number),
                        NodeFactory.createURI("http://other.example/double"),
                        NodeFactory.createLiteralString(Integer.toString(2 * number))))
                .toList());
        Town.publish(data, Town.crowd(CROWD));
        Files.writeString(data.resolve("federation.properties"), """
            sdg.address = %s
            gone.address = http://127.0.0.1:1/
            copied.address = http://127.0.0.1:1/
            copied.mirror = https://w3id.org/urbis/graph/town/crowd
            copy.mirror = https://w3id.org/urbis/graph/town/crowd
            copy.prefer = mirror
            """.formatted(other.address()));
        server = RunningServer.on(data, Map.of(Setting.FEDERATION, "sdg, gone, copied, copy"));
    }

    @AfterAll
    static void stop() {
        server.close();
        other.close();
    }

    private static String csv(String query) {
        HttpResponse<String> answer = server.query(PREFIXES + query, "Accept", "text/csv");
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
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
    void theReportSaysWhatTheHeaderSaysAndMore() {
        HttpResponse<String> answer = server.query(
                PREFIXES + "SELECT * { VALUES ?goal { sdg:11 sdg:13 } SERVICE urbis:sdg { ?goal sdgo:hasTarget ?t } }");
        String link = answer.headers().firstValue("Link").orElseThrow();
        assertTrue(link.contains("rel=\"http://www.w3.org/ns/prov#has_provenance\""), link);
        String address = link.replaceAll(".*<(/federation/reports/[0-9a-f]{32})>.*", "$1");
        JsonValue report = JSON.parse(server.get(address).body());
        assertTrue(report.getAsObject().getBoolean("ended"));
        JsonObject asked = report.getAsObject()
                .getArray("endpoints")
                .findFirst()
                .orElseThrow()
                .getAsObject();
        assertEquals("sdg", asked.getString("name"));
        assertEquals(other.address(), asked.getString("address"));
        assertEquals(2, asked.getNumber("rowsSent").intValue());
        assertEquals(3, asked.getNumber("rows").intValue());
        assertEquals(1, asked.getObj("requests").getNumber("remote").intValue());
        HttpResponse<String> page = server.get(address, "Accept", "text/html");
        assertTrue(page.body().contains("<td>From the endpoint (1)</td>"), page.body());
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElseThrow());
        String inFrench =
                server.get(address + "?lang=fr", "Accept", "text/html").body();
        assertTrue(inFrench.contains("<td>Du point d’accès (1)</td>"), inFrench);
        assertTrue(inFrench.contains("href=\"" + address + "?format=html&amp;lang=ar\""), inFrench);
        assertEquals(404, server.get("/federation/reports/0").statusCode());
    }

    @Test
    void theListSaysWhoIsOnAndHowTheyFare() {
        csv("SELECT * { SERVICE urbis:sdg { sdg:11 ?p ?o } }");
        JsonValue list = JSON.parse(server.get("/federation").body());
        Map<String, JsonObject> endpoints = list.getAsObject()
                .getArray("endpoints")
                .map(JsonValue::getAsObject)
                .collect(Collectors.toMap(each -> each.getString("name"), each -> each));
        assertTrue(endpoints.get("sdg").getBoolean("on"));
        assertEquals("answering", endpoints.get("sdg").getString("state"));
        assertFalse(endpoints.get("unbis").getBoolean("on"));
        assertTrue(endpoints
                .keySet()
                .containsAll(
                        List.of("sdg", "unbis", "member-states", "agrovoc", "unesco", "wikidata", "eurovoc", "gone")));
        HttpResponse<String> page = server.get("/federation?lang=es", "Accept", "text/html");
        assertTrue(page.body().contains("SERVICE urbis:sdg"));
        assertTrue(page.body().contains("Tesauro UNBIS"), page.body());
        String tag = page.headers().firstValue("ETag").orElseThrow();
        assertEquals(
                304,
                server.get("/federation?lang=es", "Accept", "text/html", "If-None-Match", tag)
                        .statusCode());
        csv("SELECT * { SERVICE urbis:sdg { sdg:11 ?other ?thing } }");
        assertEquals(
                200,
                server.get("/federation?lang=es", "Accept", "text/html", "If-None-Match", tag)
                        .statusCode());
        assertTrue(server.get("/metrics")
                .body()
                .contains("urbis_federation_requests_total{endpoint=\"sdg\",origin=\"remote\"}"));
        assertEquals(200, server.get("/health").statusCode());
        String description = server.get("/sparql", "Accept", "text/turtle").body();
        assertTrue(description.contains("BasicFederatedQuery"), description);
        assertTrue(description.contains(other.address()), description);
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
