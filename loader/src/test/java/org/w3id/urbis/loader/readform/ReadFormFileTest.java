package org.w3id.urbis.loader.readform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of a read form: equal for equal content, and refused where it is not what was written. */
class ReadFormFileTest {

    @TempDir
    private static Path directory;

    private static DatasetGraph named;

    @BeforeAll
    static void read() {
        named = DatasetGraphFactory.create();
        RDFParser.fromString(ReadFormTest.DATA, Lang.TRIG).parse(named);
    }

    @Test
    void equalContentGivesEqualBytes() throws IOException {
        Path first = directory.resolve("first.bin");
        Path second = directory.resolve("second.bin");
        ReadFormBuilder.write(named, first);
        ReadFormBuilder.write(named, second);
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    }

    @Test
    void whatIsNoReadFormIsRefused() throws IOException {
        assertThrows(UnreadableFormException.class, () -> ReadForm.open(directory.resolve("missing.bin")));
        Path empty = Files.createFile(directory.resolve("empty.bin"));
        assertThrows(UnreadableFormException.class, () -> ReadForm.open(empty));
        Path cut = directory.resolve("cut.bin");
        Path whole = directory.resolve("whole.bin");
        ReadFormBuilder.write(named, whole);
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length - 4));
        assertThrows(UnreadableFormException.class, () -> ReadForm.open(cut));
        bytes[0]++;
        Files.write(cut, bytes);
        assertThrows(UnreadableFormException.class, () -> ReadForm.open(cut));
    }

    @Test
    void aByteThatIsNotWhatWasWrittenIsNoticedWhereverItStands() throws IOException {
        Path whole = directory.resolve("undamaged.bin");
        ReadFormBuilder.write(named, whole);
        byte[] bytes = Files.readAllBytes(whole);
        Path damaged = directory.resolve("damaged.bin");
        for (int at = 0; at < bytes.length; at += 37) {
            bytes[at] ^= 0x10;
            Files.write(damaged, bytes);
            assertThrows(UnreadableFormException.class, () -> ReadForm.open(damaged), "byte " + at);
            bytes[at] ^= 0x10;
        }
        Files.write(damaged, bytes);
        assertEquals(ReadForm.open(whole).quads(), ReadForm.open(damaged).quads());
    }
}
