package org.w3id.urbis.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private static final String TERM = "https://w3id.org/urbis/ontology#";
    private static final String ROLE = "https://w3id.org/urbis/id/role/";
    private static final String SENDAI = "https://w3id.org/urbis/framework/sendai/";
    private static final String AREA = "http://metadata.un.org/sdg/codes/geoArea/";

    private final Vocabulary vocabulary = new Vocabulary(Rdf.graph("""
        urbis:memberCount a owl:ObjectProperty .
        <%1$smember> skos:inScheme <https://w3id.org/urbis/id/code-list/role> ; skos:prefLabel "member"@en , "membre"@fr .
        <%1$spartner> skos:inScheme <https://w3id.org/urbis/id/code-list/role> .
        <%2$starget/A> skos:inScheme <https://w3id.org/urbis/id/framework/sendai> .
        <%3$s056> a urbis:Country .
        <http://metadata.un.org/sdg/1> a <http://metadata.un.org/sdg/ontology#Goal> .
        """.formatted(ROLE, SENDAI, AREA)));

    @Test
    void listsTermsCodesElementsAndAreasWhetherKnownOrNot() {
        for (String iri : List.of(TERM + "x", ROLE + "x", SENDAI + "x", AREA + "x", "http://metadata.un.org/sdg/99")) {
            assertTrue(vocabulary.isListed(iri), iri);
            assertFalse(vocabulary.knows(iri), iri);
        }
        assertFalse(vocabulary.isListed("https://w3id.org/urbis/id/network/x"));
        assertFalse(vocabulary.isListed("http://purl.org/dc/terms/x"));
    }

    @Test
    void knowsWhatIsDeclaredAndWhatTheUnTypesItsGoalsBy() {
        assertTrue(vocabulary.knows(TERM + "memberCount"));
        assertTrue(vocabulary.knows("http://metadata.un.org/sdg/ontology#Goal"));
        assertFalse(vocabulary.knows(TERM + "Country"), "a term that is used and not declared");
    }

    @Test
    void findsTheNearestOfTheSameNamespace() {
        assertEquals(List.of(ROLE + "member"), vocabulary.nearest(ROLE + "membre"));
        assertEquals(List.of(TERM + "memberCount"), vocabulary.nearest(TERM + "memberCont"));
        assertEquals(List.of(SENDAI + "target/A"), vocabulary.nearest(SENDAI + "target/B"));
        assertEquals(
                List.of(SENDAI + "target/A"), vocabulary.nearest("https://w3id.org/urbis/framework/sendia/target/A"));
        assertEquals(List.of(), vocabulary.nearest(ROLE + "astronaut"));
    }

    @Test
    void seesThroughLeadingZerosThatWereDropped() {
        assertEquals(List.of(AREA + "056"), vocabulary.nearest(AREA + "56"));
    }

    @Test
    void labelsInEnglish() {
        assertEquals(Map.of("en", "member", "fr", "membre"), vocabulary.labels(ROLE + "member"));
        assertEquals(Map.of(), vocabulary.labels(ROLE + "partner"));
    }

    @Test
    void readsTheShippedOntology() {
        Vocabulary shipped = Vocabulary.shipped();
        assertTrue(shipped.knows(TERM + "City"));
        assertTrue(shipped.knows(AREA + "756"));
        assertTrue(shipped.knows(ROLE + "member"));
        assertTrue(shipped.isListed(ROLE + "x"));
        assertEquals("urbis:City", shipped.names().of(TERM + "City"));
    }
}
