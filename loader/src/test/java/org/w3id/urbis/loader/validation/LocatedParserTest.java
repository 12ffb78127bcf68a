package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.urbis.loader.validation.ParsedText.iri;
import static org.w3id.urbis.loader.validation.ParsedText.parse;
import static org.w3id.urbis.loader.validation.ParsedText.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of any syntax: their size, their bytes, their names. */
class LocatedParserTest {

    @TempDir
    Path folder;

    @Test
    void saysWhatIsBadAboutBytes() {
        byte[] bytes = "# caf\u00e9\n<http://x/a> <http://x/p> 'x' .".getBytes(StandardCharsets.ISO_8859_1);
        LocatedFile file = ParsedText.PARSER.parse("f", RdfFormat.TURTLE, bytes);
        assertEquals(
                "1:6 ENCODING Here stand bytes that are no UTF-8.",
                text(file.findings().getFirst()));
        assertEquals(1, file.quads().size());
    }

    @Test
    void refusesFilesBeyondTheLimit() throws IOException {
        Path file = Files.writeString(folder.resolve("f.ttl"), "# 0123456789");
        LocatedParser small = new LocatedParser(Map.of(), 11);
        assertEquals(
                11,
                assertThrows(FileTooLargeException.class, () -> small.parse(file))
                        .limitBytes());
        assertThrows(FileTooLargeException.class, () -> small.parse("f", RdfFormat.TURTLE, new byte[12]));
        assertTrue(new LocatedParser(Map.of(), 12).parse(file).isComplete());
    }

    @Test
    void saysWhenAFileIsMissingOrOfNoKnownFormat() {
        assertThrows(UncheckedIOException.class, () -> ParsedText.PARSER.parse(folder.resolve("none.ttl")));
        UnknownFormatException unknown =
                assertThrows(UnknownFormatException.class, () -> ParsedText.PARSER.parse(folder.resolve("table.docx")));
        assertTrue(unknown.getMessage().contains(".jsonld"), unknown.getMessage());
    }

    @Test
    void keepsPlacesWhenNodesAreRenamed() {
        LocatedFile file = parse(ParsedText.TURTLE, RdfFormat.TURTLE);
        LocatedFile renamed = file.renamed(node -> node.isBlank() ? iri("named") : node);
        assertEquals("5:7", text(renamed.index().subject(iri("named")).getAsLong()));
        assertEquals(
                "5:7",
                text(renamed.index()
                        .object(Triple.create(iri("a"), iri("q"), iri("named")))
                        .getAsLong()));
        assertTrue(renamed.graph().contains(iri("named"), iri("r"), Node.ANY));
    }
}
