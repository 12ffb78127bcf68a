package org.w3id.urbis.endpoint.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.document.Member.Form;
import org.w3id.urbis.ontology.ResourceFolder;
import org.w3id.urbis.ontology.Urbis;

/** Keeps the context true to ontology and shapes, and complete for all that ships. */
class DocumentContextTest {
    /** Single by what they are, though no shape of ours says so. */
    private static final Set<String> SINGLE_BY_NATURE = Set.of(
            "deadlineDate",
            "firstLine",
            "lastLine",
            "inGraph",
            "created",
            "modified",
            "first",
            "rest",
            "versionIRI",
            "versionInfo",
            "deprecated");

    private static final DocumentContext CONTEXT = DocumentContext.shipped();
    private static final Graph ONTOLOGY = GraphFactory.createDefaultGraph();
    private static final Graph SHAPES = GraphFactory.createDefaultGraph();
    private static final Graph SOURCES = GraphFactory.createDefaultGraph();

    @BeforeAll
    static void readAll() throws IOException {
        read("urbis/ontology", ONTOLOGY);
        read("urbis/shapes", SHAPES);
        read("urbis/sources", SOURCES);
    }

    private static void read(String path, Graph into) throws IOException {
        ResourceFolder folder = ResourceFolder.onClasspath(path);
        List<String> files = folder.names().stream()
                .filter(name -> name.endsWith(".ttl") && !name.startsWith("examples/"))
                .toList();
        assertTrue(!files.isEmpty(), path);
        for (String file : files) {
            try (InputStream in = folder.open(file)) {
                RDFParser.source(in).lang(Lang.TURTLE).base(Urbis.BASE).parse(into);
            }
        }
    }

    private static Stream<Node> declared(Node kind) {
        return ONTOLOGY.stream(Node.ANY, RDF.type.asNode(), kind).map(triple -> triple.getSubject());
    }

    private static Set<String> without(Stream<Node> properties) {
        return properties
                .filter(property -> !property.equals(RDF.type.asNode()))
                .filter(property -> CONTEXT.member(property).isEmpty())
                .map(Node::getURI)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyPropertyHasAName() {
        Stream<Node> declared = Stream.of(OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
                .flatMap(kind -> declared(kind.asNode()));
        assertEquals(
                Set.of(),
                without(declared),
                "declared in ontology/ but without a name: add it to ontology/context/urbis-1.jsonld");
        Stream<Node> used = Stream.of(ONTOLOGY, SHAPES, SOURCES)
                .flatMap(graph -> graph.stream().map(triple -> triple.getPredicate()));
        assertEquals(
                Set.of(),
                without(used),
                "used in a file but without a name: add it to ontology/context/urbis-1.jsonld");
    }

    @Test
    void everyNameOfOursMeansItsProperty() {
        CONTEXT.members().forEach((name, member) -> {
            String iri = member.property().getURI();
            if (iri.startsWith(Urbis.NS)) {
                assertEquals(Urbis.NS + name, iri);
                assertTrue(ONTOLOGY.contains(member.property(), RDF.type.asNode(), Node.ANY), name);
            }
            assertEquals(member, CONTEXT.member(member.property()).orElseThrow(), "one name for each property");
        });
    }

    @Test
    void everyClassCanBeCalledByItsLocalName() {
        declared(OWL.Class.asNode())
                .filter(type -> type.getURI().startsWith(Urbis.NS))
                .forEach(type -> assertEquals(type.getURI().substring(Urbis.NS.length()), CONTEXT.word(type)));
    }

    @Test
    void formsFollowTheOntology() {
        CONTEXT.members().forEach((name, member) -> {
            boolean object = ONTOLOGY.contains(member.property(), RDF.type.asNode(), OWL.ObjectProperty.asNode());
            boolean value = ONTOLOGY.contains(member.property(), RDF.type.asNode(), OWL.DatatypeProperty.asNode());
            if (object) {
                assertEquals(Form.REFERENCE, member.form(), name);
            } else if (value) {
                assertTrue(member.form() == Form.VALUE || member.form() == Form.TEXT, name);
            }
        });
        Node datatype = NodeFactory.createURI("http://www.w3.org/ns/shacl#datatype");
        Node path = NodeFactory.createURI("http://www.w3.org/ns/shacl#path");
        SHAPES.stream(Node.ANY, datatype, RDF.langString.asNode())
                .flatMap(triple -> SHAPES.stream(triple.getSubject(), path, Node.ANY))
                .forEach(triple -> assertEquals(
                        Form.TEXT,
                        CONTEXT.member(triple.getObject()).orElseThrow().form(),
                        triple.toString()));
    }

    @Test
    void whatMayBeSeveralIsAlwaysAnArray() {
        Node maxCount = NodeFactory.createURI("http://www.w3.org/ns/shacl#maxCount");
        Node path = NodeFactory.createURI("http://www.w3.org/ns/shacl#path");
        Set<Node> once = SHAPES.stream(Node.ANY, maxCount, Node.ANY)
                .filter(triple -> triple.getObject().getLiteralLexicalForm().equals("1"))
                .flatMap(triple -> SHAPES.stream(triple.getSubject(), path, Node.ANY))
                .map(triple -> triple.getObject())
                .collect(Collectors.toSet());
        CONTEXT.members().forEach((name, member) -> {
            if (!member.many() && member.form() != Form.TEXT) {
                assertTrue(
                        once.contains(member.property()) || SINGLE_BY_NATURE.contains(name),
                        () -> name + " may be several by the shapes, so it needs \"@container\": \"@set\"");
            }
        });
    }

    @Test
    void theFileIsOneContextAndNothingElse() {
        String text = new String(CONTEXT.bytes(), StandardCharsets.UTF_8);
        assertEquals(Set.of("@context"), JSON.parse(text).keys());
        assertEquals("name", CONTEXT.named("name").orElseThrow().name());
        assertEquals("@id", JSON.parse(text).getObj("@context").getString("id"));
        assertTrue(CONTEXT.named("nothing").isEmpty());
    }
}
