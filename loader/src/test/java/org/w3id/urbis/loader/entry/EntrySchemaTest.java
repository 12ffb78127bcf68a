package org.w3id.urbis.loader.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.ontology.ResourceFolder;

/** The schemas and the gate judge the examples of the shapes alike, as far as JSON Schema reaches. */
class EntrySchemaTest {
    private static final Path EXAMPLES = Path.of("../shapes/examples");
    private static final String REPORT = ".report.ttl";

    /** Shapes that compare, count over languages, look elsewhere, or judge what nobody hands in. */
    private static final Set<String> BEYOND_JSON_SCHEMA = new TreeSet<>(List.of(
            "Address-cityInCountry",
            "Citation-order",
            "Citation-where",
            "Cited-everyFact",
            "Commitment-deadlineAfterBaseline",
            "Commitment-figureForTarget",
            "Commitment-statedOrNot",
            "CommitmentAbsence-actor",
            "CommitmentAbsence-asOf",
            "CommitmentAbsence-measure",
            "CommitmentAbsence-source",
            "Contributor-knownElement",
            "Dated-order",
            "Described-reference",
            "FrameworkElement-inScheme",
            "Match-matchMethod",
            "Match-matchScore",
            "Match-matchedIdentifier",
            "NamedOnce-prefLabel",
            "Place-latitude",
            "Place-longitude",
            "Quantity-range",
            "Withdrawn-nothingElse"));

    private final EntryTerms terms = EntryTerms.shipped();
    private final Map<EntryKind, JsonSchema> schemas = new EnumMap<>(EntryKind.class);
    private final JsonObject context = context();

    private static JsonObject context() {
        String text = ResourceFolder.onClasspath("urbis/ontology").text("context/urbis-1.jsonld");
        return Json.createReader(new StringReader(text)).readObject().getJsonObject("@context");
    }

    private JsonSchema schema(EntryKind kind) {
        return schemas.computeIfAbsent(kind, any -> JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(EntrySchema.of(any, terms)));
    }

    private static Graph read(Path file) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(file).base("https://w3id.org/urbis/").parse(graph);
        return graph;
    }

    private static List<Path> examples(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".ttl")
                            && !file.toString().endsWith(REPORT)
                            && file.getParent().endsWith(folder))
                    .sorted()
                    .toList();
        }
    }

    /** The things of a file that are of a kind, each as JSON. */
    private Map<Node, Map.Entry<EntryKind, String>> entries(Graph graph) {
        Map<Node, Map.Entry<EntryKind, String>> entries = new LinkedHashMap<>();
        for (EntryKind kind : EntryKind.values()) {
            graph.stream(Node.ANY, RDF.Nodes.type, kind.type())
                    .map(triple -> triple.getSubject())
                    .filter(Node::isURI)
                    .forEach(thing -> entries.put(thing, Map.entry(kind, json(graph, thing))));
        }
        return entries;
    }

    /** A thing with the nodes below it that have no name, framed by the published context. */
    private String json(Graph graph, Node thing) {
        Graph own = GraphFactory.createDefaultGraph();
        Set<Node> seen = new HashSet<>();
        List<Node> open = new ArrayList<>(List.of(thing));
        while (!open.isEmpty()) {
            Node node = open.removeFirst();
            if (seen.add(node)) {
                graph.find(node, Node.ANY, Node.ANY).forEachRemaining(triple -> {
                    own.add(triple);
                    if (triple.getObject().isBlank()) {
                        open.add(triple.getObject());
                    }
                });
            }
        }
        String expanded = RDFWriter.source(own).lang(Lang.JSONLD11).asString();
        JsonObject frame = Json.createObjectBuilder()
                .add("@context", context)
                .add("@id", thing.getURI())
                .build();
        try {
            return JsonLd.frame(
                            JsonDocument.of(new StringReader(expanded)),
                            JsonDocument.of(new StringReader(frame.toString())))
                    .omitGraph(true)
                    .get()
                    .toString()
                    // Whole numbers as people write them.
                    .replaceAll("\\{\"@value\":\"(-?[0-9]+)\",\"type\":\\[\"xsd:integer\"]}", "$1");
        } catch (JsonLdError e) {
            throw new AssertionError(e);
        }
    }

    private Optional<String> fault(Map.Entry<EntryKind, String> entry) {
        return schema(entry.getKey()).validate(entry.getValue(), InputFormat.JSON).stream()
                .findFirst()
                .map(fault -> fault + "\n" + entry.getValue().replaceFirst(",\"@context.*", ""));
    }

    @Test
    void whatTheGateTakesTheSchemaTakes() throws IOException {
        int judged = 0;
        for (Path file : examples("valid")) {
            for (Map.Entry<EntryKind, String> entry : entries(read(file)).values()) {
                assertEquals(Optional.empty(), fault(entry), file.toString());
                judged++;
            }
        }
        assertTrue(judged > 30, "judged only " + judged);
    }

    @Test
    void whatTheGateRefusesTheSchemaRefusesButForWhatItCannotSay() throws IOException {
        Set<String> taken = new TreeSet<>();
        int refused = 0;
        for (Path file : examples("invalid")) {
            Graph report = read(Path.of(file.toString().replaceFirst("\\.ttl$", REPORT)));
            Graph data = read(file);
            Map<Node, Map.Entry<EntryKind, String>> entries = entries(data);
            if (entries.isEmpty()) {
                continue;
            }
            if (entries.values().stream().anyMatch(entry -> fault(entry).isPresent())) {
                refused++;
            } else {
                report.stream(Node.ANY, SHACL.sourceShape, Node.ANY)
                        .filter(result -> report.contains(
                                result.getSubject(),
                                SHACL.resultSeverity,
                                NodeFactory.createURI(SHACL.Violation.getURI())))
                        .forEach(result -> taken.add(shape(report, result.getSubject(), result.getObject())));
            }
        }
        assertEquals(BEYOND_JSON_SCHEMA, taken);
        assertTrue(refused > 60, "refused only " + refused);
    }

    private static String shape(Graph report, Node result, Node shape) {
        Node constraint = report.stream(result, SHACL.sourceConstraint, Node.ANY)
                .map(triple -> triple.getObject())
                .findFirst()
                .orElse(shape);
        return (constraint.isURI() ? constraint : shape).getLocalName();
    }
}
