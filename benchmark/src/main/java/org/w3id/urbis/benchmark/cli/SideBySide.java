package org.w3id.urbis.benchmark.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.w3id.urbis.benchmark.Comparison;
import org.w3id.urbis.benchmark.Comparison.Side;
import org.w3id.urbis.benchmark.Deployments;
import org.w3id.urbis.benchmark.Nginx;
import org.w3id.urbis.benchmark.ServerProcess;
import org.w3id.urbis.benchmark.Workload;
import org.w3id.urbis.benchmark.Wrk;
import org.w3id.urbis.loader.cli.LoadCommand;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Revisions;
import org.w3id.urbis.queries.CatalogueQuery;
import org.w3id.urbis.queries.QueryCatalogue;
import picocli.CommandLine;

/** Puts Urbis beside a stock Fuseki and beside nginx on the graph that ships, and prints tables in Markdown. */
public final class SideBySide {
    private static final String JSON = "application/sparql-results+json";
    private static final String NETWORK = "/id/network/c40";
    private static final int ROWS = 5000;

    private final Path work;
    private final Wrk wrk;
    private final Comparison usual;
    private final Comparison brief;

    private SideBySide(Path work) {
        this.work = work;
        this.wrk = new Wrk(work);
        this.usual = new Comparison(wrk, 8, Duration.ofSeconds(12), Duration.ofSeconds(8), 3);
        this.brief = new Comparison(wrk, 2, Duration.ofSeconds(1), Duration.ofSeconds(1), 3);
    }

    /**
     * Runs it; it takes about a quarter of an hour and ends by itself.
     *
     * @param arguments a directory to work in, whose content is removed first, and the jar of a stock Fuseki server
     * @throws IOException if a server does not start or does not answer, or {@code wrk} is not installed
     */
    public static void main(String[] arguments) throws IOException {
        Path work = Path.of(arguments[0]).toAbsolutePath();
        remove(work);
        Files.createDirectories(work);
        new SideBySide(work).run(Path.of(arguments[1]).toAbsolutePath());
    }

