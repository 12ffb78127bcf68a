package org.w3id.urbis.loader.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.source.Linkage;

class RecognitionTest {

    private static final String PREFIXES = """
        @prefix a: <https://w3id.org/urbis/id/agency/> .
        @prefix c: <https://w3id.org/urbis/id/city/> .
        @prefix g: <https://w3id.org/urbis/id/government/> .
        @prefix n: <https://w3id.org/urbis/id/network/> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix u: <https://w3id.org/urbis/ontology#> .
        @prefix wd: <http://www.wikidata.org/entity/> .
        """;

    private static final String BEFORE = """
        a:one a u:Agency .
        c:one a u:City ; u:population c:count . c:count u:value 7 .
        n:one a u:Network ; u:abbreviation "N1" . n:two a u:Network .
        """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        c:one skos:altLabel 'Uno'@es      | MATCHED
        c:one u:description 'A city'@en   |
        c:one u:latitude 4.5              | REGISTER REFERRING CANDIDATES MATCHED
        c:one u:longitude 4.5             | CANDIDATES MATCHED
        c:count u:value 8                 | MATCHED
        n:two u:value 8                   |
        n:two skos:prefLabel 'Two'@en     |
        a:one skos:prefLabel 'One'@en     | REGISTER REFERRING CANDIDATES MATCHED
        n:two a u:Agency                  | REGISTER REFERRING CANDIDATES MATCHED
        n:two a u:Thing                   |
        n:one a u:Thing                   | REGISTER REFERRING CANDIDATES MATCHED
        n:two skos:closeMatch wd:Q1       | REGISTER REFERRING CANDIDATES MATCHED
        n:two skos:exactMatch wd:Q1       | REGISTER REFERRING CANDIDATES MATCHED
        n:two u:unSystemCode 'TWO'        | REGISTER REFERRING CANDIDATES MATCHED
        g:one skos:prefLabel 'One'@en     | MATCHED
        g:one u:governs c:one             | MATCHED
        c:new a u:City                    | REGISTER REFERRING CANDIDATES MATCHED
        c:one a u:Thing                   | REGISTER REFERRING CANDIDATES MATCHED
        c:new u:country c:one             | MATCHED
        c:new u:admin1Code 'MA'           | MATCHED
        n:two u:hasMember c:one           |
        """)
    void tellsWhereItCanFindOthers(String statement, String where) {
        Node graph = BaseIri.URBIS.graph("test");
        Quad changed = Quad.create(graph, read(statement + " .").find().next());
        Recognition recognition = new Recognition(BaseIri.URBIS, read(BEFORE));
        assertEquals(
                where == null ? "" : where,
                Arrays.stream(Linkage.values())
                        .filter(linkage -> recognition.dependsOn(changed, linkage))
                        .map(Linkage::name)
                        .collect(Collectors.joining(" ")));
    }

    private static Graph read(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
        return graph;
    }
}
