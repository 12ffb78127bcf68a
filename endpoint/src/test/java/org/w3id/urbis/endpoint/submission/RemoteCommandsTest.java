package org.w3id.urbis.endpoint.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.cli.SubmissionsCommand;
import org.w3id.urbis.loader.cli.SubmitCommand;
import picocli.CommandLine;

/** The commands against a server. */
class RemoteCommandsTest {
    @TempDir
    private static Path directory;

    private static Harbour harbour;

    @BeforeAll
    static void start() {
        harbour = Harbour.on(directory.resolve("data"));
    }

    @AfterAll
    static void stop() {
        harbour.close();
    }

    /** What a command said and how it ended. */
    private record Said(int code, String out, String err) {}

    @Test
    void aFileGoesFromTheSenderToTheGraphByWayOfTheServer() throws IOException {
        Path file = file("springs of ours.ttl", Harbour.network("springs", "Springs"));
        Said dry = run(new SubmitCommand(), "", file.toString(), "--dry-run");
        assertEquals(0, dry.code(), dry::toString);
        Said sent = run(new SubmitCommand(), harbour.submitter(), file.toString());
        assertEquals(0, sent.code(), sent::toString);
        Said list = run(new SubmissionsCommand(), harbour.curator(), "list", "--state", "waiting");
        assertTrue(list.out().contains("springs of ours.ttl") && list.out().contains("Anna"), list::toString);
        String id = list.out().lines().skip(1).findFirst().orElseThrow().split(" ")[0];
        assertTrue(sent.out().contains(id), sent::out);

        Said accepted = run(new SubmissionsCommand(), harbour.curator(), "accept", id, "--reason", "fine");
        assertEquals(0, accepted.code(), accepted::toString);
        Said shown = run(new SubmissionsCommand(), harbour.submitter(), "show", id);
        assertTrue(shown.out().contains("accepted by Clara: fine"), shown::toString);
        assertEquals(200, harbour.server().get("/id/network/springs").statusCode());
        Said asked = run(new SubmissionsCommand(), harbour.submitter(), "withdraw", id, "--reason", "dry");
        assertEquals(0, asked.code(), asked::toString);
        Said rejected = run(new SubmissionsCommand(), harbour.curator(), "reject", id, "--reason", "not dry");
        assertEquals(0, rejected.code(), rejected::toString);
    }

    @Test
    void aFaultyFileIsToldLineByLineAndEndsWith1() throws IOException {
        Path file = file("faulty.ttl", Harbour.network("faulty", "Faulty").replace("urbis:citation", "urbis:citatoin"));
        Said said = run(new SubmitCommand(), harbour.submitter(), file.toString());
        assertEquals(1, said.code(), said::toString);
        assertTrue(said.out().contains("faulty.ttl:9:5: violation: "), said::out);
        assertTrue(said.out().contains("fix: Did you mean urbis:citation"), said::out);
    }

    @Test
    void whatTheServerRefusesIsSaidInItsWords() throws IOException {
        Path file = file("fine.ttl", Harbour.network("fine", "Fine"));
        Said unknown = run(new SubmitCommand(), "", file.toString());
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("A token is needed"), unknown::toString);
        Said none = run(new SubmissionsCommand(), harbour.curator(), "accept", "20260101-00000000");
        assertEquals(2, none.code());
        assertTrue(none.err().contains("There is no submission"), none::toString);
    }

    private static Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static Said run(Object command, String token, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--to", harbour.server().origin() + "/"));
        if (!token.isEmpty()) {
            all.addAll(List.of("--token", token));
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
        return new Said(code, out.toString(), err.toString());
    }
}
