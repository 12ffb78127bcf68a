package org.w3id.urbis.loader.publication;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
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
     * @param kept      checksums of the files of graphs that lie there already, by their names
     * @param directory where to; there already, and otherwise empty
     * @throws IOException if the disk refuses
     */
    static void write(Statements quads, SortedMap<String, String> graphs, Map<String, String> kept, Path directory)
            throws IOException {
        DumpWriting writing = new DumpWriting(directory);
        writing.sums.putAll(kept);
        List<String> left = new ArrayList<>(graphs.keySet());
        left.removeIf(graph -> kept.containsKey(graphs.get(graph)));
        boolean isFirst = true;
        while (isFirst || !left.isEmpty()) {
            List<String> some = left.subList(0, Math.min(MOST_OPEN, left.size()));
            writing.pass(quads, some, graphs, isFirst);
            some.clear();
            isFirst = false;
        }
        writing.finish();
    }

    private void pass(Statements quads, List<String> some, Map<String, String> names, boolean isWhole)
            throws IOException {
        Map<String, StreamRDF> open = new HashMap<>();
        List<SummedFile> files = new ArrayList<>();
        try {
            for (String graph : some) {
                SummedFile file = new SummedFile(names.get(graph));
                files.add(file);
                open.put(graph, turtle(file.out));
            }
            Optional<JsonLdLines> whole = Optional.empty();
            if (isWhole) {
                SummedFile file = new SummedFile(RevisionDumps.JSON_LD);
                files.add(file);
                whole = Optional.of(new JsonLdLines(file.out, prefixes));
            }
            Optional<JsonLdLines> lines = whole;
            quads.forEach(quad -> {
                lines.ifPresent(json -> json.add(quad));
                StreamRDF turtle = open.get(quad.getGraph().getURI());
                if (turtle != null) {
                    turtle.triple(quad.asTriple());
                }
            });
            lines.ifPresent(JsonLdLines::end);
            open.values().forEach(StreamRDF::finish);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            for (SummedFile file : files) {
                file.close();
            }
        }
    }

    private StreamRDF turtle(OutputStream out) {
        StreamRDF turtle = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
        turtle.start();
        prefixes.forEach(turtle::prefix);
        return turtle;
    }

    /** The list of checksums comes last: what it speaks of is whole. */
    private void finish() throws IOException {
        StringBuilder lines = new StringBuilder();
        sums.forEach((name, sum) -> lines.append(sum).append("  ").append(name).append('\n'));
        Files.writeString(directory.resolve(RevisionDumps.SUMS), lines);
    }

    /** A file that knows its checksum once it is closed. */
    private final class SummedFile implements Closeable {
        private final String name;
        private final MessageDigest digest = Sha256.digest();
        private final OutputStream out;

        SummedFile(String name) throws IOException {
            this.name = name;
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            this.out = new BufferedOutputStream(
                    SortedQuads.compressed(new DigestOutputStream(Files.newOutputStream(file), digest)), 1 << 13);
        }

        @Override
        public void close() throws IOException {
            out.close();
            sums.put(name, Sha256.hex(digest));
        }
    }
}
