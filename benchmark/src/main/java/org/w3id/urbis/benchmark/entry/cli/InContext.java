package org.w3id.urbis.benchmark.entry.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.apache.jena.sparql.core.DatasetGraph;
import org.w3id.urbis.benchmark.entry.JudgedEntry;
import org.w3id.urbis.benchmark.entry.JudgedEntry.Cost;
import org.w3id.urbis.benchmark.entry.JudgedEntry.Surroundings;
import org.w3id.urbis.benchmark.load.MeasuredProcess;
import org.w3id.urbis.benchmark.load.SyntheticSource;
import org.w3id.urbis.loader.Standard;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.RevisionForm;
import org.w3id.urbis.loader.publication.RevisionNames;
import org.w3id.urbis.loader.publication.Revisions;

/**
 * Judges the same entry as an addition to graphs of different sizes, in turns, and prints a table in Markdown. A graph that is
 * there from an earlier run is taken as it is.
 */
public final class InContext {

    private static final int ROUNDS = 60;
    private static final int WARMING = 30;

    private final Path work;
    private final String heap;
    private final Standard standard = Standard.shipped();

    private InContext(Path work, String heap) {
        this.work = work;
        this.heap = heap;
    }

    /**
     * Runs it and ends by itself.
     *
     * @param arguments a directory to work in; the heap of a load, such as {@code 4g}; and for each graph, the smallest
     *                  first, how many statements to generate, or a data directory that is there
     * @throws IOException if something does not end well
     */
    public static void main(String[] arguments) throws IOException {
        InContext run = new InContext(Path.of(arguments[0]).toAbsolutePath(), arguments[1]);
        List<Place> places = new ArrayList<>();
        for (String statements : List.of(arguments).subList(2, arguments.length)) {
            Revision revision = statements.matches("[0-9]+")
                    ? run.published(Long.parseLong(statements))
                    : new Revisions(Path.of(statements)).current().orElseThrow();
            // Made anew if it is of another version of the program.
            RevisionNames.open(revision).close();
            DatasetGraph dataset = RevisionForm.open(revision).orElseThrow().dataset();
            places.add(new Place(revision, dataset, Surroundings.of(dataset)));
        }
        run.compare(places);
    }

    /**
     * A graph.
     *
     * @param revision its revision
     * @param dataset  as a server reads it
     * @param surroundings what the entry refers to there
     */
    private record Place(Revision revision, DatasetGraph dataset, Surroundings surroundings) {}

    private Revision published(long statements) throws IOException {
        Path data = work.resolve("data-" + statements);
        if (new Revisions(data).current().isEmpty()) {
            Path sources = work.resolve("sources-" + statements);
            SyntheticSource.write(sources, statements);
            Files.createDirectories(work);
            MeasuredProcess.run(
                    work.resolve("load-" + statements + ".log"),
                    List.of(
                            "-Xmx" + heap,
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "org.w3id.urbis.endpoint.EndpointMain",
                            "load",
                            "--data",
                            data.toString(),
                            "--sources",
                            sources.toString()));
        }
        return new Revisions(data).current().orElseThrow();
    }

    private void compare(List<Place> places) {
        List<List<Cost>> costs = new ArrayList<>();
        places.forEach(place -> costs.add(new ArrayList<>()));
        for (int round = -WARMING; round < ROUNDS; round++) {
            for (int i = 0; i < places.size(); i++) {
                Place place = places.get(i);
                Cost cost = new JudgedEntry(work.resolve("nobody"), standard, place.surroundings(), WARMING + round)
                        .judge(place.dataset(), place.revision());
                if (round >= 0) {
                    costs.get(i).add(cost);
                }
            }
        }
        System.out.println("| statements in the graph | ms | processor ms | times the first |");
        System.out.println("|---:|---:|---:|---:|");
        double first = median(costs.getFirst(), Cost::processorMilliseconds);
        for (int i = 0; i < places.size(); i++) {
            double processor = median(costs.get(i), Cost::processorMilliseconds);
            System.out.printf(
                    Locale.ENGLISH,
                    "| %,d | %.1f | %.1f | %.2f |%n",
                    places.get(i).revision().quads(),
                    median(costs.get(i), Cost::milliseconds),
                    processor,
                    processor / first);
        }
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
        double[] sorted = costs.stream().mapToDouble(figure).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
