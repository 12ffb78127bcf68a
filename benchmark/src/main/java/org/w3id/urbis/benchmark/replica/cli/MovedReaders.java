package org.w3id.urbis.benchmark.replica.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.w3id.urbis.benchmark.Deployments;
import org.w3id.urbis.benchmark.ServerProcess;
import org.w3id.urbis.benchmark.replica.Broker;
import org.w3id.urbis.benchmark.replica.Readers;
import org.w3id.urbis.benchmark.replica.Readers.Met;
import org.w3id.urbis.loader.LoadRequest;
import org.w3id.urbis.loader.Pipeline;
import org.w3id.urbis.loader.publication.Publication;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Revisions;

/**
 * Three replicas on this machine: how much one, two and three of them answer, and what readers who are moved between them
 * meet while revisions are published and one is killed and started again.
 */
public final class MovedReaders {
    private static final int REPLICAS = 3;
    private static final int REVISIONS = 6;
    /** Readers know them all by one address, as behind a balancer. */
    private static final String PUBLIC = "https://data.example";

    private static final String READY = "/health/ready";
    private static final String MARK = "https://w3id.org/urbis/id/mark/here";

    private final Path work;
    private final Path data;
    private final List<ServerProcess> replicas = new ArrayList<>();

    private MovedReaders(Path work) {
        this.work = work;
        this.data = work.resolve("publisher");
    }

    /**
     * Shows it.
     *
     * @param arguments a folder that is empty or not there yet, how many readers, and for how many seconds each count; the part
     *                  in which one is killed takes twenty times that
     * @throws Exception if something does not start
     */
    public static void main(String[] arguments) throws Exception {
        new MovedReaders(Files.createDirectories(Path.of(arguments[0])).toAbsolutePath())
                .show(Integer.parseInt(arguments[1]), Duration.ofSeconds(Long.parseLong(arguments[2])));
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

    private void show(int readers, Duration time) throws Exception {
        if (new Revisions(data).current().isEmpty()) {
            new Pipeline().load(LoadRequest.all(data));
        }
        publish(0);
        try (Broker broker = Broker.start(work);
                ServerProcess publisher = Deployments.urbis(
                        work.resolve("publisher.log"),
                        data,
                        ServerProcess.freePort(),
                        READY,
                        List.of("--public-url", PUBLIC, "--log-servers", broker.address()));
                Readers asking = new Readers(questions())) {
            for (int i = 0; i < REPLICAS; i++) {
                replicas.add(replica(i, ServerProcess.freePort(), broker, publisher));
            }
            for (int many = 1; many <= REPLICAS; many++) {
                asking.ask(origins(many), readers, time.dividedBy(3));
                measure(asking, many, readers, time);
            }
            asking.learn(origin(publisher));
            killOneUnderLoad(asking, broker, publisher, readers, time.multipliedBy(20));
            compare(publisher);
        } finally {
            replicas.forEach(ServerProcess::close);
        }
    }

    private ServerProcess replica(int number, int port, Broker broker, ServerProcess publisher) throws IOException {
        return Deployments.urbis(
                work.resolve("replica-" + number + ".log"),
                work.resolve("replica-" + number),
                port,
                READY,
                List.of(
                        "--follow",
                        "--public-url",
                        PUBLIC,
                        "--log-servers",
                        broker.address(),
                        "--publisher-url",
                        origin(publisher)));
    }

    private static String origin(ServerProcess server) {
        return "http://127.0.0.1:" + server.port();
    }

    private List<String> origins(int many) {
        return replicas.subList(0, many).stream().map(MovedReaders::origin).toList();
    }

    private void measure(Readers asking, int many, int readers, Duration time) throws InterruptedException {
        double before = processorSeconds(many);
        Met met = asking.ask(origins(many), readers, time);
        double processor = processorSeconds(many) - before;
        System.out.printf(
                Locale.ENGLISH,
                "| %d | %.0f | %.2f | %d | %d |%n",
                many,
                met.rate(),
                1000 * processor / met.answered(),
                met.answered(),
                met.wrong() + met.refused() + met.unanswered());
    }

    private double processorSeconds(int many) {
        return replicas.subList(0, many).stream()
                .mapToDouble(ServerProcess::processorSeconds)
                .sum();
    }

    private void killOneUnderLoad(Readers asking, Broker broker, ServerProcess publisher, int readers, Duration time)
            throws Exception {
        CompletableFuture<Met> met = CompletableFuture.supplyAsync(() -> {
            try {
                return asking.ask(origins(REPLICAS), readers, time);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        });
        for (int number = 1; number <= REVISIONS; number++) {
            publish(number);
            if (number == 2) {
                replicas.get(1).kill();
            }
            if (number == 4) {
                replicas.set(1, replica(1, replicas.get(1).port(), broker, publisher));
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
    private void compare(ServerProcess publisher) throws IOException {
        long last = new Revisions(data).current().orElseThrow().number();
        String path = "/dumps/" + last + "/urbis.nq.gz.sha256";
        String right = text(publisher, path);
        for (ServerProcess replica : replicas) {
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