    private void run(Path jar) throws IOException {
        Path data = work.resolve("data");
        if (new CommandLine(new LoadCommand()).execute("--data", data.toString()) != 0) {
            throw new IOException("The sources that ship could not be loaded");
        }
        Revision revision = new Revisions(data).current().orElseThrow();
        System.out.printf(
                Locale.ENGLISH,
                "%nJava %s, %d processors, load %.1f, %,d quads, %d connections, median of %d rounds of %d s%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                revision.quads(),
                usual.connections(),
                usual.rounds(),
                usual.round().toSeconds());
        try (ServerProcess urbis = Deployments.urbis(work, data)) {
            try (ServerProcess fuseki = Deployments.fuseki(work, jar, revision.store())) {
                besideFuseki(new Side(urbis, "/sparql"), new Side(fuseki, "/stock"));
            }
            besideNginx(urbis);
            System.out.printf("%nResident memory of Urbis after all of it: %d MiB%n", urbis.residentMebibytes());
        }
        System.out.printf(
                Locale.ENGLISH,
                "Load at the end: %.1f%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private void besideFuseki(Side urbis, Side fuseki) throws IOException {
        List<CatalogueQuery> catalogue = QueryCatalogue.shipped().queries().stream()
                .filter(query -> query.query().isSelectType() && !query.isFederated() && !query.isExtended())
                .toList();
        answersAreTheSame(urbis, fuseki, catalogue);
        head("stock Fuseki");
        List<String> all = catalogue.stream().map(CatalogueQuery::text).toList();
        show("catalogue query, asked again", usual.run(urbis, fuseki, Workload.queries(all, JSON, false)));
        show("lookup, never asked before", usual.run(urbis, fuseki, Workload.queries(lookups(urbis), JSON, true)));
        String rows = "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT " + ROWS;
        for (String mediaType :
                List.of(JSON, "text/csv", "text/tab-separated-values", "application/sparql-results+xml")) {
            Workload workload = Workload.queries(List.of(rows), mediaType, true);
            show(ROWS + " rows, never asked before, `" + mediaType + "`", usual.run(urbis, fuseki, workload));
        }
        System.out.printf(
                Locale.ENGLISH,
                "| start to first answer, seconds | %.1f | %.1f | | | |%n| resident memory after this, MiB | %d | %d |"
                        + " | | |%n",
                urbis.server().startSeconds(),
                fuseki.server().startSeconds(),
                urbis.server().residentMebibytes(),
                fuseki.server().residentMebibytes());
        each(urbis, fuseki, catalogue);
    }

    /** Each question of the catalogue by itself, never asked before. */
    private void each(Side urbis, Side fuseki, List<CatalogueQuery> catalogue) throws IOException {
        System.out.println("\nEach question of the catalogue, never asked before, slowest ratios first:\n");
        head("stock Fuseki");
        record Row(String name, Comparison.Result result) {}
        List<Row> rows = new ArrayList<>();
        for (CatalogueQuery query : catalogue) {
            Workload workload = Workload.queries(List.of(query.text()), JSON, true);
            rows.add(new Row("`" + query.name() + "`", brief.run(urbis, fuseki, workload)));
        }
        rows.sort(Comparator.comparingDouble(row -> row.result().ratio()));
        rows.forEach(row -> show(row.name(), row.result()));
        // What the other side answers in no round at all has no ratio.
        double[] ratios = rows.stream()
                .mapToDouble(row -> row.result().ratio())
                .filter(Double::isFinite)
                .toArray();
        double mean = Math.exp(Arrays.stream(ratios).map(Math::log).average().orElseThrow());
        System.out.printf(Locale.ENGLISH, "%nGeometric mean of %d ratios: %.2f%n", ratios.length, mean);
    }

    private void besideNginx(ServerProcess urbis) throws IOException {
        if (Nginx.program().isEmpty()) {
            System.out.println("\nnginx is not installed, and so not compared.");
            return;
        }
        String jsonLd = "application/ld+json";
        HttpResponse<byte[]> thing = urbis.get(NETWORK, jsonLd);
        Path folder = work.resolve("nginx");
        try (ServerProcess nginx = Nginx.start(Nginx.program().get(), folder, thing.body(), jsonLd)) {
            HttpResponse<byte[]> file = nginx.get("/thing", jsonLd);
            Side ours = new Side(urbis, NETWORK);
            Side theirs = new Side(nginx, "/thing");
            System.out.printf("%n`GET %s` as JSON-LD, %,d bytes:%n%n", NETWORK, thing.body().length);
            head("nginx");
            Map<String, String> accept = Map.of("Accept", jsonLd);
            show("200", usual.run(ours, theirs, Workload.same(accept)));
            show("304", usual.run(ours, known(thing, jsonLd), theirs, known(file, jsonLd)));
        }
    }

    private static Workload known(HttpResponse<byte[]> answer, String mediaType) {
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        return Workload.same(Map.of("Accept", mediaType, "If-None-Match", tag));
    }

    /** One lookup for each thing that has a name, as many as a server would meet before they come again. */
    private static List<String> lookups(Side urbis) throws IOException {
        String things = "?query=SELECT%20DISTINCT%20%3Fs%20%7B%3Fs%20a%20%5B%5D%7D%20LIMIT%20" + ROWS;
        return lines(urbis, things).stream()
                .skip(1)
                .map(thing -> "SELECT ?property ?value WHERE { <" + thing + "> ?property ?value }")
                .toList();
    }

    private static List<String> lines(Side side, String address) throws IOException {
        byte[] body = side.server().get(side.service() + address, "text/csv").body();
        return new String(body, StandardCharsets.UTF_8).lines().toList();
    }

    /** Nothing is gained by being fast and wrong. */
    private static void answersAreTheSame(Side urbis, Side fuseki, List<CatalogueQuery> catalogue) throws IOException {
        for (CatalogueQuery query : catalogue) {
            String address = Workload.queries(List.of(query.text()), "", false)
                    .addresses()
                    .getFirst();
            List<String> ours = lines(urbis, address).stream().sorted().toList();
            List<String> theirs = lines(fuseki, address).stream().sorted().toList();
            if (!ours.equals(theirs)) {
                throw new IOException("The answers to " + query.name() + " differ");
            }
        }
    }

    private static void head(String other) {
        System.out.println("| | Urbis, per second | " + other
                + ", per second | ratio | 99 % answered within, ms | processor ms for each |\n"
                + "|---|---|---|---|---|---|");
    }

    private static void show(String what, Comparison.Result result) {
        System.out.println(result.row(what));
    }

    private static void remove(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
