package org.w3id.urbis.loader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.SmallSource;
import org.w3id.urbis.loader.source.SourceFile;
import picocli.CommandLine;

/** What somebody is told whose file is not what it should be. Nothing of it is ever published. */
class HostileInputTest {

    @TempDir
    private Path folder;

    private SmallSource source;

    @BeforeEach
    void writeSource() {
        source = SmallSource.in(folder.resolve("sources"));
    }

    @Test
    void ofTenThousandBadRowsTheFirstAreShownAndAllAreInAFile() throws IOException {
        source.write("towns.csv", "key,name\n" + "riverton\n".repeat(10_000) + "banks,Banks,7\n");
        String told = refused();
        assertTrue(told.contains("towns.csv:2: violation: Row 1 has 1 cells but there are 2 columns"), told);
        assertTrue(told.contains("  and 9,996 more of this kind"), told);
        assertTrue(told.contains("Nothing was published: 10,001 violations"), told);
        assertTrue(told.lines().count() < 30, told);
        Path all = folder.resolve("data").resolve("findings.txt");
        assertTrue(told.contains("All 10,001 findings are in " + all), told);
        assertEquals(10_001, Files.readAllLines(all).size());
    }

    @Test
    void findingsOfAShapeAreOneKindWhateverTheySpeakOf() {
        source.write(
                "towns.csv",
                "key,name\n"
                        + IntStream.range(0, 30).mapToObj(i -> "t" + i + ",X\n").collect(Collectors.joining()));
        String told = refused();
        assertTrue(told.contains("towns.csv:2: violation: A name is text of two letters or more"), told);
        assertTrue(told.contains("  and 25 more of this kind"), told);
    }

    @Test
    void twoRowsOfOneKeyAreToldUnlessTheySayTheSame() {
        describe("urbis:mapping \"mapping.rq\" ;", "urbis:mapping \"mapping.rq\" ; urbis:rowKey \"key\" ;");
        source.write("towns.csv", "key,name\nriverton,Riverton\nbanks,Banks\nriverton,Riverton\n");
        assertEquals(0, load(new StringWriter()));
        source.write("towns.csv", "key,name\nriverton,Riverton\nbanks,Banks\nriverton,River Town\n");
        String told = refused();
        assertTrue(
                told.contains("towns.csv:4: violation: Row 3 has the same key as the row on line 2, riverton, and says"
                        + " something else. Keep one of them."),
                told);
    }

    @Test
    void anotherEditionIsRefusedWithBothChecksumsUnlessItIsAskedFor() {
        String expected = "0123456789abcdef".repeat(4);
        describe(
                "urbis:mapping \"mapping.rq\" ;",
                "urbis:mapping \"mapping.rq\" ; urbis:expectedSha256 \"" + expected + "\" ;");
        source.write("networks.ttl", "No Turtle.");
        String told = refused();
        assertFalse(told.contains("networks.ttl"), () -> "Files are read that nothing will come of:\n" + told);
        source.write("networks.ttl", SmallSource.TURTLE);
        String found = SourceFile.at(source.folder().resolve("towns.csv")).sha256();
        assertTrue(told.contains("its SHA-256 is " + found + ", where " + expected + " was expected"), told);
        StringWriter accepted = new StringWriter();
        assertEquals(0, load(accepted, "--other-edition"), accepted::toString);
        assertTrue(accepted.toString().contains("warning: This is another edition"), accepted::toString);
    }

    @Test
    void aRenamedColumnIsToldWithThoseThatAreThere() {
        source.write("towns.csv", "key,town\nriverton,Riverton\n");
        String told = refused();
        assertTrue(told.contains("mapping.rq: violation: ?name gets no value"), told);
        assertTrue(told.contains("towns.csv has no such column. It has: key, town."), told);
    }

    @Test
    void aFileThatBreaksOffWithinARowIsToldAtItsEnd() {
        source.write("towns.csv", "key,name\nriverton,Riverton\nbanks,\"Ban");
        assertTrue(refused().contains("The row that begins here has a quotation mark that is never closed"));
    }

