package org.w3id.urbis.loader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The source that the document on sources adds, made of what stands there and by the commands that stand there. */
class DocumentedSourceTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(\\w*)\\R(.*?)^ *```$");

    @TempDir
    private Path folder;

    @Test
    void whoFollowsTheDocumentHasASource() throws IOException {
        String document = Files.readString(Path.of("../docs/sources.md"));
        String walk = document.substring(document.indexOf("## Add a source"));
        List<MatchResult> blocks = BLOCK.matcher(walk).results().toList();
        Path source = Files.createDirectories(folder.resolve("my-sources/twin-towns"));
        Files.writeString(folder.resolve("twins.json"), block(blocks, "json"));
        Files.writeString(source.resolve("source.ttl"), block(blocks, "turtle"));
        Files.writeString(source.resolve("mapping.rq"), block(blocks, "sparql"));
        String told = run(block(blocks, "sh").strip().replaceFirst("^\\./urbis load ", ""));
        List<String> shown = block(blocks, "").lines().map(String::strip).toList();
        assertEquals(shown, told.lines().limit(2).map(String::strip).toList(), told);
        assertTrue(told.contains("Would publish"), told);
    }

    private static String block(List<MatchResult> blocks, String language) {
        return blocks.stream()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2).stripIndent())
                .findFirst()
                .orElseThrow();
    }

    /** Runs a load as written, with names of files found from the folder. */
    private String run(String arguments) {
        StringWriter out = new StringWriter();
        List<String> written = Stream.of(arguments.split(" "))
                .map(word -> word.equals("my-sources") || word.endsWith(".json")
                        ? folder.resolve(word).toString()
                        : word)
                .toList();
        int code = new CommandLine(new LoadCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(new StringWriter(), true))
                .execute(Stream.concat(
                                written.stream(),
                                Stream.of("--data", folder.resolve("data").toString()))
                        .toArray(String[]::new));
        assertEquals(0, code, out::toString);
        return out.toString();
    }
}
