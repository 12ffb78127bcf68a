package org.w3id.urbis.loader.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.mapping.Candidate;

class LinkingTest {

    private static final String PREFIXES = """
        PREFIX area: <http://metadata.un.org/sdg/codes/geoArea/>
        PREFIX city: <https://w3id.org/urbis/id/city/>
        PREFIX commitment: <https://w3id.org/urbis/id/commitment/>
        PREFIX government: <https://w3id.org/urbis/id/government/>
        PREFIX population: <https://w3id.org/urbis/id/population/>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX urbis: <https://w3id.org/urbis/ontology#>
        """;

    /** Two Rivertons of one country, a Banks with a government, and one abroad. */
    private static final String KNOWN = """
        city:g1 a urbis:City ; skos:prefLabel "Riverton" ; urbis:country area:756 ; urbis:latitude 46.2 ; urbis:longitude 6.1 ; urbis:population population:g1 .
        population:g1 urbis:value 120000 .
        city:g2 a urbis:City ; skos:prefLabel "Riverton" ; urbis:country area:756 ; urbis:latitude 47.4 ; urbis:longitude 8.5 ; urbis:population population:g2 .
        population:g2 urbis:value 118000 .
        city:banks a urbis:City ; skos:prefLabel "Bänks"@en ; skos:closeMatch <https://sws.geonames.org/7/> ; urbis:country area:040 ; urbis:population population:b .
        population:b urbis:value 500000 .
        government:banks a urbis:LocalGovernment ; skos:prefLabel "City of Banks"@en ; urbis:governs city:banks .
        city:far a urbis:City ; skos:prefLabel "Banks" ; urbis:country area:840 .
        """;

    private static final Node GRAPH = BaseIri.URBIS.graph("tracker/cities");

    private final Candidate candidate = new Candidate(BaseIri.URBIS);

    @BeforeEach
    void know() {
        candidate.add(quads(BaseIri.URBIS.graph("places/all"), KNOWN));
    }

    @Test
    void theNearestOfTheNameIsTheCityAndItsGovernmentIsNamedAfterIt() {
        LinkCount count = link("""
            city:t1 a urbis:City ; skos:prefLabel "Riverton, RV" ; urbis:country area:756 ; urbis:latitude 46.21 ; urbis:longitude 6.12 .
            government:t1 a urbis:LocalGovernment ; skos:prefLabel "Riverton" ; urbis:governs city:t1 .
            commitment:t1 a urbis:Commitment ; urbis:committedBy government:t1 .
            """);
        assertEquals(new LinkCount(1, 0, 0), count);
        assertTrue(says("commitment:t1 urbis:committedBy government:g1 . government:g1 urbis:governs city:g1"));
        assertTrue(says("city:g1 skos:altLabel 'Riverton, RV' ; urbis:latitude 46.2"));
        assertFalse(says("city:g1 urbis:latitude 46.21"));
        assertTrue(says("city:g1 urbis:match [ urbis:matchedIdentifier city:t1 ; urbis:matchMethod"
                + " <https://w3id.org/urbis/id/match-method/name-country-distance> ; urbis:distanceKm 1.9 ;"
                + " urbis:matchedOn '2026-11-22'^^<http://www.w3.org/2001/XMLSchema#date> ]"));
        assertTrue(says("city:t1 <http://purl.org/dc/terms/isReplacedBy> city:g1"));
        assertFalse(says("city:t1 a ?class"));
    }

    @Test
    void severalThatFitStayApartWithTheirReasons() {
        LinkCount count = link("""
            city:t1 a urbis:City ; skos:prefLabel "Riverton" ; urbis:country area:756 ; urbis:population population:t .
            population:t urbis:value 119000 .
            """);
        assertEquals(new LinkCount(0, 1, 0), count);
        assertTrue(says("city:t1 a urbis:City ; urbis:candidateMatch [ urbis:matchedIdentifier city:g1 ;"
                + " urbis:matchReason 'Several places of the name fit.'@en ]"));
        assertTrue(says("city:t1 urbis:candidateMatch [ urbis:matchedIdentifier city:g2 ]"));
    }

    @Test
    void aCityThatAnotherTrackerLeftApartIsNoRivalOfTheOneInTheRegister() {
        candidate.add(quads(BaseIri.URBIS.graph("other-tracker/cities"), """
            city:o a urbis:City ; skos:prefLabel "Banks" ; urbis:country area:040 ; urbis:population population:o ;
                urbis:latitude 47.9 ; urbis:longitude 12.1 .
            population:o urbis:value 449000 .
            """));
        LinkCount count = link("""
            city:t1 a urbis:City ; skos:prefLabel "Banks" ; urbis:country area:040 ; urbis:population population:t .
            population:t urbis:value 450000 .
            """);
        assertEquals(new LinkCount(1, 0, 0), count);
        assertTrue(says("city:t1 <http://purl.org/dc/terms/isReplacedBy> city:banks"));
    }

