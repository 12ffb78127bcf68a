package org.w3id.urbis.endpoint.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.loader.publication.Publication;
import org.w3id.urbis.loader.publication.Revision;

class FeedRoutesTest {
    private static final int THINGS = 1_200;
    private static final String AS = "https://www.w3.org/ns/activitystreams#";
    private static final String TREE = "https://w3id.org/tree#";

    @TempDir
    private static Path data;

    private static Revision first;
    private static Revision second;
    private static RunningServer server;

    @BeforeAll
    static void start() {
        Publication publication = new Publication(data, 5, Clock.systemUTC());
        List<Quad> things = new ArrayList<>();
        for (int i = 0; i < THINGS; i++) {
            things.add(named(i, "Thing " + i));
        }
        first = publication.publish(things::stream).orElseThrow();
        // One is called something else, one is withdrawn, one is new.
        things.set(1, named(1, "Another name"));
        things.set(2, new Quad(graph(), thing(2), iri("http://www.w3.org/2002/07/owl#deprecated"), yes()));
        things.add(named(THINGS, "New"));
        second = publication.publish(things::stream).orElseThrow();
        server = RunningServer.on(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aConsumerThatFollowsTheRelationsHasEveryMemberOnce() {
        Map<String, String> members = new TreeMap<>();
        int pages = consume(server.origin() + "/feed", members);
        assertEquals(THINGS + 3, members.size());
        assertEquals(4, pages);
        assertEquals(1, members.values().stream().filter("Update"::equals).count());
        assertEquals(1, members.values().stream().filter("Delete"::equals).count());
        assertEquals(
                THINGS + 1, members.values().stream().filter("Create"::equals).count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/turtle",
                "application/ld+json",
                "application/trig",
                "application/n-triples",
                "application/rdf+xml"
            })
    void sinceARevisionOnlyWhatCameAfterItIsTold(String type) {
        Graph graph = graph("/feed?since=1", type);
        assertEquals(Set.of("Update " + thing(1), "Delete " + thing(2), "Create " + thing(THINGS)), activities(graph));
        assertTrue(graph.contains(thing(2), RDF.type.asNode(), iri(AS + "Tombstone")));
        assertTrue(graph.contains(Node.ANY, iri(TREE + "view"), iri(server.origin() + "/feed?since=1")));
    }

    @Test
    void sinceAMomentAndSinceTheBeginning() {
        assertEquals(
                Set.of(), activities(graph("/feed?since=" + second.created().plusSeconds(3600), "text/turtle")));
        assertEquals(Set.of(), activities(graph("/feed?since=2", "text/turtle")));
        assertEquals(500, activities(graph("/feed?since=0", "text/turtle")).size());
        assertEquals(
                500,
                activities(graph("/feed?since=2020-01-01T00:00:00%2B02:00", "text/turtle"))
                        .size());
    }

    @Test
    void aFullPageIsKeptForEverAndTheLastIsAskedAbout() {
        HttpResponse<String> full = server.get("/feed/1", "Accept", "text/turtle");
        assertEquals(
                "public, max-age=31536000, immutable",
                full.headers().firstValue("Cache-Control").orElseThrow());
        HttpResponse<String> last = server.get("/feed/2", "Accept", "text/turtle");
        assertEquals(
                "public, no-cache", last.headers().firstValue("Cache-Control").orElseThrow());
        String tag = last.headers().firstValue("ETag").orElseThrow();
        assertEquals(
                304,
                server.get("/feed/2", "Accept", "text/turtle", "If-None-Match", tag)
                        .statusCode());
        String links = full.headers().firstValue("Link").orElseThrow();
        assertTrue(links.contains("/feed/0>; rel=\"prev\"") && links.contains("/feed/2>; rel=\"next\""), links);
    }

    @Test
    void aRevisionIsNamedByItsHashToo() {
        assertEquals(
                activities(graph("/feed?since=1", "text/turtle")),
                activities(graph("/feed?since=" + first.hash(), "text/turtle")));
        assertEquals(400, server.get("/feed?since=" + "0".repeat(64)).statusCode());
    }

    @Test
    void peopleReadItStepByStepInTheirLanguage() {
        HttpResponse<String> page = server.get("/feed", "Accept", "text/html", "Accept-Language", "fr");
        assertEquals(200, page.statusCode());
        assertEquals("fr", page.headers().firstValue("Content-Language").orElseThrow());
        assertEquals("2", page.headers().firstValue("Urbis-Revision").orElseThrow());
        assertTrue(page.body().indexOf("Révision 2") < page.body().indexOf("Révision 1"), page::body);
        assertTrue(page.body().contains("Another name") && page.body().contains("Modifié: 1"), page::body);
        assertTrue(page.body().contains("Thing 0") && page.body().contains("/feed/0?format=html#change-1"), page::body);
        HttpResponse<String> events = server.get("/feed/2?format=html");
        assertTrue(events.body().contains("id=\"change-2\"") && events.body().contains("Thing 1100"), events::body);
        assertEquals(
                "public, no-cache",
                server.get("/feed/0?format=html")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElseThrow());
        HttpResponse<String> since = server.get("/feed?since=1&format=html");
        assertTrue(since.body().contains("/feed?since=1&amp;format=ttl"), since::body);
        assertFalse(since.body().contains("Thing 1100"), since::body);
    }

    @Test
    void itIsACollectionOfActivityStreamsToo() {
        HttpResponse<String> start = server.get("/feed", "Accept", "application/activity+json");
        assertEquals(
                "application/activity+json",
                start.headers().firstValue("Content-Type").orElseThrow());
        JsonObject collection = JSON.parse(start.body());
        assertTrue(collection.get("type").toString().contains("OrderedCollection"));
        assertEquals(THINGS + 3, collection.getNumber("totalItems").intValue());
        JsonObject page =
                JSON.parse(server.get(path(collection.getString("last")), "Accept", "application/activity+json")
                        .body());
        JsonObject activity =
                page.getArray("orderedItems").findFirst().orElseThrow().getAsObject();
        assertEquals("Create", activity.getString("type"));
        assertEquals(path(page.getString("prev")), "/feed/1");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertEquals(404, server.get("/feed/9").statusCode());
        assertEquals(404, server.get("/feed/x").statusCode());
        assertEquals(400, server.get("/feed?since=77").statusCode());
        assertEquals(400, server.get("/feed?since=yesterday").statusCode());
        assertEquals(406, server.get("/feed", "Accept", "image/png").statusCode());
        assertEquals(405, server.post("/feed", "text/plain", "x").statusCode());
    }

    @Test
    void aPatchLeadsFromOneRevisionToAnother() {
        HttpResponse<byte[]> response = server.bytes("/revisions/2/patch");
        assertEquals(
                "application/rdf-patch",
                response.headers().firstValue("Content-Type").orElseThrow());
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        dataset.add(named(1, "Thing 1"));
        dataset.add(named(2, "Thing 2"));
        RDFPatchOps.applyChange(dataset, RDFPatchOps.read(new ByteArrayInputStream(response.body())));
        assertTrue(dataset.contains(named(1, "Another name")));
        assertTrue(dataset.contains(named(THINGS, "New")));
        assertFalse(dataset.contains(named(1, "Thing 1")));
        byte[] back = server.bytes("/revisions/1/patch?from=2").body();
        RDFPatchOps.applyChange(dataset, RDFPatchOps.read(new ByteArrayInputStream(back)));
        assertTrue(dataset.contains(named(1, "Thing 1")) && dataset.contains(named(2, "Thing 2")));
        assertEquals(404, server.get("/revisions/9/patch").statusCode());
    }

    /** Reads a node of an event stream and all that it leads to; returns how many nodes that were. */
    private static int consume(String view, Map<String, String> members) {
        Deque<String> ahead = new ArrayDeque<>(List.of(view));
        Set<String> seen = new HashSet<>();
        while (!ahead.isEmpty()) {
            String address = ahead.pop();
            if (seen.add(address)) {
                Graph graph = graph(path(address), "text/turtle");
                assertTrue(graph.contains(Node.ANY, iri(TREE + "view"), iri(view)));
                graph.find(iri(address), iri(TREE + "relation"), Node.ANY).forEachRemaining(relation -> graph.find(
                                relation.getObject(), iri(TREE + "node"), Node.ANY)
                        .forEachRemaining(node -> ahead.add(node.getObject().getURI())));
                graph.find(Node.ANY, iri(TREE + "member"), Node.ANY)
                        .forEachRemaining(
                                member -> members.put(member.getObject().getURI(), type(graph, member.getObject())));
            }
        }
        return seen.size();
    }

    private static Set<String> activities(Graph graph) {
        Set<String> activities = new HashSet<>();
        graph.find(Node.ANY, iri(AS + "object"), Node.ANY)
                .forEachRemaining(
                        object -> activities.add(type(graph, object.getSubject()) + " " + object.getObject()));
        return activities;
    }

    private static String type(Graph graph, Node subject) {
        return graph.find(subject, RDF.type.asNode(), Node.ANY)
                .next()
                .getObject()
                .getLocalName();
    }

    private static Graph graph(String path, String type) {
        HttpResponse<String> response = server.get(path, "Accept", type);
        assertEquals(200, response.statusCode(), response::body);
        return RDFParser.fromString(response.body(), RDFLanguages.contentTypeToLang(type))
                .toDatasetGraph()
                .getDefaultGraph();
    }

    private static String path(String address) {
        return address.substring(server.origin().length());
    }

    private static Quad named(int number, String name) {
        return new Quad(
                graph(),
                thing(number),
                iri("http://www.w3.org/2004/02/skos/core#prefLabel"),
                NodeFactory.createLiteralLang(name, "en"));
    }

    private static Node yes() {
        return NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);
    }

    private static Node graph() {
        return iri("https://w3id.org/urbis/graph/town");
    }

    private static Node thing(int number) {
        return iri("https://w3id.org/urbis/id/city/" + (10_000 + number));
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
