package org.w3id.urbis.loader.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

class TurtleBlocksTest {

    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final Map<String, String> NAMESPACES = new LinkedHashMap<>();

    static {
        JenaSystem.init();
        NAMESPACES.put("ex", "http://example.org/");
        NAMESPACES.put("deep", "http://example.org/deep/");
        NAMESPACES.put("same", "http://example.org/deep/");
        NAMESPACES.put("odd", "urn:odd:");
        NAMESPACES.put("hash", "http://example.org/deep#in/");
        NAMESPACES.put("xsd", XSD);
    }

    private static final List<String> IRIS = List.of(
            "http://example.org/a",
            "http://example.org/deep/b",
            "http://example.org/deep/b.c-d",
            "http://example.org/deep/.dot",
            "http://example.org/deep/50%25",
            "http://example.org/deep/a/b",
            "http://example.org/deep#in/x",
            "http://example.org/deep/ué",
            "http://example.org/a-property-that-is-longer-than-thirty",
            "urn:odd:12",
            "urn:odd:a/b",
            "urn:x",
            "http://other.example/x",
            "http://example.org/",
            RDF.type.getURI());

    private final Random random = new Random(5);

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private Node iri() {
        return NodeFactory.createURI(any(IRIS));
    }

    private Node value() {
        String text =
                any(List.of("", "1", "-1.50", "1e3", "true", "a \"b\" \\ c", "two\nlines\r\t", "Київ", "2024-01-01"));
        return switch (random.nextInt(4)) {
            case 0 -> iri();
            case 1 -> NodeFactory.createLiteralString(text);
            case 2 -> NodeFactory.createLiteralLang(text, any(List.of("en", "zh-Hans")));
            default ->
                NodeFactory.createLiteralDT(
                        text,
                        TypeMapper.getInstance()
                                .getSafeTypeByName(any(List.of(
                                        XSD + "integer",
                                        XSD + "decimal",
                                        XSD + "double",
                                        XSD + "boolean",
                                        XSD + "date",
                                        "http://other.example/type"))));
        };
    }

    private List<List<Quad>> subjects() {
        Node graph = NodeFactory.createURI("http://example.org/graph");
        List<List<Quad>> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Node subject = NodeFactory.createURI(any(IRIS) + i);
            List<Quad> about = new ArrayList<>();
            for (int j = random.nextInt(5); j >= 0; j--) {
                about.add(Quad.create(graph, subject, iri(), value()));
            }
            all.add(about);
        }
        return all;
    }

    private static String byJena(Map<String, String> namespaces, List<List<Quad>> subjects) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StreamRDF turtle = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
        turtle.start();
        namespaces.forEach(turtle::prefix);
        subjects.forEach(about -> about.forEach(quad -> turtle.triple(quad.asTriple())));
        turtle.finish();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String byUs(Map<String, String> namespaces, List<List<Quad>> subjects) {
        TurtleBlocks blocks = new TurtleBlocks(namespaces);
        StringBuilder text = new StringBuilder(blocks.head());
        subjects.forEach(about -> text.append(new String(blocks.of(about), StandardCharsets.UTF_8)));
        return text.toString();
    }

    @Test
    void eachByteIsAsJenaWritesIt() {
        List<List<Quad>> subjects = subjects();
        Map<String, String> withType = new LinkedHashMap<>(NAMESPACES);
        withType.put("rdf", RDF.getURI());
        for (Map<String, String> namespaces : List.of(NAMESPACES, withType, Map.<String, String>of())) {
            assertEquals(byJena(namespaces, subjects), byUs(namespaces, subjects));
        }
    }
}
