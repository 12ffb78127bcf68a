package org.w3id.urbis.endpoint.portrait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.endpoint.description.DescriptionReader;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.ontology.Urbis;

/** What is read for the pages of a network, a city, a framework and a document of a small world. */
class PortraitTest {
    private static final Identifiers IDENTIFIERS = new Identifiers(Urbis.BASE);
    private static final DatasetGraph WORLD = world();

    private static DatasetGraph world() {
        DatasetGraph world = DatasetGraphFactory.create();
        RDFParser.fromString("""
            PREFIX : <https://w3id.org/urbis/ontology#>
            PREFIX id: <https://w3id.org/urbis/id/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            <https://w3id.org/urbis/graph/catalogue> {
              <https://w3id.org/urbis/id/document/book> a :Document .
              <https://w3id.org/urbis/graph/b> a :SourceGraph ; :document <https://w3id.org/urbis/id/document/book> ; :lines "90-95" .
              <https://w3id.org/urbis/graph/a> a :SourceGraph ; :document <https://w3id.org/urbis/id/document/book> ; :lines "7-60" .
              <https://w3id.org/urbis/graph/none> a :SourceGraph ; :document <https://w3id.org/urbis/id/document/book> .
            }
            <https://w3id.org/urbis/graph/a> {
              <https://w3id.org/urbis/id/network/n> a :Network , :Organization ; :cooperatesWith <https://w3id.org/urbis/id/agency/a> ;
                :contributesTo <https://w3id.org/urbis/framework/f/2> .
              <https://w3id.org/urbis/id/network/m> :cooperatesWith <https://w3id.org/urbis/id/network/n> .
              <https://w3id.org/urbis/id/group/g> :groupOf <https://w3id.org/urbis/id/network/n> .
              <https://w3id.org/urbis/id/commitment/own> a :Commitment ; :committedBy <https://w3id.org/urbis/id/network/n> .
              <https://w3id.org/urbis/id/commitment/theirs> a :Commitment ; :committedBy <https://w3id.org/urbis/id/group/g> ;
                :contributesTo <https://w3id.org/urbis/framework/f/10/1> .
              <https://w3id.org/urbis/id/partnership/p> a :Partnership ;
                :participant <https://w3id.org/urbis/id/network/n> , <https://w3id.org/urbis/id/organization/o> .
            }
            <https://w3id.org/urbis/graph/b> {
              <https://w3id.org/urbis/id/city/c> a :City ; :isMemberOf <https://w3id.org/urbis/id/network/n> .
              <https://w3id.org/urbis/id/government/c> :governs <https://w3id.org/urbis/id/city/c> ; :isMemberOf <https://w3id.org/urbis/id/network/n> .
              <https://w3id.org/urbis/id/membership/c> a :Membership ; :member <https://w3id.org/urbis/id/government/c> ;
                :inOrganization <https://w3id.org/urbis/id/network/n> .
            }
            <https://w3id.org/urbis/graph/f> {
              <https://w3id.org/urbis/id/framework/f> a :Framework .
              <https://w3id.org/urbis/framework/f/10> a :Goal ; skos:notation "10" ; skos:inScheme <https://w3id.org/urbis/id/framework/f> .
              <https://w3id.org/urbis/framework/f/2> a :Goal ; skos:notation "2" ; skos:inScheme <https://w3id.org/urbis/id/framework/f> .
              <https://w3id.org/urbis/framework/f/10/1> a :Target ; skos:notation "10.1" ; skos:inScheme <https://w3id.org/urbis/id/framework/f> ;
                skos:broader <https://w3id.org/urbis/framework/f/10> .
            }
            """).lang(Lang.TRIG).parse(world);
        return world;
    }

    private static Node id(String rest) {
        return NodeFactory.createURI(Urbis.ID + rest);
    }

    private static Portrait of(String rest) {
        return new PortraitReader(WORLD, IDENTIFIERS)
                .read(new DescriptionReader(WORLD, IDENTIFIERS).readFacts(id(rest)));
    }

    @Test
    void aNetworkHasItsOwnCommitmentsAndThoseOfItsGroups() {
        Portrait network = of("network/n");
        assertEquals(MainKind.NETWORK, network.kind(), "the narrower class tells more");
        assertEquals(List.of(id("commitment/own"), id("commitment/theirs")), network.commitments());
        assertEquals(
                List.of("organization/o", "agency/a", "network/m"),
                network.ties().stream()
                        .map(tie -> tie.other().getURI().substring(Urbis.ID.length()))
                        .toList());
        assertEquals(
                List.of(id("framework/f"), id("framework/f")),
                network.contributions().stream()
                        .map(Portrait.Contribution::framework)
                        .toList());
    }

    @Test
    void aCityBelongsWhereItsGovernmentDoesAndThatIsToldOnce() {
        Portrait city = of("city/c");
        assertEquals(1, city.ties().size(), city.ties()::toString);
        assertEquals(id("membership/c"), city.ties().getFirst().through().orElseThrow());
    }

    @Test
    void aFrameworkIsATreeInTheOrderOfItsNumbers() {
        ElementTree tree = of("framework/f").tree().orElseThrow();
        assertEquals(
                List.of("2", "10"),
                tree.branches().stream().map(ElementTree.Branch::code).toList());
        ElementTree.Branch ten = tree.branches().getLast();
        assertEquals(1, ten.contributors(), "what contributes below is counted above");
        assertEquals(
                List.of(id("group/g")),
                ten.branches().getFirst().own().getFirst().whose());
    }

    @Test
    void anElementKnowsWhatStandsAboveIt() {
        Node element = NodeFactory.createURI(Urbis.FRAMEWORK + "f/10/1");
        ElementTree tree = new PortraitReader(WORLD, IDENTIFIERS)
                .read(new DescriptionReader(WORLD, IDENTIFIERS).readFacts(element))
                .tree()
                .orElseThrow();
        assertEquals(List.of(id("framework/f"), NodeFactory.createURI(Urbis.FRAMEWORK + "f/10")), tree.above());
    }

    @Test
    void aDocumentHasSectionsInTheOrderOfItsLines() {
        List<Portrait.DocumentSection> sections = of("document/book").sections();
        assertEquals(
                List.of(Urbis.GRAPH + "a", Urbis.GRAPH + "b"),
                sections.stream().map(section -> section.graph().getURI()).toList());
        assertTrue(sections.getFirst().quads() > 5);
    }

    @Test
    void numbersOfElementsAreComparedPartByPart() {
        assertTrue(TreeReader.compare("2", "10") < 0);
        assertTrue(TreeReader.compare("11.10", "11.2") > 0);
        assertTrue(TreeReader.compare("11.2", "11.a") < 0);
        assertTrue(TreeReader.compare("11", "11.1") < 0);
        assertEquals(0, TreeReader.compare("A.1", "A.1"));
    }
}
