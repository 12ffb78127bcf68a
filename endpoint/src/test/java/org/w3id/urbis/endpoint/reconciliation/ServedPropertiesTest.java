package org.w3id.urbis.endpoint.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServedPropertiesTest {

    @ParameterizedTest
    @CsvSource({
        "country, https://w3id.org/urbis/ontology#country",
        "urbis:country, https://w3id.org/urbis/ontology#country",
        "prefLabel, http://www.w3.org/2004/02/skos/core#prefLabel",
        "skos:closeMatch, http://www.w3.org/2004/02/skos/core#closeMatch",
        "http://www.w3.org/2004/02/skos/core#closeMatch, http://www.w3.org/2004/02/skos/core#closeMatch",
        "unknown:thing, unknown:thing"
    })
    void aPropertyGoesByItsIriByAPrefixOrByTheEndOfItsIri(String id, String iri) {
        assertEquals(iri, ServedProperties.iri(" " + id));
    }
}
