package org.w3id.urbis.loader.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.source.SourceFile;
import org.w3id.urbis.loader.source.SourceGraph;

class MappedTableTest {

    private static final Node GRAPH = BaseIri.URBIS.graph("test/table");
    private static final String PREFIXES = """
        PREFIX : <http://a.example/>
        PREFIX fn: <https://w3id.org/urbis/function#>
        PREFIX urbis: <https://w3id.org/urbis/ontology#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        """;

    private final DatasetGraph reference = DatasetGraphFactory.create();

    @TempDir
    private Path folder;

    @Test
    void eachRowMakesItsTriplesWithColumnsAsStrings() throws IOException {
        assertMakes(
                "name,n\nGraz,1\nLyon,2\n",
                "CONSTRUCT { ?city :name ?name ; :n ?n ; :row ?ROW } WHERE { BIND ( IRI(CONCAT(STR(:),"
                        + " fn:slug(?name))) AS ?city ) }",
                ":graz :name 'Graz'",
                ":graz :n '1'",
                ":graz :row 1",
                ":lyon :name 'Lyon'",
                ":lyon :n '2'",
                ":lyon :row 2");
    }

    @Test
    void anEmptyCellLeavesOutTheStatementsThatNeedIt() throws IOException {
        assertMakes(
                "k,a,b\nx,1,\ny,,2\n",
                "CONSTRUCT { ?s :a ?a ; :b ?b ; :has ?has } WHERE { BIND ( IRI(CONCAT(STR(:), ?k)) AS ?s )"
                        + " BIND ( IF(BOUND(?a), 'a', 'b') AS ?has ) }",
                ":x :a '1'",
                ":x :has 'a'",
                ":y :b '2'",
                ":y :has 'b'");
    }

    @Test
    void columnsAreSeenInEveryGroupAndSubquery() throws IOException {
        assertMakes(
                "k,n\nx,7\ny,-7\n",
                """
                CONSTRUCT { ?s :optional ?o ; :sub ?sub ; :union ?u } WHERE {
                  BIND ( IRI(CONCAT(STR(:), ?k)) AS ?s )
                  OPTIONAL { BIND ( xsd:integer(?n) AS ?o ) FILTER ( xsd:integer(?n) > 0 ) }
                  { SELECT (CONCAT(?k, '!') AS ?sub) {} }
                  { BIND ( ?n AS ?u ) } UNION { FILTER ( ?k = 'x' ) BIND ( 'x' AS ?u ) }
                }\
                """,
                ":x :optional 7",
                ":x :sub 'x!'",
                ":x :union '7'",
                ":x :union 'x'",
                ":y :sub 'y!'",
                ":y :union '-7'");
    }

    @Test
    void aCellIsNeverReadAsSparql() throws IOException {
        assertMakes(
                "k\n\"x\"\" ) AS ?s ) } # '\"\n",
                "CONSTRUCT { :s :value ?k } WHERE { FILTER ( STRLEN(?k) > 0 ) }",
                ":s :value 'x\" ) AS ?s ) } # \\''");
    }

    @Test
    void rowsCanBeLookedUpInTheReference() throws IOException {
        reference.getDefaultGraph().add(SSE.parseTriple("(<http://a.example/area> <http://a.example/code> 'AT')"));
        assertMakes(
                "k,iso\nx,AT\ny,XX\n",
                "CONSTRUCT { ?s :in ?area } WHERE { BIND ( IRI(CONCAT(STR(:), ?k)) AS ?s ) ?area :code ?iso }",
                ":x :in :area");
    }

