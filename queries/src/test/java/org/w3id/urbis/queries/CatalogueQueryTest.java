package org.w3id.urbis.queries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueQueryTest {

    private static final String HEADER = """
        #+ summary: Members
        #+ question: Who is a member?
        #+ tags: network, membership
        #+ audience: portal, researcher
        """;
    private static final String TEXT = HEADER + """
        #+ param: network iri "https://w3id.org/urbis/id/network/c40" the network
        PREFIX network: <https://w3id.org/urbis/id/network/>
        SELECT ?member WHERE {
          VALUES ?network { network:c40 }
          { SELECT ?member ?network { ?member <http://a.example/in> ?network } }
        }
        """;

    private final CatalogueQuery query = new QueryFile("network/members", TEXT).read();
    private final DatasetGraph data = data();

    private static DatasetGraph data() {
        DatasetGraph data = DatasetGraphFactory.create();
        data.getDefaultGraph()
                .add(SSE.parseTriple(
                        "(<http://a.example/graz> <http://a.example/in> <https://w3id.org/urbis/id/network/c40>)"));
        data.getDefaultGraph()
                .add(SSE.parseTriple(
                        "(<http://a.example/lyon> <http://a.example/in> <https://w3id.org/urbis/id/network/uclg>)"));
        return data;
    }

    @Test
    void theHeaderIsRead() {
        assertEquals("network/members", query.name());
        assertEquals("Members", query.summary());
        assertEquals("Who is a member?", query.question());
        assertEquals(List.of("network", "membership"), query.tags());
        assertEquals(List.of(Audience.RESEARCHER, Audience.PORTAL), List.copyOf(query.audiences()));
        assertEquals(QueryType.SELECT, query.form());
        Parameter parameter = query.parameters().getFirst();
        assertEquals("network", parameter.name());
        assertEquals(ParameterType.IRI, parameter.type());
        assertEquals("the network", parameter.description());
        assertEquals(List.of(SSE.parseNode("<https://w3id.org/urbis/id/network/c40>")), parameter.defaults());
    }

    @Test
    void theFileAnswersByItselfWithItsDefault() {
        assertEquals(List.of("http://a.example/graz"), members(query.query()));
        assertEquals(List.of("http://a.example/graz"), members(query.bind(Map.of())));
    }

    @Test
    void aBoundValueReplacesTheDefaultWhereverTheVariableIs() {
        assertEquals(List.of("http://a.example/lyon"), members(bind("https://w3id.org/urbis/id/network/uclg")));
        assertEquals(List.of("http://a.example/lyon"), members(bind("<https://w3id.org/urbis/id/network/uclg>")));
        assertEquals(List.of("http://a.example/lyon"), members(bind("network:uclg")));
    }

    @Test
    void aValueIsNeverReadAsSparql() {
        ParameterException refused = assertThrows(ParameterException.class, () -> bind("network:c40 } ?x ?y ?z {"));
        assertEquals("network", refused.parameter());
        CatalogueQuery text = new QueryFile(
                        "a/b", HEADER + "#+ param: name string \"x\" a name\nSELECT ?name { VALUES ?name { \"x\" } }")
                .read();
        String nasty = "\" } } # \n \\";
        Query bound = text.bind(Map.of("name", List.of(nasty)));
        assertEquals(nasty, rows(bound, "name").getFirst());
    }

    @Test
    void whatCannotBeBoundIsSaidWithTheParametersName() {
        assertEquals(
                "city",
                assertThrows(ParameterException.class, () -> query.bind(Map.of("city", List.of("x:y"))))
                        .parameter());
        assertEquals(
                "network",
                assertThrows(ParameterException.class, () -> query.bind(Map.of("network", List.of("a:b", "a:c"))))
                        .parameter());
        assertTrue(assertThrows(ParameterException.class, () -> bind("C40"))
                .getMessage()
                .contains("takes an IRI"));
    }

    @Test
    void aParameterWithSeveralDefaultsTakesSeveralValues() {
        CatalogueQuery several = new QueryFile(
                        "a/b",
                        HEADER + "#+ param: n iri \"a:1 a:2\" both\n" + "SELECT ?n { VALUES ?n { <a:1> <a:2> } }")
                .read();
        assertTrue(several.parameters().getFirst().several());
        assertEquals(List.of("a:3", "a:4"), rows(several.bind(Map.of("n", List.of("a:3 a:4"))), "n"));
        assertEquals(List.of("a:3", "a:4"), rows(several.bind(Map.of("n", List.of("a:3", "a:4"))), "n"));
    }

    @ParameterizedTest
    @CsvSource({
        "integer, 12, 12",
        "integer, 1.5,",
        "integer, twelve,",
        "decimal, 4.5, 4.5",
        "decimal, '4,5',",
        "date, 2030-12-31, 2030-12-31",
        "date, 2030-13-01,",
        "date, 2030,",
        "gYear, 2030, 2030",
        "gYear, '30',",
        "language, fr-CH, fr-ch",
        "language, fr_CH,",
        "string, '', ''",
    })
    void valuesAreCheckedByType(String type, String text, String lexical) {
        var term = ParameterType.of(type).orElseThrow().term(text, query.query().getPrefixMapping());
        assertEquals(lexical, term.map(node -> node.getLiteralLexicalForm()).orElse(null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#+ summary: x | no \"#+ question",
                "#+ sumary: x | a.rq:1: \"sumary\"",
                "#+ param: network IRI \"x:y\" z | none of the types",
                "#+ param: network iri \"x:y\" z | no block VALUES ?network",
                "#+ param: n integer \"one\" z | is not a whole number",
                "#+ param: n integer \"2\" z | but [1] in its VALUES block",
                "#+ param: n integer | has the form",
                "#+summary | has the form",
                "#+ values: n x:Kind | after the line of a parameter",
            })
    void aBadHeaderIsRefusedAtItsLine(String line, String complaint) {
        String text = line + "\nSELECT * { VALUES ?n { 1 } }";
        String message = assertThrows(UnusableQueryException.class, () -> new QueryFile("a", text).read())
                .getMessage();
        assertTrue(message.replaceAll("\"1\"\\^\\^[^\\]]*", "1").contains(complaint), message);
    }

    @Test
    void textThatIsNotSparqlIsRefusedAtItsPlace() {
        String message = assertThrows(UnusableQueryException.class, () -> new QueryFile("a", "SELECT *\n{ ?x }"))
                .getMessage();
        assertTrue(message.startsWith("a.rq:2:"), message);
    }

    private Query bind(String network) {
        return query.bind(Map.of("network", List.of(network)));
    }

    private List<String> members(Query asked) {
        return rows(asked, "member");
    }

    private List<String> rows(Query asked, String variable) {
        List<String> rows = new ArrayList<>();
        try (QueryExec execution = QueryExec.dataset(data).query(asked).build()) {
            RowSet results = execution.select();
            results.forEachRemaining(row -> rows.add(
                    row.get(variable).isURI()
                            ? row.get(variable).getURI()
                            : row.get(variable).getLiteralLexicalForm()));
        }
        return rows;
    }
}
