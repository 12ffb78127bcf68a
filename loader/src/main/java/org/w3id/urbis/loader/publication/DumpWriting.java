package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.Quad;

/**
 * Writes a graph as files to take away, all compressed by gzip: the whole of it as JSON-LD, and each named graph as Turtle.
 * Statements are written as they come; none are held but those of one subject.
 */
final class DumpWriting {

    /** How many files are open at a time; for more graphs the statements are gone through again. */
    private static final int MOST_OPEN = 64;

    private final Path directory;
    private final Map<String, String> prefixes = Dump.prefixes();
    private final SortedMap<String, String> sums = new TreeMap<>();

    /** Statements that can be gone through more than once. */
    @FunctionalInterface
    interface Statements {
        /** Hands on all of them, sorted by subject. */
        void forEach(Consumer<Quad> taking) throws IOException;
    }

    private DumpWriting(Path directory) {
        this.directory = directory;
    }

    /**
     * Writes the files, and their checksums.
     *
     * @param quads     all statements
     * @param graphs    the name of the file of each graph, by the graph's IRI
     * @param kept      checksums of the files that lie there already, by their names
     * @param directory where to; there already, and otherwise empty
     * @throws IOException if the disk refuses
     */
    static void write(Statements quads, SortedMap<String, String> graphs, Map<String, String> kept, Path directory)
            throws IOException {
        DumpWriting writing = new DumpWriting(directory);
        writing.sums.putAll(kept);
        List<String> left = new ArrayList<>(graphs.keySet());
        left.removeIf(graph -> kept.containsKey(graphs.get(graph)));
        boolean isWhole = !kept.containsKey(RevisionDumps.JSON_LD);
        while (isWhole || !left.isEmpty()) {
            List<String> some = left.subList(0, Math.min(MOST_OPEN, left.size()));
            writing.pass(quads, some, graphs, isWhole);
            some.clear();
            isWhole = false;
        }
        writing.finish();
    }

    private void pass(Statements quads, List<String> some, Map<String, String> names, boolean isWhole)
            throws IOException {
        Map<String, SubjectFile> open = new HashMap<>();
        Map<String, SubjectFile> files = new HashMap<>();
        try {
            for (String graph : some) {
                SubjectFile file = SubjectFile.at(directory.resolve(names.get(graph)), new TurtleBlocks(prefixes));
                files.put(names.get(graph), file);
                open.put(graph, file);
            }
            if (isWhole) {
                files.put(
                        RevisionDumps.JSON_LD,
                        SubjectFile.at(directory.resolve(RevisionDumps.JSON_LD), new JsonLdLines(prefixes)));
            }
            Optional<SubjectFile> whole = Optional.ofNullable(files.get(RevisionDumps.JSON_LD));
            quads.forEach(quad -> {
                whole.ifPresent(file -> file.add(quad));
                SubjectFile turtle = open.get(quad.getGraph().getURI());
                if (turtle != null) {
                    turtle.add(quad);
                }
            });
            for (Map.Entry<String, SubjectFile> file : files.entrySet()) {
                sums.put(file.getKey(), file.getValue().finish());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            for (SubjectFile file : files.values()) {
                file.close();
            }
        }
    }

    /** The list of checksums comes last: what it speaks of is whole. */
    private void finish() throws IOException {
        StringBuilder lines = new StringBuilder();
        sums.forEach((name, sum) -> lines.append(sum).append("  ").append(name).append('\n'));
        Files.writeString(directory.resolve(RevisionDumps.SUMS), lines);
    }
}
