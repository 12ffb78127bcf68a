package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;

/**
 * How far a log of revisions had been read when a revision that was taken from it became current.
 *
 * <p>It lies in the directory of that revision, and is there before the pointer to the current revision is moved. The current
 * revision and the position are therefore always those of the same moment, whenever the process dies.
 *
 * @param topic    the log
 * @param sequence place of the change set that was taken last
 * @param offset   where in the log the next one begins
 */
public record LogPosition(String topic, long sequence, long offset) {

    private static final String NAME = "log.json";

    /**
     * Reads the position of a revision.
     *
     * @param revision the current revision
     * @return the position; empty if the revision was not taken from a log
     * @throws DamagedDataException if it cannot be read
     */
    public static Optional<LogPosition> of(Revision revision) {
        Path file = revision.directory().resolve(NAME);
        try (InputStream in = Files.newInputStream(file)) {
            JsonObject json = JSON.parse(in);
            return Optional.of(new LogPosition(
                    json.getString("topic"),
                    json.getNumber("sequence").longValue(),
                    json.getNumber("offset").longValue()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | JsonException | NullPointerException e) {
            throw new DamagedDataException(file + " is not a position in a log", e);
        }
    }

    /**
     * Writes it down for a revision, in one step.
     *
     * @param revision a revision that is about to become current, or is
     * @throws PublicationException if the disk refuses
     */
    public void write(Revision revision) {
        JsonObject json = new JsonObject();
        json.put("topic", topic);
        json.put("sequence", sequence);
        json.put("offset", offset);
        try {
            DurableFiles.replace(revision.directory().resolve(NAME), json + "\n");
        } catch (IOException e) {
            throw new PublicationException("Cannot write the position in the log to " + revision.directory(), e);
        }
    }
}
