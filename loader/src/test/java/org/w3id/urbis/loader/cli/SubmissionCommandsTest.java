package org.w3id.urbis.loader.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.loader.SubmittedEntry;
import org.w3id.urbis.loader.publication.Publication;
import org.w3id.urbis.loader.publication.Revisions;
import org.w3id.urbis.loader.submission.Submissions;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code submit} and {@code submissions} on a data directory. */
class SubmissionCommandsTest {

    @Command(
            name = "urbis",
            subcommands = {SubmitCommand.class, SubmissionsCommand.class})
    private static final class Urbis {}

    /** What a command said and how it ended. */
    private record Said(int code, String out, String err) {}

    @TempDir
    private static Path directory;

    private static Path data;

    @BeforeAll
    static void publish() {
        data = directory.resolve("data");
        Node any = NodeFactory.createURI("https://w3id.org/urbis/graph/test/one");
        Quad one = Quad.create(any, any, RDFS.Nodes.comment, NodeFactory.createLiteralString("Something."));
        new Publication(data, 5, Clock.systemUTC()).publish(() -> Stream.of(one));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "submit",
                "submissions list",
                "submissions show",
                "submissions accept",
                "submissions reject",
                "submissions withdraw",
                "submissions log",
                "submissions token add",
                "submissions token list",
                "submissions token revoke"
            })
    void everyCommandExplainsItself(String command) {
        Said said = run((command + " --help").split(" "));
        assertEquals(0, said.code(), said::toString);
        assertTrue(said.out().contains("Exit codes:"), said::out);
    }

    @Test
    void aFileGoesFromTheSenderToTheGraphAndOutAgain() throws IOException {
        Path file = file("springs.ttl", SubmittedEntry.network("springs", "Springs"));
        Said dry = on("submit", file.toString(), "--dry-run");
        assertEquals(0, dry.code(), dry::toString);
        assertTrue(dry.out().contains("nothing was kept"), dry::out);

        Said sent = on("submit", file.toString(), "--as", "Springs secretariat");
        assertEquals(0, sent.code(), sent::toString);
        String id = latest();
        assertEquals(
                "No fault found in 1 file, 5 statements.\nSubmission " + id + " is waiting. Waits for a curator.\n",
                sent.out());
        Said list = on("submissions", "list", "--state", "waiting");
        assertTrue(list.out().contains(id) && list.out().contains("Springs secretariat"), list::out);
        assertArrayEquals(
                Files.readAllBytes(file),
                Files.readAllBytes(data.resolve("submissions").resolve(id).resolve("entry.ttl")));

        Said accepted = on("submissions", "accept", id, "--reason", "Welcome");
        assertEquals(0, accepted.code(), accepted::toString);
        assertTrue(accepted.out().contains("is published"), accepted::out);
        assertEquals(2, new Revisions(data).current().orElseThrow().number());
        Said shown = on("submissions", "show", id);
        assertTrue(shown.out().contains("accepted by") && shown.out().contains(": Welcome"), shown::out);
        assertEquals(2, on("submissions", "accept", id).code());

        assertEquals(0, on("submissions", "withdraw", id).code());
        Said log = on("submissions", "log");
        assertEquals(0, log.code(), log::toString);
        assertTrue(log.out().contains("withdrawn") && log.out().contains("Seal: "), log::out);
    }

    @Test
    void aFaultyFileEndsWith1AndIsNotKept() throws IOException {
        int before = new Submissions(data, Clock.systemUTC()).list().size();
        Path file = file("faulty.ttl", SubmittedEntry.network("x-y", "X").replace("urbis:Network", "urbis:Netwrok"));
        Said said = on("submit", file.toString());
        assertEquals(1, said.code(), said::toString);
        assertTrue(said.out().contains("faulty.ttl:6:") && said.out().contains("Nothing was kept."), said::out);
        assertEquals(before, new Submissions(data, Clock.systemUTC()).list().size());
    }

    @Test
    void whatCannotBeDoneEndsWith2AndSaysWhy() throws IOException {
        Path file = file("fine.ttl", SubmittedEntry.network("fine", "Fine"));
        assertSays("no such file", on("submit", directory.resolve("nosuch.ttl").toString()));
        assertSays("no such file", on("submit", directory.resolve("nosuch").toString()));
        assertSays("format", on("submit", file("fine.xyz", "").toString()));
        assertSays("There is no submission 20260101-00000000", on("submissions", "show", "20260101-00000000"));
        assertSays("There is no submission", on("submit", file.toString(), "--corrects", "20260101-00000000"));
        assertSays("ever \"lost\"", on("submissions", "list", "--state", "lost"));
        assertSays("submitter or curator", on("submissions", "token", "add", "--name", "A", "--role", "king"));
        assertSays("There is no token", on("submissions", "token", "revoke", "00000000"));
        assertSays(
                "Nothing is published",
                run(
                        "submit",
                        file.toString(),
                        "--data",
                        directory.resolve("empty").toString()));
        assertSays("address of a server", run("submissions", "list", "--to", "ftp://x"));
        assertSays("Cannot reach", run("submissions", "list", "--to", "http://127.0.0.1:1"));
    }

    @Test
    void tokensAreMadeListedAndRevoked() {
        Said made = on("submissions", "token", "add", "--name", "Springs", "--role", "submitter");
        assertTrue(made.out().matches("urbis_[0-9a-f]{8}_[0-9a-f]{64}\n"), made::toString);
        String id = made.out().substring(6, 14);
        assertTrue(on("submissions", "token", "list").out().contains(id + "  submitter"), made::out);
        assertEquals(0, on("submissions", "token", "revoke", id).code());
        assertEquals("Nobody has a token.\n", on("submissions", "token", "list").out());
    }

    @Test
    void aLogThatWasChangedIsFound() throws IOException {
        Path other = directory.resolve("other");
        assertEquals(
                0,
                run("submissions", "token", "add", "--name", "A", "--role", "curator", "--data", other.toString())
                        .code());
        Path log = other.resolve("submissions").resolve("log.jsonl");
        Files.writeString(log, Files.readString(log).replace("curator", "submitter"));
        assertSays("line 1 was changed", run("submissions", "log", "--data", other.toString()));
    }

    private static void assertSays(String words, Said said) {
        assertEquals(2, said.code(), said::toString);
        assertTrue(said.err().contains(words), said::toString);
    }

    private static String latest() {
        return new Submissions(data, Clock.systemUTC()).list().getLast().id();
    }

    private static Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static Said on(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        return run(all.toArray(String[]::new));
    }

    private static Said run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandLine(new Urbis())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Said(code, out.toString(), err.toString());
    }
}
