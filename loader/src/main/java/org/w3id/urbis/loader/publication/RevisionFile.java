package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;

/** The {@code revision.json} of a revision. */
final class RevisionFile {

    static final String NAME = "revision.json";

    private RevisionFile() {}

    static void write(Revision revision, Path directory) throws IOException {
        JsonObject graphs = new JsonObject();
        revision.graphs().forEach((graph, quads) -> graphs.put(graph, quads));
        JsonObject json = new JsonObject();
        json.put("number", revision.number());
        json.put("hash", revision.hash());
        json.put("created", revision.created().toString());
        json.put("quads", revision.quads());
        revision.parent().ifPresent(parent -> json.put("parent", parent));
        json.put("graphs", graphs);
        Files.writeString(directory.resolve(NAME), json + "\n", StandardCharsets.UTF_8);
    }

    /** Writes the checksum of the sorted N-Quads, in the form of {@code sha256sum}. */
    static void writeChecksum(String checksum, Path directory) throws IOException {
        Files.writeString(
                directory.resolve("data.nq.gz.sha256"), checksum + "  data.nq.gz\n", StandardCharsets.US_ASCII);
    }

    static Revision read(Path directory) {
        Path file = directory.resolve(NAME);
        try (InputStream in = Files.newInputStream(file)) {
            JsonObject json = JSON.parse(in);
            SortedMap<String, Long> graphs = new TreeMap<>();
            json.getObj("graphs")
                    .forEach((graph, quads) ->
                            graphs.put(graph, quads.getAsNumber().value().longValue()));
            return new Revision(
                    json.getNumber("number").longValue(),
                    json.getString("hash"),
                    Instant.parse(json.getString("created")),
                    json.getNumber("quads").longValue(),
                    graphs,
                    json.hasKey("parent")
                            ? OptionalLong.of(json.getNumber("parent").longValue())
                            : OptionalLong.empty(),
                    directory);
        } catch (IOException | JsonException | NullPointerException | DateTimeException e) {
            throw new DamagedDataException(file + " is not the description of a revision", e);
        }
    }
}