    @Test
    void blankNodesGetNamesAndNumbersOneSpelling() throws IOException {
        GraphContent content = read(
                "k,n\nx,007\n",
                "CONSTRUCT { :s :count [ a urbis:MemberCount ; :value ?v ] }"
                        + " WHERE { BIND ( STRDT(?n, xsd:integer) AS ?v ) }");
        assertEquals(Set.of(), Set.copyOf(content.faults()));
        assertTrue(content.quads().stream()
                .noneMatch(
                        quad -> quad.getObject().isBlank() || quad.getSubject().isBlank()));
        assertTrue(text(content).contains("\"7\"^^<http://www.w3.org/2001/XMLSchema#integer>"), text(content));
        assertTrue(text(content).contains("https://w3id.org/urbis/id/member-count/"), text(content));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "CONSTRUCT { :s :p ?nmae } {} | mapping.rq: ?nmae gets no value: the mapping binds none",
                "CONSTRUCT { :s :p ?o } { BIND ( CONCAT(?naem, 'x') AS ?o ) } | ?naem gets no value",
                "CONSTRUCT { :s :p ?o } { BIND ( fn:slgu(?name) AS ?o ) } | There is no function"
                        + " <https://w3id.org/urbis/function#slgu>",
                "CONSTRUCT { :s :p ?o } { BIND ( <java:java.lang.System>(?name) AS ?o ) } | There is no function"
                        + " <java:",
                "CONSTRUCT { :s :p ?o } { BIND ( NOW() AS ?o ) FILTER ( ?name = 'x' ) } | NOW() is refused",
                "CONSTRUCT { :s :p ?o } { SERVICE <http://x.example/> { ?o :p ?name } } | SERVICE is refused",
                "SELECT * { ?s ?p ?name } | A mapping is a CONSTRUCT",
                "CONSTRUCT { :s :p ?name } FROM <http://x.example/> {} | A mapping is a CONSTRUCT",
                "CONSTRUCT { :s :p ?name {} | mapping.rq:5:25: ",
            })
    void aMappingThatCannotWorkIsRefusedWithItsReason(String mapping, String message) throws IOException {
        GraphContent content = read("name\nGraz\n", mapping);
        assertEquals(1, content.faults().size(), () -> content.faults().toString());
        assertTrue(content.faults().getFirst().toString().contains(message), () -> content.faults()
                .toString());
    }

    @Test
    void whatIsMadeButNoIriIsAFaultOfItsRow() throws IOException {
        GraphContent content = read(
                "name\nGraz\nNew York\n",
                "CONSTRUCT { ?s :name ?name } WHERE { BIND ( IRI(CONCAT(STR(:), ?name)) AS ?s ) }");
        assertEquals(1, content.faults().size());
        assertTrue(
                content.faults().getFirst().toString().contains("table.csv:3: Row 2: <http://a.example/New York>"),
                () -> content.faults().toString());
    }

    @Test
    void aBlankNodeThatCannotBeNamedIsAFaultOfItsRow() throws IOException {
        GraphContent content = read("name\nGraz\n", "CONSTRUCT { [] :name ?name } {}");
        assertTrue(
                content.faults().getFirst().toString().contains("table.csv:2: Row 1: It has no name that would stay"),
                () -> content.faults().toString());
    }

    private void assertMakes(String table, String mapping, String... triples) throws IOException {
        GraphContent content = read(table, mapping);
        assertEquals(Set.of(), Set.copyOf(content.faults()));
        Set<Quad> expected = Set.of(triples).stream()
                .map(triple ->
                        Quad.create(GRAPH, SSE.parseTriple("(prefix ((: <http://a.example/>)) (" + triple + "))")))
                .collect(Collectors.toSet());
        assertEquals(expected, Set.copyOf(content.quads()));
    }

    private GraphContent read(String table, String mapping) throws IOException {
        Path tableFile = Files.writeString(folder.resolve("table.csv"), table);
        Path mappingFile = Files.writeString(folder.resolve("mapping.rq"), PREFIXES + mapping);
        SourceGraph graph = new SourceGraph(
                NodeFactory.createURI(GRAPH.getURI()),
                "table.csv",
                Optional.of(SourceFile.at(tableFile)),
                Optional.of(SourceFile.at(mappingFile)),
                Optional.empty());
        return new GraphReader(BaseIri.URBIS).read(graph, reference);
    }

    private static String text(GraphContent content) {
        return content.quads().stream()
                .map(quad -> NodeFmtLib.strNT(quad.asTriple()))
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
