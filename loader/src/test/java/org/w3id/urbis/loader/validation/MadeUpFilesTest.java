package org.w3id.urbis.loader.validation;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hands each parser some hundred files that are made up, within seconds; {@link ParserFuzzTest} can do so for hours. */
class MadeUpFilesTest {

    private static final int FILES = 250;
    private static final Path EXAMPLES =
            Path.of("src/test/resources/org/w3id/urbis/loader/validation/ParserFuzzTestInputs");

    @ParameterizedTest
    @EnumSource(RdfFormat.class)
    void areAnsweredWithFindings(RdfFormat format) throws IOException {
        List<byte[]> examples = examples(format);
        assertFalse(examples.isEmpty(), "no example for " + format);
        MadeUpFiles files = new MadeUpFiles(examples, Long.getLong("urbis.fuzz.seed", 20_211_121));
        for (int i = 0; i < FILES; i++) {
            byte[] file = files.next();
            try {
                ParserFuzzTest.read(format, file);
            } catch (RuntimeException | AssertionError | StackOverflowError broken) {
                throw new AssertionError(
                        "file " + i + ": " + HexFormat.of().formatHex(file, 0, Math.min(file.length, 4_000)), broken);
            }
        }
    }

    /** The examples lie in folders that are named like the fuzz tests: {@code nTriples} for N-Triples. */
    private static List<byte[]> examples(RdfFormat format) throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            List<byte[]> found = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (file.getParent().getFileName().toString().equalsIgnoreCase(name(format))) {
                    found.add(Files.readAllBytes(file));
                }
            }
            return found;
        }
    }

    private static String name(RdfFormat format) {
        return format.name().replace("_", "").toLowerCase(Locale.ROOT);
    }
}
