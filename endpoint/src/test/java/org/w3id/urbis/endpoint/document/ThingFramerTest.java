package org.w3id.urbis.endpoint.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.description.Description;
import org.w3id.urbis.endpoint.description.DescriptionGraph;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.ontology.Urbis;

class ThingFramerTest {
    private static final Identifiers IDENTIFIERS = new Identifiers(Urbis.BASE);
    private static final DocumentContext CONTEXT = DocumentContext.shipped();
    private static final ThingFramer FRAMER = new ThingFramer(CONTEXT, IDENTIFIERS);
    private static final String ORIGIN = "http://localhost:1";

    private static DatasetGraph read(String resource) {
        DatasetGraph dataset = DatasetGraphFactory.createGeneral();
        RDFDataMgr.read(dataset, ThingFramerTest.class.getResource(resource).toString());
        return dataset;
    }

    private static Description describe(DatasetGraph dataset, Node thing) {
        return new DescriptionReader(dataset, IDENTIFIERS).read(thing);
    }

    private static byte[] document(Description description) {
        return JsonText.bytes(FRAMER.document(description, ORIGIN));
    }

    private static JsonObject json(DatasetGraph dataset, String iri) {
        return JSON.parse(new ByteArrayInputStream(document(describe(dataset, NodeFactory.createURI(iri)))));
    }

    /** Reads a document as any JSON-LD library would, with the published context. */
    private static Graph triples(byte[] document) {
        JsonLdOptions options = new JsonLdOptions((address, any) -> {
            assertEquals(ORIGIN + "/context/urbis-1.jsonld", address.toString());
            return JsonDocument.of(new ByteArrayInputStream(CONTEXT.bytes()));
        });
        return RDFParser.source(new ByteArrayInputStream(document))
                .lang(Lang.JSONLD11)
                .set(LangJSONLD11.JSONLD_OPTIONS, options)
                .toGraph();
    }

    private static Set<String> lines(Graph graph) {
        Set<String> lines = new TreeSet<>();
        graph.find().forEachRemaining(triple -> lines.add(triple.toString()));
        return lines;
    }

