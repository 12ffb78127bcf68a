package org.w3id.urbis.loader.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    @TempDir
    private Path directory;

    @Test
    void whatIsRestoredIsWhatWasKept() throws IOException {
        Path data = publishedData();
        Path file = directory.resolve("kept.zip");
        int files = new Backup(file).make(data, Duration.ZERO);
        Path restored = directory.resolve("data/../restored");
        assertEquals(files, new Backup(file).restore(restored));
        Revision revision = new Revisions(restored).current().orElseThrow();
        assertEquals(revision.hash(), StoredRevision.hash(revision));
        assertEquals(1, new ChangeLog(restored).until(1).size());
        assertEquals("{}\n", Files.readString(restored.resolve("submissions/log.jsonl")));
        assertFalse(Files.exists(restored.resolve("submissions/2.new")));
        assertThrows(PublicationException.class, () -> new Backup(file).restore(restored));
        assertThrows(PublicationException.class, () -> new Backup(file).make(data, Duration.ZERO));
    }

    @Test
    void inADirectoryItIsNamedAfterTheMoment() throws IOException {
        Path data = publishedData();
        Path folder = Files.createDirectories(directory.resolve("backups"));
        Backup backup = Backup.at(folder, Instant.parse("2026-11-22T07:08:09Z"));
        backup.make(data, Duration.ZERO);
        assertTrue(Files.exists(folder.resolve("urbis-20261122T070809Z.zip")));
        Path within = Files.createDirectories(data.resolve("backups"));
        Backup misplaced = Backup.at(within, Instant.now());
        assertThrows(PublicationException.class, () -> misplaced.make(data, Duration.ZERO));
    }

    @Test
    void aDamagedBackupRestoresNothing() throws IOException {
        Path file = directory.resolve("kept.zip");
        new Backup(file).make(publishedData(), Duration.ZERO);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        Path restored = directory.resolve("restored");
        assertThrows(RuntimeException.class, () -> new Backup(file).restore(restored));
        assertFalse(Files.exists(restored));
    }

    private Path publishedData() throws IOException {
        Path data = directory.resolve("data");
        new Publication(data, 2, Clock.systemUTC())
                .publish(() ->
                        Stream.of(SSE.parseQuad("(<http://a.example/g> <http://a.example/a> <http://a.example/p> 1)")));
        Files.createDirectories(data.resolve("submissions/2.new"));
        Files.writeString(data.resolve("submissions/log.jsonl"), "{}\n");
        Files.writeString(data.resolve("submissions/2.new/entry.ttl"), "half");
        return data;
    }
}