    @Test
    void anotherEncodingIsToldAtTheFirstLetterThatIsWrong() throws IOException {
        Files.write(
                source.folder().resolve("towns.csv"),
                "key,name\nriverton,Riverton\nelan,Port Élan\n".getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(refused().contains("towns.csv:3:11: violation: This character is not in UTF-8"));
    }

    @Test
    void aSourceThatContradictsAnotherIsToldWithBothValues() throws IOException {
        source.write("networks.ttl", SmallSource.TURTLE + """
            <https://w3id.org/urbis/id/city/riverton> urbis:country <http://metadata.un.org/sdg/codes/geoArea/756> .
            """);
        Path other = folder.resolve("sources/other");
        Files.createDirectories(other);
        Files.writeString(
                other.resolve("source.ttl"),
                Files.readString(source.folder().resolve("source.ttl"))
                        .replace("/small", "/other")
                        .replace("test-press", "other-press")
                        .replace("g:networks , g:towns", "g:networks")
                        .replaceAll("(?s)g:towns a .*$", ""));
        Files.writeString(other.resolve("networks.ttl"), """
            @prefix urbis: <https://w3id.org/urbis/ontology#> .
            <https://w3id.org/urbis/id/city/riverton> urbis:country <http://metadata.un.org/sdg/codes/geoArea/040> .
            """);
        StringWriter out = new StringWriter();
        assertEquals(1, load(out, "other"), out::toString);
        String told = out.toString();
        assertTrue(told.contains("networks.ttl:"), told);
        assertTrue(told.contains("violation: A place has one country"), told);
        assertTrue(told.contains("area:040, area:756"), told);
    }

    @Test
    void anArchiveThatBreaksOffIsToldAsSuchAndAPageInItsPlaceToo() throws IOException {
        Path whole = folder.resolve("towns.zip");
        try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(whole))) {
            archive.putNextEntry(new ZipEntry("towns.csv"));
            for (int i = 0; i < 20_000; i++) {
                archive.write(("town-" + i * 7919L % 100_003 + ",Town " + i * 104_729L + "\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2));
        StringWriter err = new StringWriter();
        assertEquals(2, load(err, "--from", whole.toString()));
        assertTrue(err.toString().contains("The archive breaks off before its end, or is damaged"), err::toString);
        Files.writeString(whole, "<!DOCTYPE html><html><body>Log in</body></html>");
        StringWriter page = new StringWriter();
        assertEquals(2, load(page, "--from", whole.toString()));
        assertTrue(page.toString().contains("It is no ZIP archive: perhaps a web page"), page::toString);
    }

    @Test
    void aLoadFromAnAddressGoesOnWhereTheConnectionBroke() throws IOException {
        byte[] table = ("key,name\n"
                        + IntStream.range(0, 4_000)
                                .mapToObj(i -> "t" + i + ",Town " + i + "\n")
                                .collect(Collectors.joining()))
                .getBytes(StandardCharsets.UTF_8);
        List<String> ranges = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/towns.csv", exchange -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            ranges.add(String.valueOf(range));
            int from = range == null ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
            exchange.getResponseHeaders().set("ETag", "\"one\"");
            exchange.sendResponseHeaders(range == null ? 200 : 206, table.length - from);
            // The first answer ends in the middle of a row.
            exchange.getResponseBody().write(table, from, range == null ? table.length / 2 : table.length - from);
            exchange.getResponseBody().flush();
            exchange.close();
        });
        server.start();
        try {
            StringWriter out = new StringWriter();
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/towns.csv";
            assertEquals(0, load(out, "--from", address), out::toString);
            assertTrue(ranges.size() > 1 && ranges.getLast().startsWith("bytes="), ranges::toString);
            assertTrue(out.toString().contains("going on from "), out::toString);
            assertTrue(out.toString().contains("SHA-256"), out::toString);
            assertTrue(out.toString().contains("16,005"), out::toString);
        } finally {
            server.stop(0);
        }
    }

    private void describe(String written, String becomes) {
        try {
            Path description = source.folder().resolve("source.ttl");
            source.write("source.ttl", Files.readString(description).replace(written, becomes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String refused() {
        StringWriter out = new StringWriter();
        assertEquals(1, load(out), out::toString);
        return out.toString();
    }

    private int load(StringWriter out, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "small",
                "--dry-run",
                "--sources",
                folder.resolve("sources").toString(),
                "--data",
                folder.resolve("data").toString()));
        arguments.addAll(List.of(options));
        return new CommandLine(new LoadCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(arguments.toArray(new String[0]));
    }
}
