package org.w3id.urbis.endpoint.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.replica.EntryHeaders.Piece;
import org.w3id.urbis.loader.publication.Announcement;

class EntryAssemblyTest {

    @TempDir
    private Path folder;

    private static LogEntry entry(long sequence, String content, Optional<String> previous) {
        return new LogEntry(
                new Announcement(
                        sequence,
                        sequence + 4,
                        "ab12",
                        Instant.parse("2026-11-22T10:00:00Z"),
                        sequence == 1 ? OptionalLong.empty() : OptionalLong.of(sequence + 3),
                        Instant.parse("2026-11-22T10:00:05Z")),
                previous,
                2,
                content.length(),
                HexFormat.of().formatHex(EntryAssembly.sha256().digest(bytes(content))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void piecesBecomeTheFileAgain() throws IOException {
        LogEntry entry = entry(1, "abcdef", Optional.empty());
        try (EntryAssembly assembly = new EntryAssembly(folder.resolve("entry"))) {
            assertFalse(assembly.expects(new Piece(entry, 2)));
            assertEquals(Optional.empty(), assembly.add(new Piece(entry, 1), bytes("abc")));
            assertTrue(assembly.isOpen());
            assertFalse(assembly.expects(new Piece(entry(2, "abcdef", Optional.empty()), 2)));
            assertTrue(assembly.expects(new Piece(entry, 2)));
            Path whole = assembly.add(new Piece(entry, 2), bytes("def")).orElseThrow();
            assertEquals("abcdef", Files.readString(whole));
            assertFalse(assembly.isOpen());
        }
        assertFalse(Files.exists(folder.resolve("entry")));
    }

    @Test
    void whatIsNotWhatWasWrittenIsNotHandedOn() {
        LogEntry entry = entry(1, "abcdef", Optional.empty());
        try (EntryAssembly assembly = new EntryAssembly(folder.resolve("entry"))) {
            assembly.add(new Piece(entry, 1), bytes("abc"));
            assertThrows(DamagedEntryException.class, () -> assembly.add(new Piece(entry, 2), bytes("deF")));
            assertFalse(assembly.isOpen());
        }
    }

    @Test
    void headersSayAllThatTheEntryIs() {
        for (LogEntry entry :
                new LogEntry[] {entry(1, "abc", Optional.empty()), entry(7, "abc", Optional.of("cd34"))}) {
            Headers headers = new RecordHeaders();
            EntryHeaders.write(entry, 2, headers);
            assertEquals(Optional.of(new Piece(entry, 2)), EntryHeaders.read(headers));
        }
    }

    @Test
    void headersThatAreNotOursAreToldFromOursThatAreDamaged() {
        assertEquals(Optional.empty(), EntryHeaders.read(new RecordHeaders().add("other", bytes("1"))));
        for (String[] wrong : new String[][] {
            {"urbis-format", "2"},
            {"urbis-piece", "3"},
            {"urbis-piece", "0"},
            {"urbis-pieces", "x"},
            {"urbis-sequence", "99999999999999999999"},
            {"urbis-moment", "yesterday"},
            {"urbis-revision", "0"}
        }) {
            Headers headers = new RecordHeaders();
            EntryHeaders.write(entry(7, "abc", Optional.empty()), 2, headers);
            headers.add(wrong[0], bytes(wrong[1]));
            assertThrows(DamagedEntryException.class, () -> EntryHeaders.read(headers), wrong[0]);
            headers.remove("urbis-hash");
            assertThrows(DamagedEntryException.class, () -> EntryHeaders.read(headers));
        }
    }
}
