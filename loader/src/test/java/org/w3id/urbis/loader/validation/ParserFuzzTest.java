package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;

/**
 * Whatever bytes come, they are answered with findings that lie in the file.
 *
 * <p>As a part of the suite each reads what lies in {@code ParserFuzzTestInputs}. With {@code JAZZER_FUZZ=1} in the
 * environment one of them makes up files for as long as it is left to; {@code docs/validation.md} says how.
 */
class ParserFuzzTest {

    private static final LocatedParser PARSER =
            new LocatedParser(Map.of("skos", "http://www.w3.org/2004/02/skos/core#"), 1 << 20).atMost(100, 100_000);

    @FuzzTest(maxDuration = "100h")
    void turtle(byte[] bytes) {
        read(RdfFormat.TURTLE, bytes);
    }

    @FuzzTest(maxDuration = "100h")
    void trig(byte[] bytes) {
        read(RdfFormat.TRIG, bytes);
    }

    @FuzzTest(maxDuration = "100h")
    void nTriples(byte[] bytes) {
        read(RdfFormat.N_TRIPLES, bytes);
    }

    @FuzzTest(maxDuration = "100h")
    void nQuads(byte[] bytes) {
        read(RdfFormat.N_QUADS, bytes);
    }

    @FuzzTest(maxDuration = "100h")
    void rdfXml(byte[] bytes) {
        read(RdfFormat.RDF_XML, bytes);
    }

    @FuzzTest(maxDuration = "100h")
    void jsonLd(byte[] bytes) {
        read(RdfFormat.JSON_LD, bytes);
    }

    @FuzzTest(maxDuration = "100h")
    void csv(byte[] bytes) {
        read(RdfFormat.CSV, bytes);
    }

    @FuzzTest(maxDuration = "100h")
    void xlsx(byte[] bytes) {
        read(RdfFormat.XLSX, bytes);
    }

    /** Reads a file and looks whether what is said of it can be so. */
    static void read(RdfFormat format, byte[] bytes) {
        LocatedFile file = PARSER.parse("f", format, bytes);
        assertTrue(file.isComplete() || !file.findings().isEmpty(), "it is not read and nothing is said");
        for (Finding finding : file.findings()) {
            assertTrue(finding.line() >= 0 && !finding.message().isBlank(), finding::toString);
            assertTrue(format.isTable() || finding.line() <= file.source().lineCount(), finding::toString);
        }
    }
}
