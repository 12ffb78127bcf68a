package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.loader.identity.BaseIri;

/**
 * The files in which a revision can be taken away: the sorted N-Quads, which are the revision itself, and what is derived from
 * them when it is published: the whole graph as JSON-LD and each graph as Turtle. Derived files can be deleted and are then
 * made again, byte for byte.
 */
public final class RevisionDumps {

    /** The name of the sorted N-Quads. */
    public static final String N_QUADS = "urbis.nq.gz";

    /** The name of the whole graph as JSON-LD. */
    public static final String JSON_LD = "urbis.jsonld.gz";

    /** The name of the list of checksums, in the form of {@code sha256sum}. */
    public static final String SUMS = "SHA256SUMS";

    private static final Logger LOG = LoggerFactory.getLogger(RevisionDumps.class);
    /** The end of a graph's IRI that can be the name of a file. */
    private static final Pattern PLAIN = Pattern.compile("graph(/[A-Za-z0-9_-]{1,100}){1,8}");

    private RevisionDumps() {}

    /**
     * A file to take away, compressed by gzip.
     *
     * @param name   its name among the files of the revision, with slashes between its parts
     * @param path   where it lies
     * @param sha256 the checksum of its bytes, in hexadecimal
     * @param bytes  its length
     * @param graph  the IRI of the graph that it holds; empty if it holds all of them
     */
    public record DumpFile(String name, Path path, String sha256, long bytes, Optional<String> graph) {}

    /**
     * Lists the files, which are made first if they were deleted.
     *
     * @param revision the revision
     * @return N-Quads, JSON-LD, and Turtle by the IRI of the graph
     * @throws DamagedDataException if they can neither be read nor made
     */
    public static List<DumpFile> of(Revision revision) {
        try {
            if (!Files.exists(list(revision))) {
                make(revision);
            }
            return present(revision);
        } catch (IOException | UncheckedIOException e) {
            throw new DamagedDataException("Cannot make the dumps of revision " + revision.number(), e);
        }
    }

    /**
     * Lists the files that lie there.
     *
     * @param revision the revision
     * @return N-Quads, and the derived files if they have not been deleted
     * @throws DamagedDataException if they cannot be read
     */
    public static List<DumpFile> present(Revision revision) {
        try {
            List<DumpFile> files = new ArrayList<>();
            String checksum = Files.readString(revision.dump().resolveSibling("data.nq.gz.sha256"));
            files.add(file(N_QUADS, revision.dump(), checksum.split("\\s", 2)[0], Optional.empty()));
            Map<String, String> sums = sums(revision);
            if (!sums.isEmpty()) {
                files.add(derived(revision, JSON_LD, sums, Optional.empty()));
            }
            for (Map.Entry<String, String> graph :
                    names(revision.graphs().keySet()).entrySet()) {
                if (sums.containsKey(graph.getValue())) {
                    files.add(derived(revision, graph.getValue(), sums, Optional.of(graph.getKey())));
                }
            }
            return List.copyOf(files);
        } catch (IOException e) {
            throw new DamagedDataException("Cannot read the dumps of revision " + revision.number(), e);
        }
    }

    /**
     * Finds one of them.
     *
     * @param revision the revision
     * @param name     its name
     * @return the file, or empty if the revision has none of that name
     * @throws DamagedDataException if they can neither be read nor made
     */
    public static Optional<DumpFile> find(Revision revision, String name) {
        return of(revision).stream().filter(file -> file.name().equals(name)).findFirst();
    }

    /**
     * The derived files, for a revision that is being published. Those of graphs that have not changed are those of the
     * revision before it.
     */
    static void write(Optional<Difference> difference, SortedQuads sorted, Set<String> graphs, Path directory)
            throws IOException {
        Files.createDirectories(directory);
        SortedMap<String, String> names = names(graphs);
        Map<String, String> kept = new HashMap<>();
        if (difference.isPresent()) {
            kept.putAll(share(difference.get(), names, directory));
        }
        DumpWriting.write(taking -> sorted.quads().forEach(taking), names, kept, directory);
    }

