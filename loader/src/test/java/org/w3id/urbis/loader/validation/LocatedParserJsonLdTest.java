package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.w3id.urbis.loader.validation.ParsedText.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JSON-LD: its keywords, its contexts, its faults. */
class LocatedParserJsonLdTest {

    @TempDir
    Path folder;

    @Test
    void fetchesNoContextForJsonLd() throws IOException {
        Path context =
                Files.writeString(folder.resolve("context.jsonld"), "{\"@context\": {\"@vocab\": \"http://x/\"}}");
        for (String iri :
                List.of("http://localhost:1/context.jsonld", context.toUri().toString())) {
            LocatedFile file = parse("{\n  \"@context\": \"" + iri + "\",\n  \"p\": 1}", RdfFormat.JSON_LD);
            assertEquals(
                    List.of("2:16 OUTSIDE_REFERENCE The context <" + iri
                            + "> is not read: nothing is fetched from elsewhere."),
                    file.findings().stream().map(ParsedText::text).toList());
            assertFalse(file.isComplete());
        }
    }

    @Test
    void findsKeywordsOfJsonLdThatAreNone() {
        LocatedFile file = parse(
                "{\"@id\": \"http://x/a\",\n \"@typ\": \"http://x/T\", \"http://x/p\": \"@typ\"}", RdfFormat.JSON_LD);
        assertEquals(
                List.of("2:2 SYNTAX “@typ” is no keyword of JSON-LD, so what stands there is lost."),
                file.findings().stream().map(ParsedText::text).toList());
        assertEquals(
                "Did you mean “@type”?",
                file.findings().getFirst().fix().orElseThrow().text());
    }

    @Test
    void saysWhereJsonIsBroken() {
        LocatedFile file = parse("{\"@id\": \"http://x/a\",\n \"http://x/p\" 1}", RdfFormat.JSON_LD);
        assertEquals(List.of(2), file.findings().stream().map(Finding::line).toList());
        assertEquals(
                "A colon is missing after this key.", file.findings().getFirst().message());
        LocatedFile notLd = parse("{\"@id\": 5}", RdfFormat.JSON_LD);
        assertEquals(
                List.of("This is no JSON-LD: an @id entry was encountered whose value [5] was not a string."),
                notLd.findings().stream().map(Finding::message).toList());
    }
}
