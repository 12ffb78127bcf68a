package org.w3id.urbis.loader.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What a command said and how it ended. */
record Said(int code, String out, String err) {

    @Command(
            name = "urbis",
            subcommands = {
                LoadCommand.class,
                SourcesCommand.class,
                QueryCommand.class,
                ExportCommand.class,
                RevisionsCommand.class,
                RollbackCommand.class,
                BackupCommand.class,
                RestoreCommand.class
            })
    private static final class Urbis {}

    /** Runs a command with its arguments. */
    static Said run(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintStream before = System.out;
        // Answers and exports are bytes and go past picocli's writer.
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            int code = new CommandLine(new Urbis())
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(err))
                    .execute(arguments);
            assertFalse(err.toString().contains("\tat "), err::toString);
            return new Said(code, out + bytes.toString(StandardCharsets.UTF_8), err.toString());
        } finally {
            System.setOut(before);
        }
    }
}
