package org.w3id.urbis.loader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.loader.linking.LinkCount;
import org.w3id.urbis.loader.publication.Change;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.validation.Finding;

/**
 * What was told of the load that made a revision, and what it was made of: kept beside the revision, so that a load of the
 * same can tell the same without doing anything.
 *
 * @param made     what the revision is made of
 * @param stated   how many statements were read
 * @param sources  what each source gave, but for those that were not there
 * @param findings what was doubtful
 */
record Told(MadeOf made, long stated, List<SourceReport> sources, List<Finding> findings) {

    /** The name of the file beside a revision. */
    static final String FILE = "made-of.json";

    private static final Logger LOG = LoggerFactory.getLogger(Told.class);

    /** Copies the lists. */
    Told {
        sources = sources.stream()
                .filter(source ->
                        source.state() == SourceReport.State.READ || source.state() == SourceReport.State.KEPT)
                .toList();
        findings = List.copyOf(findings);
    }

    /** What would be told if a revision were made of the same again. */
    LoadReport again(LoadReport.Outcome outcome, Revision revision, List<SourceReport> missing) {
        List<SourceReport> all = new ArrayList<>(sources);
        all.addAll(missing);
        all.sort(Comparator.comparing(SourceReport::id));
        return new LoadReport(
                outcome, Optional.empty(), all, findings, stated, revision.quads() - stated, new Change(0, 0));
    }

    /**
     * What is to be told after submissions were taken in and others left out.
     *
     * @param report what was told of that; what is doubtful elsewhere stands there without its place
     * @return empty if something is doubtful in a place that is not known
     */
    Optional<Told> amended(MadeOf now, LoadReport report) {
        List<SourceReport> all = new ArrayList<>(sources);
        all.removeIf(source -> MadeOf.isSubmission(source.id()));
        all.addAll(report.sources());
        return new FoundBefore(findings)
                .placed(report.findings())
                .map(placed -> new Told(now, report.stated(), all, placed));
    }

    /** Reads what is kept beside a revision; empty if nothing is, or nothing that can be read. */
    static Optional<Told> of(Revision revision) {
        Path file = revision.directory().resolve(FILE);
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(read(JSON.parse(in)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | JsonException | IllegalArgumentException | NullPointerException unreadable) {
            LOG.warn("{} cannot be read, so everything is read again", file, unreadable);
            return Optional.empty();
        }
    }

    private static Told read(JsonObject json) {
        List<String> kept =
                json.getArray("kept").map(each -> each.getAsString().value()).toList();
        MadeOf made = new MadeOf(
                json.getString("program"),
                json.getString("base"),
                checksums(json.getObj("read")),
                checksums(json.getObj("graphs")),
                kept,
                json.getString("former"),
                json.getArray("linked").map(each -> each.getAsString().value()).toList());
        return new Told(
                made,
                json.getNumber("stated").longValue(),
                json.getArray("sources").map(each -> source(each.getAsObject())).toList(),
                json.getArray("findings")
                        .map(each -> FindingJson.read(each.getAsObject()))
                        .toList());
    }

    private static SortedMap<String, String> checksums(JsonObject json) {
        SortedMap<String, String> checksums = new TreeMap<>();
        json.forEach((id, checksum) -> checksums.put(id, checksum.getAsString().value()));
        return checksums;
    }

    private static JsonObject json(SortedMap<String, String> checksums) {
        JsonObject json = new JsonObject();
        checksums.forEach(json::put);
        return json;
    }

    private static JsonArray json(List<String> texts) {
        JsonArray json = new JsonArray();
        texts.forEach(json::add);
        return json;
    }

    private static SourceReport source(JsonObject json) {
        JsonArray links = json.get("links").getAsArray();
        return new SourceReport(
                json.getString("id"),
                SourceReport.State.valueOf(json.getString("state")),
                json.getNumber("graphs").intValue(),
                json.getNumber("statements").longValue(),
                0,
                json.getNumber("warnings").longValue(),
                new LinkCount(number(links, 0), number(links, 1), number(links, 2)));
    }

    private static int number(JsonArray array, int place) {
        return array.get(place).getAsNumber().value().intValue();
    }

    /** The content of the file. */
    byte[] bytes() {
        JsonObject json = new JsonObject();
        json.put("program", made.program());
        json.put("base", made.base());
        json.put("read", json(made.read()));
        json.put("graphs", json(made.graphs()));
        json.put("kept", json(made.kept()));
        json.put("former", made.former());
        json.put("linked", json(made.linked()));
        json.put("stated", stated);
        JsonArray reports = new JsonArray();
        sources.forEach(source -> reports.add(json(source)));
        json.put("sources", reports);
        JsonArray told = new JsonArray();
        findings.forEach(finding -> told.add(FindingJson.of(finding)));
        json.put("findings", told);
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject json(SourceReport source) {
        JsonObject json = new JsonObject();
        json.put("id", source.id());
        json.put("state", source.state().name());
        json.put("graphs", source.graphs());
        json.put("statements", source.quads());
        json.put("warnings", source.warnings());
        JsonArray links = new JsonArray();
        links.add(source.links().linked());
        links.add(source.links().unsure());
        links.add(source.links().unknown());
        json.put("links", links);
        return json;
    }
}
