package org.w3id.urbis.benchmark.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.w3id.urbis.benchmark.ServerProcess;
import org.w3id.urbis.shapes.ShapeLibrary;

/**
 * Checks one file by {@code ./urbis validate} and by {@code shacl validate} of Jena's own command line, with the same
 * shapes, in turns and from nothing each time, and prints a table in Markdown.
 *
 * <p>Jena's is run as its script runs it: a new JVM with {@code -Xmx4G} and the jars that it depends on. It is given no
 * vocabulary, and so has less to read and to check.
 */
public final class ColdStart {

    /** What {@code jena-cmds} depends on, by the beginnings of the names of jars. */
    private static final List<String> JENA = List.of(
            "jena-base-",
            "jena-core-",
            "jena-arq-",
            "jena-cmds-",
            "jena-iri",
            "jena-langtag-",
            "jena-rdfpatch-",
            "jena-shacl-",
            "jena-shex-",
            "jena-tdb",
            "jena-dboe-",
            "commons-c",
            "commons-io-",
            "commons-lang3-",
            "caffeine-",
            "jspecify-",
            "collection-",
            "RoaringBitmap-",
            "gson-",
            "error_prone_annotations-",
            "jcl-over-slf4j-",
            "titanium-",
            "jakarta.json-",
            "parsson-",
            "protobuf-java-",
            "libthrift-",
            "slf4j-api-");

    private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s");

    private ColdStart() {}

    /**
     * Runs the comparison.
     *
     * @param arguments the folder of the project, the file to be checked, and how many rounds; nine if that is left out
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path project = Path.of(arguments[0]).toAbsolutePath();
        String file = arguments[1];
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 9;
        Path shapes = Files.createTempFile("shapes-", ".ttl");
        try {
            try (OutputStream out = Files.newOutputStream(shapes)) {
                RDFWriter.source(ShapeLibrary.forParts().graph())
                        .lang(Lang.TURTLE)
                        .output(out);
            }
            List<String> urbis = List.of(project.resolve("urbis").toString(), "validate", file);
            List<String> jena = List.of(
                    ServerProcess.java(),
                    "-Xmx4G",
                    "-cp",
                    classPath(project.resolve("endpoint/target/lib")),
                    "shacl.shacl",
                    "validate",
                    "--shapes",
                    shapes.toString(),
                    "--data",
                    file);
            compare(urbis, jena, rounds);
        } finally {
            Files.delete(shapes);
        }
    }

    private static void compare(List<String> urbis, List<String> jena, int rounds)
            throws IOException, InterruptedException {
        run(urbis);
        run(jena);
        List<Run> ours = new ArrayList<>();
        List<Run> theirs = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            ours.add(run(urbis));
            theirs.add(run(jena));
        }
        System.out.println("| median of " + rounds + " | `./urbis validate` | `shacl validate` | ratio |");
        System.out.println("|---|---|---|---|");
        row(
                "seconds",
                ours.stream().map(Run::wall).toList(),
                theirs.stream().map(Run::wall).toList());
        row(
                "seconds of processor time",
                ours.stream().map(Run::processor).toList(),
                theirs.stream().map(Run::processor).toList());
    }

    private static void row(String name, List<Double> ours, List<Double> theirs) {
        double urbis = median(ours);
        double jena = median(theirs);
        System.out.printf(Locale.ROOT, "| %s | %.2f | %.2f | %.1f |%n", name, urbis, jena, jena / urbis);
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }

    /** Runs a command in a shell that tells afterwards what its children took. */
    private static Run run(List<String> command) throws IOException, InterruptedException {
        List<String> measured = new ArrayList<>(List.of("sh", "-c", "\"$@\" >/dev/null 2>&1; echo $?; times", "sh"));
        measured.addAll(command);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(measured)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> told;
        try (Stream<String> lines = process.inputReader().lines()) {
            told = lines.toList();
        }
        process.waitFor();
        double wall = (System.nanoTime() - start) / 1e9;
        if (told.size() < 3 || Integer.parseInt(told.getFirst()) > 1) {
            throw new IOException("no report from " + command + ": " + told);
        }
        Matcher times = TIMES.matcher(told.getLast());
        if (!times.matches()) {
            throw new IOException("no times from the shell: " + told);
        }
        double processor = 60 * (Integer.parseInt(times.group(1)) + Integer.parseInt(times.group(3)))
                + Double.parseDouble(times.group(2))
                + Double.parseDouble(times.group(4));
        return new Run(wall, processor);
    }

    private static String classPath(Path folder) throws IOException {
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.filter(jar -> JENA.stream().anyMatch(jar.getFileName().toString()::startsWith))
                    .sorted()
                    .map(Path::toString)
                    .collect(Collectors.joining(System.getProperty("path.separator")));
        }
    }

    /** What one run took, in seconds. */
    private record Run(double wall, double processor) {}
}
