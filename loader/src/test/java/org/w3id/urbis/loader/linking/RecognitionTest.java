package org.w3id.urbis.loader.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.loader.identity.BaseIri;

class RecognitionTest {

    private static final String PREFIXES = """
        @prefix c: <https://w3id.org/urbis/id/city/> .
        @prefix g: <https://w3id.org/urbis/id/government/> .
        @prefix n: <https://w3id.org/urbis/id/network/> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix u: <https://w3id.org/urbis/ontology#> .
        @prefix wd: <http://www.wikidata.org/entity/> .
        """;

    private static final String BEFORE = """
        c:one a u:City ; u:population c:count . c:count u:value 7 .
        n:one a u:Network ; u:abbreviation "N1" . n:two a u:Network .
        """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        c:one skos:altLabel 'Uno'@es      | true
        c:one u:description 'A city'@en   | false
        c:one u:latitude 4.5              | true
        c:count u:value 8                 | true
        n:two u:value 8                   | false
        n:two skos:prefLabel 'Two'@en     | false
        n:two a u:Agency                  | true
        n:two a u:Thing                   | false
        n:one a u:Thing                   | true
        n:two skos:closeMatch wd:Q1       | true
        n:two skos:exactMatch wd:Q1       | true
        n:two u:unSystemCode 'TWO'        | true
        g:one skos:prefLabel 'One'@en     | true
        g:one u:governs c:one             | true
        c:new a u:City                    | true
        c:one a u:Thing                   | true
        c:new u:country c:one             | true
        n:two u:hasMember c:one           | false
        """)
    void tellsWhatCanFindOthers(String statement, boolean matters) {
        Node graph = BaseIri.URBIS.graph("test");
        Quad changed = Quad.create(graph, read(statement + " .").find().next());
        assertEquals(matters, new Recognition(BaseIri.URBIS, read(BEFORE)).dependsOn(changed));
    }

    private static Graph read(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
        return graph;
    }
}
