package org.w3id.urbis.endpoint.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.ShippedServer;

/**
 * Redocly's linter finds nothing to complain of by its recommended rules. It is asked if it is installed, in the folder that
 * the environment variable {@code URBIS_NPM} names.
 */
class OpenApiLintTest {
    private static final String NPM = System.getenv("URBIS_NPM");
    /** A redirect is an answer too, which that rule does not know. */
    private static final String RULES = """
        extends:
          - recommended-strict
        rules:
          operation-2xx-response: off
        """;

    @TempDir
    private static Path folder;

    @Test
    void theLinterIsContent() throws IOException, InterruptedException {
        assumeTrue(NPM != null, "URBIS_NPM names no folder");
        Path linter = Path.of(NPM, "node_modules", ".bin", "redocly");
        assumeTrue(Files.isExecutable(linter), () -> NPM + " lacks @redocly/cli");
        Path document = folder.resolve("openapi.json");
        Files.writeString(document, ShippedServer.running().get("/openapi.json").body());
        Files.writeString(folder.resolve("redocly.yaml"), RULES);
        assertEquals("", complaints(linter, document));
        String broken = Files.readString(document).replaceFirst("\"operationId\" : \"home\"", "\"operationId\" : 7");
        Files.writeString(document, broken);
        assertTrue(complaints(linter, document).contains("operationId"), "the linter finds nothing");
    }

    /** What the linter says if it is not content; empty if it is. */
    private static String complaints(Path linter, Path document) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        linter.toString(), "lint", document.toString(), "--format=codeframe")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("REDOCLY_TELEMETRY", "off");
        builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : said;
    }
}
