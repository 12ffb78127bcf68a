package org.w3id.urbis.loader.publication;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;

/**
 * What became of things when one revision took over from another, by publication or by rollback.
 *
 * @param sequence  its place among all change sets of the data directory, from 1
 * @param revision  the number of the revision that became current
 * @param previous  the number of the one that was current before; empty if there was none
 * @param moment    when that was, never before the moment of the change set before
 * @param created   how many things are new
 * @param updated   how many are said something else of
 * @param deleted   how many are there no more
 * @param directory where it lies
 */
public record ChangeSet(
        long sequence,
        long revision,
        OptionalLong previous,
        Instant moment,
        long created,
        long updated,
        long deleted,
        Path directory) {

    static final String THINGS = "things.gz";

    /**
     * Counts them.
     *
     * @return how many things it tells of
     */
    public long size() {
        return created + updated + deleted;
    }

    /** The same with what was counted. */
    ChangeSet counted(Map<ChangeKind, Long> counts) {
        return new ChangeSet(
                sequence,
                revision,
                previous,
                moment,
                counts.getOrDefault(ChangeKind.CREATED, 0L),
                counts.getOrDefault(ChangeKind.UPDATED, 0L),
                counts.getOrDefault(ChangeKind.DELETED, 0L),
                directory);
    }

    /**
     * Reads what became of some of the things, in the order of their IRIs.
     *
     * @param from how many are passed over, 0 or more
     * @param most how many are read at most
     * @return what became of each
     * @throws DamagedDataException if they cannot be read
     */
    public List<ThingChange> things(long from, long most) {
        Path file = directory.resolve(THINGS);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(from)
                    .limit(most)
                    .map(line -> new ThingChange(line.substring(2), ChangeKind.of(line.charAt(0))))
                    .toList();
        } catch (IOException e) {
            throw new DamagedDataException("Cannot read " + file, e);
        }
    }
}
