package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.loader.validation.ParsedText.iri;
import static org.w3id.urbis.loader.validation.ParsedText.parse;
import static org.w3id.urbis.loader.validation.ParsedText.places;
import static org.w3id.urbis.loader.validation.ParsedText.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RDF/XML: where things stand in it, and what it may not reach. */
class LocatedParserXmlTest {

    @TempDir
    Path folder;

    @Test
    void knowsAttributesAndElementsInRdfXml() {
        LocatedFile file = parse("""
            <?xml version="1.0"?>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://x/">
              <rdf:Description rdf:about="http://x/a">
                <p rdf:resource="http://x/b"/>
                <q>text</q>
                <r><D><s>5</s></D></r>
              </rdf:Description>
            </rdf:RDF>
            """, RdfFormat.RDF_XML);
        assertEquals(List.of(), file.findings());
        assertEquals(
                List.of("p 4", "q 5", "r 6", "type 6", "s 6").stream().sorted().toList(),
                places(file).stream()
                        .map(place -> place.replaceAll(" .* (\\d+):\\d+", " $1"))
                        .sorted()
                        .toList());
        assertTrue(places(file).contains("p b 4:22"), places(file)::toString);
        assertTrue(places(file).contains("q text 5:5"), places(file)::toString);
        assertEquals("3:31", text(file.index().subject(iri("a")).getAsLong()));
    }

    @Test
    void readsNoExternalEntityOfXml() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        LocatedFile file = parse("""
            <?xml version="1.0"?>
            <!DOCTYPE rdf:RDF [
              <!ENTITY xxe SYSTEM "%s"> ]>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://x/">
              <rdf:Description rdf:about="http://x/a"><p>&xxe;</p></rdf:Description>
            </rdf:RDF>
            """.formatted(secret.toUri()), RdfFormat.RDF_XML);
        assertEquals(
                "3:3 OUTSIDE_REFERENCE This declaration wants another file read.",
                text(file.findings().getFirst()));
        assertEquals(List.of(), file.quads());
        assertFalse(file.isComplete());
    }

    @Test
    void allowsEntitiesThatXmlDeclaresItself() {
        LocatedFile file = parse("""
            <?xml version="1.0"?>
            <!DOCTYPE rdf:RDF [ <!ENTITY x "http://x/"> ]>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://x/">
              <rdf:Description rdf:about="&x;a"><p rdf:resource="&x;b"/></rdf:Description>
            </rdf:RDF>
            """, RdfFormat.RDF_XML);
        assertEquals(List.of(), file.findings());
        assertEquals(1, file.quads().size());
    }

    @Test
    void survivesALanguageThatIsNone() {
        LocatedFile file = parse("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://x/">
              <rdf:Description rdf:about="http://x/a"><p xml:lang="f\\">text</p></rdf:Description>
            </rdf:RDF>
            """, RdfFormat.RDF_XML);
        assertEquals(
                List.of("“f\\” is no language tag."),
                file.findings().stream().map(Finding::message).toList());
        assertEquals(List.of("p text 2:43"), places(file));
    }

    @Test
    void saysWhereXmlIsBroken() {
        LocatedFile file = parse("<?xml version=\"1.0\"?>\n<rdf:RDF>\n", RdfFormat.RDF_XML);
        assertEquals(2, file.findings().getFirst().line());
        assertFalse(file.isComplete());
    }
}
