package org.w3id.urbis.loader.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.loader.submission.Event.Kind;

class EventLogTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void writeThreeLines() {
        file = directory.resolve("log.jsonl");
        EventLog log = new EventLog(file);
        for (String reason :
                List.of("one", "two\r\nlines, \"quoted\" \\ and \u0001 \u2028 ü 北京 \uD83C\uDF0D", "three")) {
            log.add(event(reason));
        }
    }

    @Test
    void whatWasWrittenIsReadAgainWhateverCharactersItHas() throws IOException {
        List<Event> events = new EventLog(file).more();
        assertEquals(3, Files.readAllLines(file).size());
        assertEquals(
                event("two\r\nlines, \"quoted\" \\ and \u0001 \u2028 ü 北京 \uD83C\uDF0D")
                        .numbered(2),
                events.get(1));
        assertEquals(List.of(1L, 2L, 3L), events.stream().map(Event::number).toList());
    }

    @Test
    void aReaderSeesOnlyWhatIsNewToIt() {
        EventLog reader = new EventLog(file);
        assertEquals(3, reader.more().size());
        assertEquals(List.of(), reader.more());
        EventLog writer = new EventLog(file);
        writer.more();
        writer.add(event("four"));
        assertEquals(List.of(event("four").numbered(4)), reader.more());
        assertEquals(writer.last(), reader.last());
    }

    @Test
    void aLineThatWasCutOffIsNoLineWhereverItWasCut() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        int thirdBegins = whole.length - Files.readAllLines(file).get(2).getBytes(StandardCharsets.UTF_8).length - 1;
        for (int end = thirdBegins; end < whole.length; end = Math.max(end + 1, Math.min(end + 40, whole.length - 3))) {
            Files.write(file, Arrays.copyOf(whole, end));
            EventLog log = new EventLog(file);
            assertEquals(2, log.more().size(), "cut at " + end);
            log.add(event("in its place"));
            assertEquals(3, new EventLog(file).more().size(), "cut at " + end);
        }
    }

    @Test
    void aLastLineOfWhichABlockNeverReachedTheDiskIsNoLine() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Arrays.fill(whole, whole.length - 120, whole.length - 60, (byte) 0);
        Files.write(file, whole);
        assertEquals(2, new EventLog(file).more().size());
    }

    @Test
    void aChangedLineIsFound() throws IOException {
        Files.writeString(file, Files.readString(file).replace("\"two", "\"2wo"));
        assertDamaged("line 2 was changed");
    }

    @Test
    void aChangedLineIsFoundEvenIfItWasSealedAnew() throws IOException {
        List<String> lines = Files.readAllLines(file);
        String changed = lines.getFirst().replace("one", "eins").replaceAll(",\"line\":.*", "");
        Files.writeString(
                file,
                changed + ",\"line\":\"" + Sha256.of(changed) + "\"}\n" + lines.get(1) + "\n" + lines.get(2) + "\n");
        assertDamaged("line 2 does not follow");
    }

    @Test
    void aLineTakenOutIsFound() throws IOException {
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, lines.get(0) + "\n" + lines.get(2) + "\n");
        assertDamaged("line 2 does not follow");
    }

    @Test
    void aLinePutInIsFound() throws IOException {
        Files.writeString(file, "{}\n", StandardOpenOption.APPEND);
        assertDamaged("line 4 is not a line");
    }

    @Test
    void linesTakenFromTheEndAreFoundByWhoHasReadThem() throws IOException {
        EventLog log = new EventLog(file);
        log.more();
        Files.writeString(file, Files.readAllLines(file).getFirst() + "\n");
        assertTrue(
                assertThrows(DamagedLogException.class, log::more).getMessage().contains("lines are gone"));
    }

    private void assertDamaged(String words) {
        String message = assertThrows(DamagedLogException.class, () -> new EventLog(file).more())
                .getMessage();
        assertTrue(message.contains(words), message);
    }

    private static Event event(String reason) {
        return new Event(0, NOON, Kind.REJECTED, "20261121-00000001", Handed.CLARA, Map.of(Event.REASON, reason));
    }
}