    private static void assertSame(Graph expected, Graph found, byte[] document) {
        Set<String> missing = lines(expected);
        missing.removeAll(lines(found));
        Set<String> unexpected = lines(found);
        unexpected.removeAll(lines(expected));
        assertEquals(
                "missing [], unexpected []",
                "missing " + missing + ", unexpected " + unexpected,
                () -> new String(document, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/town.trig", "/odd.trig"})
    void aDocumentSaysWhatTheTurtleSays(String resource) {
        DatasetGraph dataset = read(resource);
        Set<Node> nodes = new HashSet<>();
        dataset.find().forEachRemaining(quad -> Stream.of(quad.getGraph(), quad.getSubject(), quad.getObject())
                .filter(Node::isURI)
                .forEach(nodes::add));
        assertTrue(nodes.size() > 20, () -> "only " + nodes);
        for (Node node : nodes) {
            Description description = describe(dataset, node);
            Graph expected =
                    DescriptionGraph.of(description, ThingFramer.documentIri(IDENTIFIERS, description.thing()));
            byte[] document = document(description);
            assertSame(expected, triples(document), document);
        }
    }

    @Test
    void equalContentGivesEqualBytes() {
        List<Quad> quads = new ArrayList<>();
        read("/odd.trig").find().forEachRemaining(quads::add);
        Node odd = NodeFactory.createURI(Urbis.ID + "network/odd");
        Set<String> documents = new TreeSet<>();
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(quads, new Random(seed));
            DatasetGraph dataset = DatasetGraphFactory.createGeneral();
            quads.forEach(dataset::add);
            documents.add(new String(document(describe(dataset, odd)), StandardCharsets.UTF_8));
        }
        assertEquals(1, documents.size(), () -> String.join("\n", documents));
    }

    @Test
    void aDocumentIsPlainJson() {
        JsonObject bridges = json(read("/town.trig"), Urbis.ID + "network/bridges");
        assertEquals(
                List.of("@context", "id", "type", "name", "description", "contributesTo"),
                bridges.keys().stream().limit(6).toList());
        assertEquals(Urbis.ID + "network/bridges", bridges.getString("id"));
        assertEquals(
                "[ \"Network\" , \"Organization\" , \"org:Organization\" ]",
                flat(bridges.get("type").toString()));
        assertEquals("Villes à ponts", bridges.getObj("name").getString("fr"));
        assertEquals(
                List.of("ar", "en", "fr"), List.copyOf(bridges.getObj("name").keys()));
        JsonObject count = bridges.get("memberCount").getAsArray().get(0).getAsObject();
        assertEquals(40, count.getNumber("value").intValue());
        JsonObject citation = count.get("citation").getAsArray().get(0).getAsObject();
        assertEquals("15", citation.getString("lines"));
        assertEquals(
                "[ \"name\" ]",
                flat(bridges.get("citation")
                        .getAsArray()
                        .get(0)
                        .getAsObject()
                        .get("supports")
                        .toString()));
        JsonObject goal = bridges.get("contributesTo").getAsArray().get(0).getAsObject();
        assertEquals("http://metadata.un.org/sdg/11", goal.getString("id"));
        assertEquals("Sustainable cities and communities", goal.getObj("name").getString("en"));
        JsonObject note = bridges.get("notes").getAsArray().get(0).getAsObject();
        assertEquals("[ \"website\" ]", flat(note.get("aboutProperty").toString()));
        assertTrue(bridges.getObj("inOtherWords").hasKey("schema:url"), bridges.toString());
    }

    @Test
    void relationsStandInFullAndOwnersAreNamed() {
        JsonObject by = json(read("/odd.trig"), Urbis.ID + "network/odd").getObj("referredToBy");
        JsonObject membership = by.get("inOrganization").getAsArray().get(0).getAsObject();
        assertEquals("The other", membership.getObj("member").getObj("name").getString("en"));
        assertTrue(!membership.hasKey("inOrganization"), "the way back is not said twice");
        assertEquals(
                "3",
                membership.get("citation").getAsArray().get(0).getAsObject().getString("lines"));
        JsonObject quantity = by.get("beneficiary").getAsArray().get(0).getAsObject();
        JsonObject commitment = quantity.getObj("referredToBy")
                .get("quantity")
                .getAsArray()
                .get(0)
                .getAsObject();
        assertEquals("Be odd", commitment.getObj("name").getString("en"));
    }

    @Test
    void whatIsCutIsSaid() {
        DatasetGraph dataset = read("/odd.trig");
        Node goal = NodeFactory.createURI("http://metadata.un.org/sdg/11");
        Node serves = NodeFactory.createURI(Urbis.NS + "contributesTo");
        for (int i = 0; i < 60; i++) {
            dataset.add(goal, NodeFactory.createURI(Urbis.ID + "network/n" + i), serves, goal);
        }
        JsonObject document = json(dataset, goal.getURI());
        assertEquals(
                50,
                document.getObj("referredToBy")
                        .get("contributesTo")
                        .getAsArray()
                        .size());
        String comment =
                document.getObj("describedIn").getObj("comment").get("en").toString();
        assertTrue(comment.contains("shows 50 of the 60 subjects"), comment);
    }

    @Test
    void textIsWrittenSoThatItCanBeRead() {
        assertEquals("{}\n", new String(JsonText.bytes(Map.of()), StandardCharsets.UTF_8));
        assertEquals(
                "[\"a\\\"\\\\\\n\\u0001é\", 1, true, null]",
                JsonText.of(java.util.Arrays.asList("a\"\\\n\u0001é", 1L, true, null)));
        assertEquals("\"\\ud800 😀\"", JsonText.of("\ud800 😀"));
        List<String> words = Collections.nCopies(40, "word");
        assertEquals(
                "{\n  \"words\": [\n    " + String.join(",\n    ", Collections.nCopies(40, "\"word\"")) + "\n  ]\n}",
                JsonText.of(Map.of("words", words)));
    }

    private static String flat(String json) {
        return json.replaceAll("\\s+", " ").strip();
    }
}
