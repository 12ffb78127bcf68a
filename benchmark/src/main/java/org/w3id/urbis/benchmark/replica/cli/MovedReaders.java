package org.w3id.urbis.benchmark.replica.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.w3id.urbis.benchmark.ServerProcess;
import org.w3id.urbis.benchmark.replica.Broker;
import org.w3id.urbis.benchmark.replica.Growth;
import org.w3id.urbis.benchmark.replica.Readers;
import org.w3id.urbis.benchmark.replica.Readers.Met;
import org.w3id.urbis.benchmark.replica.Replicas;
import org.w3id.urbis.loader.LoadRequest;
import org.w3id.urbis.loader.Pipeline;
import org.w3id.urbis.loader.publication.Publication;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Revisions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Replicas on this machine: how much one, two and more of them answer, and what readers who are moved between them meet while
 * revisions are published and one is killed and started again.
 */
@Command(
        name = "moved-readers",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Shows how much replicas answer together, and that what they answer is right while one is killed.")
public final class MovedReaders implements Callable<Integer> {
    private static final int REVISIONS = 6;
    private static final String MARK = "https://w3id.org/urbis/id/mark/here";

    @Parameters(index = "0", paramLabel = "FOLDER", description = "Works here; empty or not there yet.")
    private Path folder;

    @Option(names = "--readers", defaultValue = "6", description = "How many ask at a time. Default: ${DEFAULT-VALUE}.")
    private int readers;

    @Option(
            names = "--seconds",
            defaultValue = "8",
            description =
                    "For how long each number of replicas is asked; the part in which one is killed takes eight times"
                            + " that. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--replicas", defaultValue = "3", description = "How many, 2 at least. Default: ${DEFAULT-VALUE}.")
    private int many;

    @Option(
            names = "--rounds",
            defaultValue = "1",
            description = "How often it is measured. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--share",
            description =
                    "Give each replica this share of a processor of its own, such as 0.2, so that the machine is not"
                            + " what limits them together. Control groups of Linux are needed; none is killed then.")
    private Optional<Double> share = Optional.empty();

    private Path data;

    /** Made by picocli. */
    public MovedReaders() {
        // Nothing to set up: picocli fills the fields.
    }

    /** Shows it. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new MovedReaders()).execute(arguments));
    }

    private static List<String> questions() {
        return List.of(
                "/id/network/c40.jsonld",
                "/id/network/iclei.ttl",
                "/api/networks?limit=20",
                sparql("SELECT ?mark { <" + MARK + "> <" + RDFS.label.getURI() + "> ?mark }"),
                sparql("SELECT ?type (COUNT(*) AS ?n) { ?s a ?type } GROUP BY ?type ORDER BY ?type"),
                sparql("SELECT ?s ?label { ?s <" + RDFS.label.getURI() + "> ?label } ORDER BY ?s ?label LIMIT 20"));
    }

    private static String sparql(String query) {
        return "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    @Override
    public Integer call() throws Exception {
        Path work = Files.createDirectories(folder).toAbsolutePath();
        data = work.resolve("publisher");
        if (new Revisions(data).current().isEmpty()) {
            new Pipeline().load(LoadRequest.all(data));
        }
        publish(0);
        Duration time = Duration.ofSeconds(seconds);
        try (Broker broker = Broker.start(work);
                Replicas replicas = Replicas.start(work, data, broker, many);
                Readers asking = new Readers(questions())) {
            asking.learn(replicas.publisherOrigin());
            Growth growth = new Growth(replicas, asking, readers, time, System.out);
            if (share.isPresent()) {
                replicas.goFirst();
                growth.warm();
                replicas.limit(share.get());
                growth.measure(rounds);
            } else {
                growth.warm();
                growth.measure(rounds);
                killOneUnderLoad(asking, replicas, time.multipliedBy(8));
            }
            compare(replicas);
        }
        return 0;
    }

    private void killOneUnderLoad(Readers asking, Replicas replicas, Duration time) throws Exception {
        CompletableFuture<Met> met = CompletableFuture.supplyAsync(() -> {
            try {
                return asking.ask(replicas.origins(many), readers, time);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        });
        for (int number = 1; number <= REVISIONS; number++) {
            publish(number);
            if (number == 2) {
                replicas.kill(1);
            }
            if (number == 4) {
                replicas.restart(1);
            }
        }
        Met all = met.get();
        System.out.printf(
                Locale.ENGLISH,
                "answered %d from %d revisions, wrong %d, refused %d, moved on because a server was gone %d%n",
                all.answered(),
                all.revisions(),
                all.wrong(),
                all.refused(),
                all.unanswered());
    }

    /** Publishes what is published with another mark. */
    private void publish(int number) throws IOException {
        Revision current = new Revisions(data).current().orElseThrow();
        DatasetGraph graph;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(current.dump()))) {
            graph = RDFParser.source(in).lang(Lang.NQUADS).toDatasetGraph();
        }
        graph.deleteAny(null, NodeFactory.createURI(MARK), null, null);
        graph.add(Quad.create(
                NodeFactory.createURI("https://w3id.org/urbis/graph/mark"),
                NodeFactory.createURI(MARK),
                RDFS.Nodes.label,
                NodeFactory.createLiteralString("mark " + number)));
        new Publication(data, 20, Clock.systemUTC()).publish(graph::stream);
    }

    /** Asks each replica for the checksum of its dump, until it has the last revision. */
    private void compare(Replicas replicas) throws IOException {
        long last = new Revisions(data).current().orElseThrow().number();
        String path = "/dumps/" + last + "/urbis.nq.gz.sha256";
        String right = text(replicas.publisher(), path);
        for (ServerProcess replica : replicas.all()) {
            while (revision(replica) < last) {
                Thread.onSpinWait();
            }
            System.out.println("dump of revision " + last + " the same: "
                    + text(replica, path).equals(right));
        }
    }

    private static long revision(ServerProcess server) throws IOException {
        return server.get("/sparql?query=ASK%7B%7D", "*/*")
                .headers()
                .firstValueAsLong("Urbis-Revision")
                .orElse(0);
    }

    private static String text(ServerProcess server, String path) throws IOException {
        return new String(server.get(path, "*/*").body(), StandardCharsets.UTF_8);
    }
}
