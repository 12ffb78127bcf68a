package org.w3id.urbis.loader.publication;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dump is several members of gzip, and one text to whoever reads it. */
class GzipMemberTest {

    @TempDir
    private static Path directory;

    private static byte[] text;
    private static Path file;

    @BeforeAll
    static void write() throws IOException {
        file = directory.resolve("dump.gz");
        SortedQuads sorted = SortedQuads.of(quads(IntStream.range(0, 3_000)));
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        sorted.lines().forEachRemaining(lines::writeBytes);
        text = lines.toByteArray();
        sorted.write(file);
    }

    private static Stream<Quad> quads(IntStream numbers) {
        return numbers.mapToObj(number -> SSE.parseQuad("(<http://a.example/g> <http://a.example/" + number
                + "> <http://a.example/number> " + number % 7 + ")"));
    }

    @Test
    void togetherTheyAreOneText() throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            assertArrayEquals(text, in.readAllBytes());
        }
    }

    @Test
    void eachIsReadByItselfAndBeginsWithASubjectThatItsNameChose() throws IOException {
        try (MemberFile members = MemberFile.open(file).orElseThrow()) {
            List<GzipMember> bodies = members.bodies();
            assertTrue(bodies.size() > 3, "3,000 subjects make several members, here " + bodies.size());
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            for (GzipMember member : bodies) {
                byte[] part = members.text(members.bytes(member));
                assertTrue(new String(part, StandardCharsets.UTF_8)
                        .startsWith("<" + new String(member.subject(), StandardCharsets.UTF_8) + "> "));
                assertTrue(joined.size() == 0 || GzipMember.isBegunBy(member.subject()));
                joined.writeBytes(part);
            }
            assertArrayEquals(text, joined.toByteArray());
        }
    }

    @Test
    void whatIsDamagedOrNotOursIsNotedAndNothingIsAGzipFileToo() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Path other = directory.resolve("other.gz");
        Files.write(other, Arrays.copyOf(bytes, bytes.length - 1));
        assertTrue(MemberFile.open(other).isEmpty(), "cut off");
        Files.write(other, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        assertTrue(MemberFile.open(other).isEmpty(), "gzip as others write it");
        bytes[bytes.length - 20] ^= 1;
        Files.write(other, bytes);
        try (MemberFile members = MemberFile.open(other).orElseThrow()) {
            byte[] last = members.bytes(members.bodies().getLast());
            assertThrows(IOException.class, () -> members.text(last));
        }
        SortedQuads.of(Stream.empty()).write(other);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(other))) {
            assertEquals(0, in.readAllBytes().length);
        }
    }
}
