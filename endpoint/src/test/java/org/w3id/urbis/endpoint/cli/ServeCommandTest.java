package org.w3id.urbis.endpoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ServeCommandTest {
    @TempDir
    private Path data;

    private final StringWriter err = new StringWriter();

    private int serve(String... arguments) {
        return new CommandLine(new ServeCommand())
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void aBadSettingEndsWithItsName() {
        assertEquals(2, serve("--port", "99999", "--data", data.toString()));
        assertEquals(
                "Setting port (from option --port) is \"99999\", but must be a whole number from 0 to 65535.",
                err.toString().strip());
    }

    @Test
    void unknownOptionsEndWithUsage() {
        assertEquals(2, serve("--colour", "red"));
        assertTrue(err.toString().contains("Usage: serve"), err.toString());
    }
}
