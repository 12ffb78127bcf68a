package org.w3id.urbis.loader.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.mapping.Candidate;

/** Rows as the crosswalks have them, with the distances that they print. */
class CrosswalkReviewTest {

    private static final String PREFIXES = """
        PREFIX code: <https://w3id.org/urbis/id/location-code/>
        PREFIX gn: <https://sws.geonames.org/>
        PREFIX match: <https://w3id.org/urbis/id/match/>
        PREFIX place: <https://w3id.org/urbis/id/place/>
        PREFIX city: <https://w3id.org/urbis/id/city/>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX urbis: <https://w3id.org/urbis/ontology#>
        PREFIX wd: <http://www.wikidata.org/entity/>
        """;

    private final Candidate candidate = new Candidate(BaseIri.URBIS);

    @Test
    void ofTwoItemsThatTwoTablesHaveForACodeNeitherIsTaken() {
        String reason = "The tables have different items for the code.";
        assertEquals(
                Map.of("CNBJS Q1139574", reason, "CNBJS Q956", reason),
                review(row("CNBJS", "wd:Q956", "1.5") + row("CNBJS", "wd:Q1139574", null)));
        assertTrue(candidate.merged().contains(Node.ANY, term("candidateMatch"), Node.ANY));
        assertFalse(candidate.merged().contains(Node.ANY, SKOS.closeMatch.asNode(), Node.ANY));
    }

    @Test
    void theRowsOfWhatIsSetAsideAreTold() {
        CrosswalkReview.Reviewed reviewed = new CrosswalkReview(candidate.merged(), BaseIri.URBIS)
                .review(quads(row("CNBJS", "wd:Q956", "1.5") + row("CNBJS", "wd:Q1139574", null)
                        + "match:CNBJSwdQ956 urbis:citation match:c . match:c urbis:row 17 ;"
                        + " urbis:locator 'one.csv' ."));
        assertEquals(List.of("one.csv row 17"), List.copyOf(reviewed.rows().values()));
    }

    @Test
    void anItemThatTwoTablesAgreeOnIsTaken() {
        assertEquals(
                Map.of("CNBJS Q1139574", "The tables have different items for the code."),
                review(row("CNBJS", "wd:Q956", "1.5")
                        + row("CNBJS", "wd:Q1139574", null)
                        + "code:CNBJS urbis:match match:other . match:other urbis:matchedIdentifier wd:Q956 ."));
        assertTrue(candidate
                .merged()
                .contains(Node.ANY, SKOS.closeMatch.asNode(), uri("http://www.wikidata.org/entity/Q956")));
    }

    @Test
    void anItemBelongsToTheCodeThatLiesWhereItLies() {
        assertEquals(
                Map.of("ARXPD Q54119", "The item is that of another code, which lies where the item lies."),
                review(row("ARSNP", "wd:Q54119", "2.1") + row("ARXPD", "wd:Q54119", null)));
    }

    @Test
    void codesThatLieEquallyNearBothStayCandidates() {
        assertEquals(Map.of(), review(row("BGBBK", "wd:Q407234", "1.0") + row("BGBDK", "wd:Q407234", "1.0")));
    }

    @Test
    void aSectionOfAPlaceAndAPlaceFarAwayTakeTheirItemsWithThem() {
        candidate.add(quads("""
            place:quarter a urbis:Place ; skos:exactMatch gn:1\\/ .
            city:far a urbis:City ; skos:exactMatch gn:2\\/ ; urbis:latitude 48.0 ; urbis:longitude 8.0 .
            city:near a urbis:City ; skos:exactMatch gn:3\\/ ; urbis:latitude 46.3 ; urbis:longitude 6.1 .
            code:CHFAR urbis:latitude 46.2 ; urbis:longitude 6.1 .
            code:CHNEA urbis:latitude 46.2 ; urbis:longitude 6.1 .
            """));
        assertEquals(
                Map.of(
                        "CHQUA 1", "The place is a section of a city.",
                        "CHQUA Q1", "The place is a section of a city.",
                        "CHFAR 2", "The code and the place lie more than fifty kilometres apart.",
                        "CHFAR Q2", "The tables have different items for the code.",
                        "CHFAR Q22", "The tables have different items for the code."),
                review(row("CHQUA", "gn:1\\/", null)
                        + row("CHQUA", "wd:Q1", null)
                        + row("CHFAR", "gn:2\\/", null)
                        + row("CHFAR", "wd:Q2", null)
                        + row("CHFAR", "wd:Q22", "0.4")
                        + row("CHNEA", "gn:3\\/", null)
                        + row("CHNEA", "wd:Q3", null)));
    }

    private Map<String, String> review(String rows) {
        Map<String, String> aside = new TreeMap<>();
        CrosswalkReview.Reviewed reviewed = new CrosswalkReview(candidate.merged(), BaseIri.URBIS).review(quads(rows));
        candidate.add(reviewed.quads());
        reviewed.reasons()
                .forEach(
                        (match, reason) -> aside.put(last(match.getSubject()) + " " + last(match.getObject()), reason));
        return aside;
    }

    private static String row(String code, String target, String km) {
        String record = "match:" + code + target.replaceAll("[^A-Za-z0-9]", "");
        return "code:" + code + " a urbis:LocationCode ; skos:closeMatch " + target + " ; urbis:match " + record + " . "
                + record + " urbis:matchedIdentifier " + target + (km == null ? "" : " ; urbis:distanceKm " + km)
                + " .\n";
    }

    private static String last(Node node) {
        return node.getURI().replaceAll("/$", "").replaceAll("^.*/", "");
    }

    private static Node uri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Node term(String name) {
        return uri(BaseIri.URBIS.terms() + name);
    }

    private static List<Quad> quads(String turtle) {
        Graph parsed = GraphFactory.createDefaultGraph();
        RDFParser.create()
                .source(new StringReader(PREFIXES + turtle))
                .lang(Lang.TURTLE)
                .parse(parsed);
        List<Quad> quads = new ArrayList<>();
        parsed.find().forEachRemaining((Triple triple) -> quads.add(Quad.create(BaseIri.URBIS.graph("t/c"), triple)));
        return quads;
    }
}
