package org.w3id.urbis.endpoint.sparql.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3id.urbis.endpoint.negotiation.Representation;

class TripleFormatTest {
    private static final Map<String, String> PREFIXES =
            Map.of("ex", "https://example.org/", "", "https://example.org/terms#", "empty", "");
    private static final Graph GRAPH = RDFParser.fromString("""
        PREFIX ex: <https://example.org/>
        ex:a a ex:Thing, <https://example.org/terms#City> ;
            ex:name "A \\"city\\" with \\\\ and\\nlines"@en, "Стадт" ;
            ex:size 12, 1.5, 2e3, true, "12"^^ex:unit ;
            <https://example.org/with.dot> <https://example.org/a%20b>, <urn:example:y>, <https://example.org/-minus>,
                <https://example.org/a/b/c>, <https://example.org/>, <https://example.org/terms#7up> .
        _:x ex:near [ ex:near _:x ] .
        """, Lang.TURTLE).toGraph();

    @ParameterizedTest
    @EnumSource(names = {"TURTLE", "N_TRIPLES"})
    void triplesComeBackAsTheyWere(Representation form) throws IOException {
        Graph back = RDFParser.fromString(written(form, GRAPH), RDFLanguages.contentTypeToLang(form.mediaType()))
                .toGraph();
        assertTrue(GRAPH.isIsomorphicWith(back), () -> "read back as " + back);
    }

    @Test
    void turtleIsShort() throws IOException {
        Graph one = RDFParser.fromString(
                        "PREFIX ex: <https://example.org/> ex:a a <https://example.org/terms#City>", Lang.TURTLE)
                .toGraph();
        String turtle = written(Representation.TURTLE, one);
        assertTrue(turtle.contains("PREFIX ex: <https://example.org/>\n"), turtle);
        assertTrue(turtle.endsWith("\nex:a a :City .\n"), turtle);
        assertEquals(
                "<https://example.org/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
                        + "<https://example.org/terms#City> .\n",
                written(Representation.N_TRIPLES, one));
    }

    private static String written(Representation form, Graph graph) throws IOException {
        Utf8Buffer out = new Utf8Buffer(1 << 20, full -> {});
        TripleFormat format = new TripleFormat(form, out);
        format.begin(PREFIXES);
        for (var triples = graph.find(); triples.hasNext(); ) {
            format.triple(triples.next());
        }
        format.end();
        return new String(out.rest(), StandardCharsets.UTF_8);
    }
}
