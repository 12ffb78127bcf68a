package org.w3id.urbis.loader.submission;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a table, what was read from it is kept beside it and guarded like it. */
class KeptTableTest {
    private static final byte[] TABLE = "network,name\n,Rivers\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] READ = "<urn:a> <urn:b> <urn:c> .\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path data;

    @Test
    void bothAreKeptAndNeitherCanBeChangedUnseen() throws IOException {
        Submissions submissions = new Submissions(data, Clock.systemUTC());
        Submission kept = submissions.receive(
                new Entry("network.csv", "csv", "text/csv", TABLE, "{}\n", 1, 0, Optional.empty(), Optional.of(READ)),
                Handed.ANNA);
        assertTrue(kept.isTable());
        assertArrayEquals(TABLE, submissions.file(kept));
        assertArrayEquals(READ, submissions.read(kept));
        assertEquals("statements.nt", kept.readName());
        assertEquals(1, submissions.verify().size());

        Path read = data.resolve("submissions").resolve(kept.id()).resolve("statements.nt");
        Files.writeString(read, "<urn:a> <urn:b> <urn:other> .\n");
        assertThrows(DamagedLogException.class, () -> submissions.read(kept));
        assertThrows(DamagedLogException.class, submissions::verify);
    }
}
