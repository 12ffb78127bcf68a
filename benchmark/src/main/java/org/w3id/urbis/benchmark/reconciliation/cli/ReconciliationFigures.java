package org.w3id.urbis.benchmark.reconciliation.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.benchmark.Deployments;
import org.w3id.urbis.benchmark.ServerProcess;
import org.w3id.urbis.benchmark.reconciliation.GeoNamesGraph;
import org.w3id.urbis.benchmark.reconciliation.LabelledCities;
import org.w3id.urbis.benchmark.reconciliation.LabelledName;
import org.w3id.urbis.benchmark.reconciliation.MatchClient;
import org.w3id.urbis.benchmark.reconciliation.Tables;
import org.w3id.urbis.benchmark.reconciliation.Tally;
import org.w3id.urbis.loader.LoadRequest;
import org.w3id.urbis.loader.Pipeline;
import org.w3id.urbis.loader.publication.Publication;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.RevisionNames;
import org.w3id.urbis.loader.publication.Revisions;

/**
 * Publishes the shipped graph with all places of GeoNames, serves it as the launcher does, and prints how well and how fast
 * names of cities are matched with it.
 */
public final class ReconciliationFigures {

    private static final int BATCH = 50;
    private static final Pattern GEONAMES =
            Pattern.compile("<([^>]+/id/city/[^>]+)> <[^>]+Match> <https://sws\\.geonames\\.org/([0-9]+)/>.*");

    private final Path data;
    private final Tables tables;
    private final GeoNamesGraph geoNames;

    private ReconciliationFigures(Path data, Tables tables) throws IOException {
        this.data = data;
        this.tables = tables;
        Revisions revisions = new Revisions(data);
        if (revisions.current().isEmpty()) {
            new Pipeline().load(LoadRequest.all(data));
        }
        Revision shipped = revisions.find(1).orElseThrow();
        this.geoNames = new GeoNamesGraph(tables, known(shipped));
        if (revisions.current().orElseThrow().number() == 1) {
            publish(shipped);
        }
    }

    /**
     * Runs it.
     *
     * @param arguments a directory to work in, which keeps what was published for the next time, and the folder of the tables
     * @throws IOException if the tables cannot be read or the server does not answer
     */
    public static void main(String[] arguments) throws IOException {
        Path work = Path.of(arguments[0]).toAbsolutePath();
        new ReconciliationFigures(work.resolve("data"), new Tables(Path.of(arguments[1]))).run(work);
    }

    /** The cities that the shipped graph has matched with GeoNames, by GeoNames id. */
    private static Map<String, String> known(Revision shipped) throws IOException {
        Map<String, String> known = new HashMap<>();
        try (InputStream dump = new GZIPInputStream(Files.newInputStream(shipped.dump()));
                BufferedReader lines = new BufferedReader(new InputStreamReader(dump, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher match = GEONAMES.matcher(line);
                if (match.matches()) {
                    known.put(match.group(2), match.group(1));
                }
            }
        }
        return known;
    }

    private void publish(Revision shipped) throws IOException {
        List<Quad> quads = new ArrayList<>();
        try (InputStream dump = new GZIPInputStream(Files.newInputStream(shipped.dump()))) {
            RDFParser.source(dump).lang(Lang.NQUADS).parse(new StreamRDFBase() {
                @Override
                public void quad(Quad quad) {
                    quads.add(quad);
                }
            });
        }
        long begin = System.nanoTime();
        Revision revision = new Publication(data, 2, Clock.systemUTC())
                .publish(() -> Stream.concat(quads.stream(), geoNames.quads()))
                .orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "Published %,d statements with their names in %.0f seconds.%n",
                revision.quads(),
                (System.nanoTime() - begin) / 1e9);
    }

    private void run(Path work) throws IOException {
        LabelledCities labels = new LabelledCities(tables);
        List<LabelledName> names = labels.names();
        System.out.printf("%d cities reported, %d names of them are labelled.%n", labels.reported(), names.size());
        // An index made by an earlier version of the program is made anew, which the start of a server should not wait
        // for.
        RevisionNames.open(new Revisions(data).current().orElseThrow()).close();
        try (ServerProcess urbis = Deployments.urbis(work, data)) {
            MatchClient client = new MatchClient(urbis.port());
            for (boolean withCountry : new boolean[] {true, false}) {
                for (LabelledName.Column column : LabelledName.Column.values()) {
                    List<LabelledName> those = names.stream()
                            .filter(name -> name.column() == column)
                            .toList();
                    print(column, withCountry, tally(client, those, withCountry));
                }
            }
            speed(client, names, urbis);
            System.out.printf("Resident memory of the server: %d MiB.%n", urbis.residentMebibytes());
        }
    }

    private Tally tally(MatchClient client, List<LabelledName> names, boolean withCountry) throws IOException {
        Tally tally = new Tally();
        for (int from = 0; from < names.size(); from += BATCH) {
            List<LabelledName> batch = names.subList(from, Math.min(names.size(), from + BATCH));
            List<MatchClient.Reply> replies = client.ask(batch, withCountry);
            for (int i = 0; i < batch.size(); i++) {
                tally.add(
                        batch.get(i),
                        replies.get(i),
                        geoNames.city(batch.get(i).place().id()));
            }
        }
        return tally;
    }

    private static void print(LabelledName.Column column, boolean withCountry, Tally tally) {
        System.out.printf(
                Locale.ROOT,
                "%n%s, %s country: %d names, precision %.3f, recall %.3f; best candidate right %.3f, among five %.3f%n",
                column.title(),
                withCountry ? "with" : "without",
                tally.asked(),
                tally.precision(),
                tally.recall(),
                tally.firstRight(),
                tally.amongFive());
        tally.wrong()
                .forEach(wrong -> System.out.printf(
                        "  %s %s (%s): meant %s %s %d, got %s%n",
                        wrong.reply().match() ? "WRONG" : "open ",
                        wrong.name().text(),
                        wrong.name().country(),
                        wrong.name().place().name(),
                        wrong.name().place().id(),
                        wrong.name().place().population(),
                        wrong.reply().ids().stream()
                                .map(id -> id.substring(id.lastIndexOf('/') + 1))
                                .toList()));
    }

    private static void speed(MatchClient client, List<LabelledName> names, ServerProcess urbis) throws IOException {
        for (int size : new int[] {10, BATCH}) {
            double processor = urbis.processorSeconds();
            long begin = System.nanoTime();
            int asked = 0;
            for (int round = 0; round < 3; round++) {
                for (int from = 0; from + size <= names.size(); from += size) {
                    client.ask(names.subList(from, from + size), true);
                    asked += size;
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%nBatches of %d, one after the other: %.0f names a second, %.2f processor ms for each.%n",
                    size,
                    asked / ((System.nanoTime() - begin) / 1e9),
                    (urbis.processorSeconds() - processor) * 1000 / asked);
        }
    }
}
