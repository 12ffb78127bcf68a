package org.w3id.urbis.endpoint.catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.RunningServer;
import org.w3id.urbis.endpoint.ShippedServer;

/** Dumps of the graph that ships, as they are taken away. */
class DumpFilesTest {
    private final RunningServer server = ShippedServer.running();

    @Test
    void aDumpIsWhatItsChecksumSaysAndHoldsTheGraph() throws IOException, NoSuchAlgorithmException {
        byte[] dump = server.bytes("/dumps/1/urbis.nq.gz").body();
        String line = server.get("/dumps/1/urbis.nq.gz.sha256").body();
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(dump));
        assertEquals(hash + "  urbis.nq.gz\n", line);
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(dump))) {
            Dataset dataset = RDFParser.source(in).lang(Lang.NQUADS).toDataset();
            assertEquals(server.server().revision().graphs().size(), count(dataset));
        }
    }

    @Test
    void everyDumpThatTheCatalogueNamesIsWhatItsChecksumSays() throws NoSuchAlgorithmException {
        List<QuerySolution> dumps = Described.rows(
                Described.model("/catalog"),
                "SELECT ?u ?v ?n { ?d dcat:downloadURL ?u ; dcat:byteSize ?n ; spdx:checksum/spdx:checksumValue ?v }");
        String sums = server.get("/dumps/1/SHA256SUMS").body();
        assertEquals(
                server.server().revision().graphs().size() + 2L, sums.lines().count());
        assertTrue(dumps.size() > 40, () -> "only " + dumps.size());
        for (QuerySolution dump : dumps) {
            String address = dump.getResource("u").getURI();
            HttpResponse<byte[]> file =
                    server.bytes(address.substring(server.origin().length()));
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(file.body()));
            assertEquals(hash, dump.getLiteral("v").getLexicalForm(), address);
            assertEquals(file.body().length, dump.getLiteral("n").getInt(), address);
            assertTrue(
                    sums.contains(hash + "  " + address.substring(address.indexOf("/dumps/1/") + 9) + "\n"), address);
            assertEquals(
                    "sha-256=:"
                            + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hash)) + ":",
                    file.headers().firstValue("Repr-Digest").orElseThrow());
            assertEquals("1", file.headers().firstValue("Urbis-Revision").orElseThrow());
            assertTrue(file.headers().firstValue("Cache-Control").orElseThrow().endsWith("immutable"));
        }
    }

    @Test
    void aGraphCanBeTakenAwayAsTurtle() throws IOException {
        String graph = "graph/city-networks-directory-2021/c40";
        byte[] file = server.bytes("/dumps/1/" + graph + ".ttl.gz").body();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
            Model dumped = ModelFactory.createDefaultModel();
            RDFParser.source(in).lang(Lang.TURTLE).parse(dumped);
            assertTrue(dumped.isIsomorphicWith(Described.model("/" + graph)));
        }
        assertEquals(200, server.head("/dumps/1/" + graph + ".ttl.gz.sha256").statusCode());
        assertTrue(Described.rows(
                        Described.model("/.well-known/void"),
                        "SELECT ?u { <https://w3id.org/urbis/" + graph + "> void:dataDump ?u }")
                .getFirst()
                .getResource("u")
                .getURI()
                .endsWith("/dumps/1/" + graph + ".ttl.gz"));
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-9, 0, 10", "bytes=100-199, 100, 200", "bytes=-5, -5, 0", "bytes=100000-, 100000, 0"})
    void partsOfADumpCanBeAskedFor(String range, int from, int to) {
        byte[] whole = server.bytes("/dumps/1/urbis.nq.gz").body();
        HttpResponse<byte[]> part = server.bytes("/dumps/1/urbis.nq.gz", "Range", range);
        int first = from < 0 ? whole.length + from : from;
        int end = to == 0 ? whole.length : to;
        assertEquals(206, part.statusCode());
        assertArrayEquals(Arrays.copyOfRange(whole, first, end), part.body());
        assertEquals(
                "bytes " + first + "-" + (end - 1) + "/" + whole.length,
                part.headers().firstValue("Content-Range").orElseThrow());
    }

    @Test
    void aRangeBehindTheEndOrOfAnotherFileIsNotServed() {
        HttpResponse<String> head = server.head("/dumps/1/urbis.nq.gz", "Range", "bytes=0-9");
        assertEquals(200, head.statusCode(), "a range is of what GET sends");
        HttpResponse<byte[]> known = server.bytes("/dumps/1/urbis.nq.gz", "If-None-Match", "*");
        assertEquals(304, known.statusCode());
        assertEquals(head.headers().allValues("Vary"), known.headers().allValues("Vary"), "the same as on the whole");
        assertEquals(
                416,
                server.bytes("/dumps/1/urbis.nq.gz", "Range", "bytes=99999999-").statusCode());
        assertEquals(
                200,
                server.bytes("/dumps/1/urbis.nq.gz", "Range", "bytes=0-9", "If-Range", "\"other\"")
                        .statusCode());
        assertEquals(
                200,
                server.bytes("/dumps/1/urbis.nq.gz", "Range", "bytes=0-1,5-6").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dumps/99/urbis.nq.gz", "/dumps/x/urbis.nq.gz", "/dumps/1/other.nq.gz"})
    void whatIsNotThereIsNotFound(String path) {
        HttpResponse<String> response = server.get(path);
        assertTrue(response.statusCode() == 404 || response.statusCode() == 400, response.body());
        assertTrue(response.headers().firstValue("Content-Type").orElseThrow().startsWith("application/problem+json"));
    }

    @Test
    void theNewestDumpIsFoundWithoutKnowingItsNumber() {
        HttpResponse<String> response = server.get("/dumps/latest/urbis.nq.gz");
        assertEquals(307, response.statusCode());
        assertEquals(
                "/dumps/1/urbis.nq.gz",
                response.headers().firstValue("Location").orElseThrow());
        assertEquals(
                "/dumps/1",
                server.get("/dumps/latest").headers().firstValue("Location").orElseThrow());
        assertEquals(404, server.get("/dumps/latest/other.nq.gz").statusCode());
    }

    private static int count(Dataset dataset) {
        int names = 0;
        var all = dataset.listNames();
        while (all.hasNext()) {
            all.next();
            names++;
        }
        return names;
    }
}
