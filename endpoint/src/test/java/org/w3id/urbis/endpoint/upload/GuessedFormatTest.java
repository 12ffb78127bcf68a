package org.w3id.urbis.endpoint.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.urbis.loader.validation.RdfFormat;

class GuessedFormatTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TURTLE | @prefix a: <http://a/> . a:b a:c [ a:d 1 ] .",
                "TURTLE | PREFIX a: <http://a/>",
                "TURTLE | [] a <http://a/> .",
                "TRIG | @prefix a: <http://a/> . ¶ a:g { a:b a:c 1 }",
                "TRIG | GRAPH <http://a/> { <http://a/> a <http://b/> }",
                "N_TRIPLES | <http://a/> <http://b/> \"a { b\"@en .",
                "N_QUADS | <http://a/> <http://b/> _:c <http://g/> .",
                "RDF_XML | <?xml version=\"1.0\"?><rdf:RDF/>",
                "JSON_LD | { \"@id\": \"http://a/\" }",
                "JSON_LD | [ { \"@id\": \"http://a/\" } ]",
            })
    void theTextTells(RdfFormat format, String text) {
        String sent = text.replace('¶', '\n');
        assertEquals(format, GuessedFormat.of(sent.getBytes(StandardCharsets.UTF_8)), sent);
    }
}
