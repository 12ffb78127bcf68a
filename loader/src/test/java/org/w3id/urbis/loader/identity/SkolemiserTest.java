package org.w3id.urbis.loader.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;

class SkolemiserTest {

    private static final String PREFIXES = """
        PREFIX : <https://w3id.org/urbis/ontology#>
        PREFIX ex: <https://w3id.org/urbis/id/network/>
        PREFIX g: <https://w3id.org/urbis/graph/>
        """;

    private final Skolemiser skolemiser = new Skolemiser(BaseIri.URBIS);

    @Test
    void theNameStaysTheSameWhateverTheLabelAndTheOrder() {
        List<Quad> one = quads("GRAPH g:a { ex:c40 :citation _:x . _:x :lines '1-2' ; :supports :founded, :seat }");
        List<Quad> other = quads("GRAPH g:a { ex:c40 :citation [ :supports :seat, :founded ; :lines '1-2' ] }");
        assertEquals(renamed(one), renamed(other));
        assertTrue(
                onlyName(one).getURI().matches("https://w3id.org/urbis/id/citation/[0-9a-f]{16}"),
                () -> onlyName(one).getURI());
    }

    @Test
    void theNameChangesWithOwnerPropertyContentAndGraph() {
        Set<Node> names = List.of(
                        "GRAPH g:a { ex:c40 :citation [ :lines '1-2' ] }",
                        "GRAPH g:a { ex:uclg :citation [ :lines '1-2' ] }",
                        "GRAPH g:a { ex:c40 :quotation [ :lines '1-2' ] }",
                        "GRAPH g:a { ex:c40 :citation [ :lines '1-3' ] }",
                        "GRAPH g:b { ex:c40 :citation [ :lines '1-2' ] }")
                .stream()
                .map(text -> onlyName(quads(text)))
                .collect(Collectors.toSet());
        assertEquals(5, names.size());
    }

    @Test
    void theKindIsOurClassThenAnyClassThenTheProperty() {
        assertEquals("member-count", kind("ex:c40 :memberCount [ a <http://a.example/Aaa>, :MemberCount ]"));
        assertEquals("quantitative-value", kind("ex:c40 :memberCount [ a <https://schema.org/QuantitativeValue> ]"));
        assertEquals("un-agency", kind("[ a :UNAgency ; :name 'x' ]"));
        assertEquals("member-count", kind("ex:c40 :hasMemberCount [ :value 3 ]"));
        assertEquals("list", kind("ex:c40 :order ( 1 )"));
    }

    @Test
    void nestedNodesAreNamedAfterTheirOwnersName() {
        List<Quad> quads = quads("ex:c40 :memberCount [ :value 3 ; :citation [ :lines '4' ] ]."
                + " ex:uclg :memberCount [ :value 3 ; :citation [ :lines '4' ] ]");
        Skolemised result = skolemiser.skolemise(quads);
        assertEquals(4, Set.copyOf(result.names().values()).size());
        assertEquals(List.of(), result.unnamed());
    }

    @Test
    void equalValuesInAnotherSpellingGiveTheSameName() {
        assertEquals(
                onlyName(quads("ex:c40 :memberCount [ :value 3 ]")),
                onlyName(quads("ex:c40 :memberCount [ :value '03'^^<http://www.w3.org/2001/XMLSchema#integer> ]")));
        assertEquals(
                onlyName(quads("ex:c40 :memberCount [ :label 'a'@en-GB ]")),
                onlyName(quads("ex:c40 :memberCount [ :label 'a'@EN-gb ]")));
    }

    @Test
    void whatCannotBeNamedIsReportedWithItsReason() {
        assertEquals(Set.of(Unnamed.Reason.SHARED), reasons("ex:a :seat _:x . ex:b :seat _:x . _:x :name 'x'"));
        assertEquals(Set.of(Unnamed.Reason.CYCLE), reasons("_:x :next _:y . _:y :next _:x . _:y :next2 [ :name 'z' ]"));
        assertEquals(Set.of(Unnamed.Reason.CYCLE), reasons("_:x :next _:x"));
        assertEquals(Set.of(Unnamed.Reason.NOTHING_KNOWN), reasons("[] :name 'x'"));
        assertEquals(Set.of(Unnamed.Reason.GRAPH_NAME), reasons("GRAPH _:g { ex:a :name 'x' }"));
    }

    @Test
    void whatHangsBelowARefusedNodeIsNotReportedAsWell() {
        List<Unnamed> unnamed = skolemiser
                .skolemise(quads("ex:a :seat _:x . ex:b :seat _:x . _:x :address [ :city [ :name 'x' ] ]"))
                .unnamed();
        assertEquals(1, unnamed.size());
        assertTrue(unnamed.getFirst().message().contains("Give it an IRI"));
    }

    @Test
    void aLongListIsNoProblem() {
        String members = "1 ".repeat(20_000);
        Skolemised result = skolemiser.skolemise(quads("ex:c40 :order ( " + members + ")"));
        assertEquals(20_000, Set.copyOf(result.names().values()).size());
    }

    @Test
    void theOrderOfTheQuadsDoesNotMatter() {
        List<Quad> quads = quads("ex:a :seat [ :address [ :street 's' ; :citation [ :lines '1' ] ] ; :name 'n' ] ."
                + " GRAPH g:a { [] a :Note ; :about ex:a ; :citation [ :lines '7' ] }");
        Set<Quad> expected = renamed(quads);
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(quads, random);
            assertEquals(expected, renamed(quads));
        }
        assertNotEquals(Set.copyOf(quads), expected);
    }

    private Set<Unnamed.Reason> reasons(String text) {
        return skolemiser.skolemise(quads(text)).unnamed().stream()
                .map(Unnamed::reason)
                .collect(Collectors.toSet());
    }

    private String kind(String text) {
        return onlyName(quads(text)).getURI().split("/")[5];
    }

    private Node onlyName(List<Quad> quads) {
        Skolemised result = skolemiser.skolemise(quads);
        assertEquals(List.of(), result.unnamed());
        assertEquals(1, result.names().size());
        return result.names().values().iterator().next();
    }

    private Set<Quad> renamed(List<Quad> quads) {
        Skolemised result = skolemiser.skolemise(quads);
        return quads.stream().map(result::rename).collect(Collectors.toSet());
    }

    private static List<Quad> quads(String text) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFParser.fromString(PREFIXES + text, Lang.TRIG)
                .base("http://base.example/")
                .parse(dataset);
        List<Quad> quads = new ArrayList<>();
        dataset.find().forEachRemaining(quads::add);
        return quads;
    }
}
