package org.w3id.urbis.loader.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.rio.nquads.NQuadsWriter;
import org.junit.jupiter.api.Test;

class StatementsTest {

    private static final List<Node> TERMS = List.of(
            iri("https://example.org/a"),
            iri("https://example.org/ab"),
            iri("https://example.org/Łódź"),
            NodeFactory.createLiteralString("a"),
            NodeFactory.createLiteralString("a b"),
            NodeFactory.createLiteralString("say \"a\"\\ \n\r\t and <b> \u0001 \u007f 😀"),
            NodeFactory.createLiteralLang("a", "en"),
            NodeFactory.createLiteralLang("a", "en-GB"),
            NodeFactory.createLiteralLang("格拉茨 \"", "zh"),
            typed("1", "http://www.w3.org/2001/XMLSchema#integer"),
            typed("a\"^^<b>", "https://example.org/type"),
            typed("", "http://www.w3.org/2001/XMLSchema#gYear"));

    private final Statements statements = new Statements();

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Node typed(String text, String type) {
        return NodeFactory.createLiteralDT(text, TypeMapper.getInstance().getSafeTypeByName(type));
    }

    /** Many statements of few terms, so that parts repeat in every combination, some of them said twice. */
    private static List<Quad> many() {
        Random random = new Random(7);
        List<Quad> quads = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            Node subject = iri("https://example.org/thing/" + random.nextInt(40));
            Node property = iri("https://example.org/property/" + random.nextInt(5));
            Node value = random.nextBoolean()
                    ? TERMS.get(random.nextInt(TERMS.size()))
                    : iri("https://example.org/thing/" + random.nextInt(40));
            quads.add(Quad.create(iri("https://example.org/graph/" + random.nextInt(3)), subject, property, value));
        }
        return quads;
    }

    @Test
    void termsAreWrittenAsRioDoesAndReadAgain() {
        for (Node term : TERMS) {
            byte[] text = TermText.of(term);
            assertEquals(byRio(term), new String(text, StandardCharsets.UTF_8));
            assertEquals(term, TermText.read(text));
        }
    }

    private static String byRio(Node term) {
        ValueFactory factory = SimpleValueFactory.getInstance();
        Value value;
        if (term.isURI()) {
            value = factory.createIRI(term.getURI());
        } else if (term.getLiteralLanguage().isEmpty()) {
            value = factory.createLiteral(
                    term.getLiteralLexicalForm(), factory.createIRI(term.getLiteralDatatypeURI()));
        } else {
            value = factory.createLiteral(term.getLiteralLexicalForm(), term.getLiteralLanguage());
        }
        StringWriter text = new StringWriter();
        NQuadsWriter writer = new NQuadsWriter(text);
        writer.startRDF();
        writer.handleStatement(factory.createStatement(factory.createIRI("x:s"), factory.createIRI("x:p"), value));
        writer.endRDF();
        return text.toString().substring("<x:s> <x:p> ".length()).replaceFirst(" \\.\n$", "");
    }

    @Test
    void everyPatternFindsWhatAGraphInMemoryFinds() {
        DatasetGraph usual = DatasetGraphFactory.create();
        Graph merged = GraphFactory.createDefaultGraph();
        for (Quad quad : many()) {
            assertEquals(!usual.contains(quad), statements.add(quad));
            usual.add(quad);
            merged.add(quad.asTriple());
        }
        assertEquals(Iter.count(usual.find()), statements.size());
        assertEquals(merged.size(), statements.merged().size());
        DatasetGraph dataset = statements.dataset();
        for (Quad sample : many().subList(0, 40)) {
            for (int which = 0; which < 8; which++) {
                Node subject = (which & 1) == 0 ? Node.ANY : sample.getSubject();
                Node property = (which & 2) == 0 ? Node.ANY : sample.getPredicate();
                Node value = (which & 4) == 0 ? Node.ANY : sample.getObject();
                assertSame(
                        merged.find(subject, property, value).toList(),
                        statements.merged().find(subject, property, value).toList());
                for (Node graph : List.of(Node.ANY, sample.getGraph(), iri("https://example.org/none"))) {
                    assertSame(
                            Iter.toList(usual.find(graph, subject, property, value)).stream()
                                    .map(Quad::asTriple)
                                    .toList(),
                            Iter.toList(dataset.findNG(graph, subject, property, value)).stream()
                                    .map(Quad::asTriple)
                                    .toList());
                }
            }
        }
        assertFalse(statements.merged().contains(iri("x:a"), iri("x:b"), iri("x:c")));
        assertFalse(statements.merged().contains(Node.ANY, Node.ANY, iri("x:c")));
    }

    private static void assertSame(List<Triple> expected, List<Triple> actual) {
        assertEquals(expected.size(), actual.size());
        assertEquals(Set.copyOf(expected), Set.copyOf(actual));
    }

    @Test
    void theOrderIsThatOfTheLines() {
        many().forEach(statements::add);
        StatementOrder order = StatementOrder.of(statements);
        LineText text = new LineText(statements);
        List<String> lines = IntStream.range(0, statements.size())
                .mapToObj(place -> new String(text.of(order.row(place)), StandardCharsets.ISO_8859_1))
                .toList();
        assertEquals(lines.stream().sorted().collect(Collectors.toList()), lines);
        assertTrue(lines.getFirst().endsWith(" .\n"));
    }

    @Test
    void termsMayBeLongerThanAPage() {
        byte[] letters = new byte[3 << 20];
        Arrays.fill(letters, (byte) 'x');
        Node large = NodeFactory.createLiteralString(new String(letters, StandardCharsets.US_ASCII));
        Node small = NodeFactory.createLiteralString("x");
        for (Node value : List.of(small, large, small, large)) {
            statements.add(Quad.create(iri("x:g"), iri("x:s"), iri("x:p"), value));
        }
        assertEquals(2, statements.size());
        assertEquals(large, statements.quad(1).getObject());
        assertTrue(statements.merged().contains(iri("x:s"), iri("x:p"), large));
    }
}
