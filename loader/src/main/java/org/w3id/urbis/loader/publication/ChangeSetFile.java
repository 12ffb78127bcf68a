package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.OptionalLong;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;

/** The {@code change.json} of a change set. */
final class ChangeSetFile {

    private static final String NAME = "change.json";

    private ChangeSetFile() {}

    static void write(ChangeSet changes) throws IOException {
        JsonObject json = new JsonObject();
        json.put("sequence", changes.sequence());
        json.put("revision", changes.revision());
        changes.previous().ifPresent(previous -> json.put("previous", previous));
        json.put("moment", changes.moment().toString());
        json.put("created", changes.created());
        json.put("updated", changes.updated());
        json.put("deleted", changes.deleted());
        Files.writeString(changes.directory().resolve(NAME), json + "\n", StandardCharsets.UTF_8);
    }

    static ChangeSet read(Path directory) {
        Path file = directory.resolve(NAME);
        try (InputStream in = Files.newInputStream(file)) {
            JsonObject json = JSON.parse(in);
            return new ChangeSet(
                    number(json, "sequence"),
                    number(json, "revision"),
                    json.hasKey("previous") ? OptionalLong.of(number(json, "previous")) : OptionalLong.empty(),
                    Instant.parse(json.getString("moment")),
                    number(json, "created"),
                    number(json, "updated"),
                    number(json, "deleted"),
                    directory);
        } catch (IOException | JsonException | NullPointerException | DateTimeException e) {
            throw new DamagedDataException(file + " is not the description of changes", e);
        }
    }

    private static long number(JsonObject json, String key) {
        return json.getNumber(key).longValue();
    }
}
