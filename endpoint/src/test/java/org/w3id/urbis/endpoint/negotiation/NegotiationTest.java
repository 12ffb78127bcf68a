package org.w3id.urbis.endpoint.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                             | text/turtle",
                "*/*                                            | text/turtle",
                "text/*;q=0.5                                   | text/turtle",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html",
                "text/turtle;q=0.2, application/ld+json;q=0.9   | application/ld+json",
                "TEXT/HTML                                      | text/html",
                "application/*, application/ld+json;q=0.1       | application/n-triples",
                "text/turtle;q=0, */*                           | text/html",
                "application/json                               | application/json",
                "application/ld+json; profile=\"a,b;q=0\"       | application/ld+json",
                "application/rdf+xml;q=nonsense, text/html;q=0.1| text/html"
            })
    void theClientGetsWhatItWantsMost(String accept, String expected) {
        assertEquals(
                expected,
                Negotiation.choose(accept, Representation.THINGS).orElseThrow().mediaType());
    }

    @Test
    void nothingIsForcedOnAClient() {
        assertEquals(
                Optional.empty(), Negotiation.choose("image/png, text/turtle;q=0", List.of(Representation.TURTLE)));
    }

    @Test
    void anAliasIsAnsweredUnderItsOwnName() {
        Choice choice =
                Negotiation.choose("application/json", Representation.RESULTS).orElseThrow();
        assertEquals(new Choice(Representation.RESULTS_JSON, "application/json"), choice);
    }

    @Test
    void textSaysItsCharset() {
        assertEquals("text/csv; charset=utf-8", Choice.of(Representation.CSV).contentType());
        assertEquals("application/ld+json", Choice.of(Representation.JSON_LD).contentType());
    }

    @Test
    void suffixesNameFormsOfThingsOnly() {
        assertEquals(Optional.of(Representation.JSON_LD), Representation.ofSuffix("/id/city/x.jsonld"));
        assertEquals(Optional.empty(), Representation.ofSuffix("/id/city/x.yaml"));
        assertEquals(Optional.empty(), Representation.ofSuffix("/id/city.ttl/x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                          | en",
                "fr-CH, en;q=0.5, de;q=0.9   | fr,en",
                "en;q=0.2, ar;q=0.8          | ar,en",
                "zh;q=0, ru                  | ru,en",
                "de                          | en"
            })
    void languagesAreThoseOfferedInTheReadersOrder(String header, String expected) {
        assertEquals(List.of(expected.split(",")), Languages.of(header).wanted());
    }

    @Test
    void aLabelFallsBackFromWantedToNoneToAny() {
        Languages french = Languages.of("fr");
        assertTrue(french.rank("fr-CA") < french.rank("en"));
        assertTrue(french.rank("en") < french.rank(""));
        assertTrue(french.rank("") < french.rank("pl"));
        assertEquals("rtl", Languages.direction("ar-EG"));
        assertEquals("ltr", Languages.direction("zh"));
    }

    @Test
    void tagsTellPartsApartAndMatchLists() {
        EntityTag tag = EntityTag.of("rev", "a", "b");
        assertEquals(tag, EntityTag.of("rev", "a", "b"));
        assertNotEquals(tag, EntityTag.of("rev", "ab", ""));
        assertNotEquals(tag, EntityTag.of("other", "a", "b"));
        assertTrue(tag.matches("\"x\", W/" + tag.value()));
        assertTrue(tag.matches("*"));
        assertFalse(tag.matches("\"x\""));
    }
}