    /**
     * The derived files of a revision that differs little from the one before it, whose sorted N-Quads are written already. What
     * cannot be made of that one's is made anew.
     *
     * @param revision the revision, as it is being written
     * @param rows     what changes, sorted
     * @param jsonLd   the checksum of the JSON-LD, if it lies there
     */
    static void amend(Difference difference, List<PatchRow> rows, Revision revision, Optional<String> jsonLd)
            throws IOException {
        SortedMap<String, String> names = names(revision.graphs().keySet());
        Path directory = revision.dumps();
        Map<String, String> kept = share(difference, names, directory);
        jsonLd.ifPresent(sum -> kept.put(JSON_LD, sum));
        Map<String, List<PatchRow>> byGraph = rows.stream().collect(Collectors.groupingBy(PatchRow::graph));
        Map<String, String> sums = sums(difference.before());
        Map<String, String> prefixes = Dump.prefixes();
        for (Map.Entry<String, String> name : names.entrySet()) {
            if (!byGraph.containsKey(name.getKey())) {
                continue;
            }
            AmendedTurtle turtle = new AmendedTurtle(name.getKey(), byGraph.get(name.getKey()), prefixes);
            Path file = directory.resolve(name.getValue());
            if (!difference.before().graphs().containsKey(name.getKey())) {
                kept.put(name.getValue(), turtle.write(file));
                continue;
            }
            Path old = difference.before().dumps().resolve(name.getValue());
            turtle.write(old, Optional.ofNullable(sums.get(name.getValue())), file)
                    .ifPresent(sum -> kept.put(name.getValue(), sum));
        }
        DumpWriting.write(taking -> new Dump(revision).forEach(taking), names, kept, directory);
    }

    /** The JSON-LD of the revision before, to go on from; empty if it was deleted or written otherwise. */
    static Optional<AmendedFile> jsonLd(Revision before, Path directory) throws IOException {
        return AmendedFile.of(
                before.dumps().resolve(JSON_LD),
                Optional.ofNullable(sums(before).get(JSON_LD)),
                directory.resolve(JSON_LD),
                new JsonLdLines(Dump.prefixes()));
    }

    /** Lets the Turtle of graphs that have not changed appear here too; returns its checksums by the names of the files. */
    private static Map<String, String> share(Difference difference, SortedMap<String, String> names, Path directory)
            throws IOException {
        Map<String, String> kept = new HashMap<>();
        Map<String, String> sums = sums(difference.before());
        Set<String> changed = difference.graphs();
        for (Map.Entry<String, String> graph : names.entrySet()) {
            String name = graph.getValue();
            if (!changed.contains(graph.getKey()) && sums.containsKey(name)) {
                DurableFiles.share(difference.before().dumps().resolve(name), directory.resolve(name));
                kept.put(name, sums.get(name));
            }
        }
        return kept;
    }

    private static DumpFile derived(Revision revision, String name, Map<String, String> sums, Optional<String> graph)
            throws IOException {
        return file(name, revision.dumps().resolve(name), sums.getOrDefault(name, ""), graph);
    }

    private static DumpFile file(String name, Path path, String sha256, Optional<String> graph) throws IOException {
        return new DumpFile(name, path, sha256, Files.size(path), graph);
    }

    private static Path list(Revision revision) {
        return revision.dumps().resolve(SUMS);
    }

    /** The checksums of the derived files; none if there are no such files. */
    private static Map<String, String> sums(Revision revision) throws IOException {
        Map<String, String> sums = new HashMap<>();
        if (Files.exists(list(revision))) {
            for (String line : Files.readAllLines(list(revision))) {
                sums.put(line.substring(line.indexOf(' ') + 2), line.substring(0, line.indexOf(' ')));
            }
        }
        return sums;
    }

    /** One at a time, so that what is being made is waited for and not made twice. */
    private static synchronized void make(Revision revision) throws IOException {
        if (Files.exists(list(revision))) {
            return;
        }
        LOG.info("Making the dumps of revision {}", revision.number());
        DerivedForm.make(revision, "dumps", revision.dumps(), fresh -> {
            DumpWriting.write(
                    taking -> new Dump(revision).forEach(taking),
                    names(revision.graphs().keySet()),
                    Map.of(),
                    fresh);
            return fresh;
        });
    }

    /** The names of files for graphs. */
    private static SortedMap<String, String> names(Set<String> graphs) {
        SortedMap<String, String> names = new TreeMap<>();
        for (String graph : graphs) {
            String end = graph.startsWith(BaseIri.URBIS.value())
                    ? graph.substring(BaseIri.URBIS.value().length())
                    : "";
            names.put(graph, (PLAIN.matcher(end).matches() ? end : "graph/" + hashed(graph)) + ".ttl.gz");
        }
        return names;
    }

    private static String hashed(String graph) {
        MessageDigest digest = Sha256.digest();
        digest.update(graph.getBytes(StandardCharsets.UTF_8));
        return Sha256.hex(digest);
    }
}
