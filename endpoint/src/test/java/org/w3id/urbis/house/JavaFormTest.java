package org.w3id.urbis.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Checks that every Java file looks as the pinned formatter would write it, so that differences show meaning only. Run
 * with {@code -Durbis.format=apply}, as {@code .ci/format} does, it writes them so instead.
 *
 * <p>This is a test and no Maven plugin because the formatter reads Java with the compiler it runs on, and Maven may run
 * on one that does not know the language level used here.
 */
class JavaFormTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final int MOST_LINES = 400;

    // In pieces, so that this file does not find itself.
    private static final Pattern LEFT_OVER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    private static List<Path> files;

    @BeforeAll
    static void findFiles() throws IOException {
        try (Stream<Path> modules = Files.list(PROJECT)) {
            files = modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(JavaFormTest::javaFiles)
                    .sorted()
                    .toList();
        }
        assertTrue(files.size() > 200, () -> "found only " + files);
    }

    @Test
    void everyFileIsFormatted() {
        Formatter formatter = Formatter.createFormatter(
                JavaFormatterOptions.builder().style(Style.PALANTIR).build());
        List<String> others = files.parallelStream()
                .filter(file -> !isFormatted(file, formatter))
                .map(JavaFormTest::shown)
                .toList();
        assertEquals(List.of(), others, "not as the formatter writes them; run .ci/format");
    }

    @Test
    void noFileOfTheProgramIsLong() {
        List<String> longFiles = files.stream()
                .filter(file -> !file.toString().contains("/src/test/"))
                .filter(file -> read(file).lines().count() > MOST_LINES)
                .map(JavaFormTest::shown)
                .toList();
        assertEquals(List.of(), longFiles, "files of more than " + MOST_LINES + " lines");
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        List<String> silent = files.stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !folder.toString().contains("/src/test/"))
                .filter(folder -> !files.contains(folder.resolve("package-info.java")))
                .map(JavaFormTest::shown)
                .toList();
        assertEquals(List.of(), silent, "packages without a package-info.java");
    }

    @Test
    void nothingIsLeftToBeDone() {
        List<String> unfinished = files.stream()
                .filter(file -> LEFT_OVER.matcher(read(file)).find())
                .map(JavaFormTest::shown)
                .toList();
        assertEquals(List.of(), unfinished, "files that put something off");
    }

    private static boolean isFormatted(Path file, Formatter formatter) {
        String source = read(file);
        String formatted;
        try {
            formatted = formatter.formatSourceAndFixImports(source);
        } catch (FormatterException e) {
            throw new IllegalStateException("the formatter cannot read " + shown(file), e);
        }
        if (formatted.equals(source)) {
            return true;
        }
        if (!"apply".equals(System.getProperty("urbis.format"))) {
            return false;
        }
        try {
            Files.writeString(file, formatted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> below = Files.walk(folder)) {
            return below.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shown(Path file) {
        return PROJECT.relativize(file).toString();
    }
}