    @Test
    void theStateBehindANameIsHeeded() {
        candidate.add(quads(BaseIri.URBIS.graph("places/states"), """
            city:ma a urbis:City ; skos:prefLabel "Cambridge" ; urbis:country area:840 ; urbis:admin1Code "MA" ;
                urbis:latitude 42.37 ; urbis:longitude -71.1 .
            city:mn a urbis:City ; skos:prefLabel "Cambridge" ; urbis:country area:840 ; urbis:admin1Code "MN" ;
                urbis:latitude 45.57 ; urbis:longitude -93.22 .
            """));
        assertEquals(
                new LinkCount(1, 0, 0),
                link("city:t1 a urbis:City ; skos:prefLabel \"Cambridge, MA\" ; urbis:country area:840 ."));
        assertTrue(says("city:t1 <http://purl.org/dc/terms/isReplacedBy> city:ma"));
        assertEquals(
                new LinkCount(0, 0, 1),
                link("city:t2 a urbis:City ; skos:prefLabel \"Cambridge, MA\" ; urbis:country area:840 ;"
                        + " urbis:latitude 45.57 ; urbis:longitude -93.2 ."),
                "it lies where the source says, or in the state the source says");
        assertEquals(
                new LinkCount(1, 0, 0),
                link("city:t3 a urbis:City ; skos:prefLabel \"Cambridge, XY\" ; urbis:country area:840 ;"
                        + " urbis:latitude 45.57 ; urbis:longitude -93.2 ."),
                "no state of the country");
    }

    @Test
    void anIdentifierDecidesWhateverTheName() {
        assertEquals(
                new LinkCount(1, 0, 0),
                link("city:t1 a urbis:City ; skos:prefLabel \"Ufer\" ; skos:exactMatch"
                        + " <https://sws.geonames.org/7/> ."));
        assertTrue(says("city:banks skos:altLabel 'Ufer' ; urbis:match [ urbis:matchScore 1.0 ]"));
    }

    @Test
    void theGovernmentThatIsKnownStaysTheOne() {
        link("""
            city:t1 a urbis:City ; skos:prefLabel "Banks" ; urbis:country area:040 ; urbis:population population:t .
            population:t urbis:value 450000 .
            government:t1 a urbis:LocalGovernment ; skos:prefLabel "Stadt Banks" ; urbis:governs city:t1 .
            """);
        assertTrue(says("government:banks skos:prefLabel 'City of Banks'@en ; skos:altLabel 'Stadt Banks'"));
    }

    @Test
    void whatIsTooDifferentOrUnknownOrTwiceInTheSourceIsNotLinked() {
        LinkCount count = link("""
            city:small a urbis:City ; skos:prefLabel "Banks" ; urbis:country area:040 ; urbis:population population:s .
            population:s urbis:value 900 .
            city:other a urbis:City ; skos:prefLabel "Nowhere" ; urbis:country area:040 .
            city:one a urbis:City ; skos:prefLabel "Riverton" ; urbis:country area:756 ; urbis:latitude 46.2 ; urbis:longitude 6.1 .
            city:two a urbis:City ; skos:prefLabel "Riverton" ; urbis:country area:756 ; urbis:latitude 46.2 ; urbis:longitude 6.1 .
            """);
        assertEquals(new LinkCount(0, 3, 1), count);
        assertTrue(says("city:small urbis:candidateMatch [ urbis:matchReason 'The numbers of inhabitants are too"
                + " different.'@en ]"));
        assertTrue(says("city:one urbis:candidateMatch [ urbis:matchReason 'The source has 2 cities that fit this one:"
                + " Riverton.'@en ]"));
    }

    private LinkCount link(String turtle) {
        Linking.Linked linked = new Linking(
                        candidate.merged(), BaseIri.URBIS, (own, known) -> LocalDate.of(2026, 11, 22))
                .link(GRAPH, quads(GRAPH, turtle));
        candidate.add(linked.quads());
        return linked.count();
    }

    private boolean says(String pattern) {
        return QueryExecution.dataset(DatasetFactory.wrap(candidate.dataset()))
                .query(PREFIXES + "ASK { " + pattern + " }")
                .build()
                .execAsk();
    }

    private static List<Quad> quads(Node graph, String turtle) {
        Graph parsed = GraphFactory.createDefaultGraph();
        RDFParser.create()
                .source(new StringReader(PREFIXES + turtle))
                .lang(Lang.TURTLE)
                .parse(parsed);
        List<Quad> quads = new ArrayList<>();
        parsed.find().forEachRemaining(triple -> quads.add(Quad.create(graph, triple)));
        return quads;
    }
}
