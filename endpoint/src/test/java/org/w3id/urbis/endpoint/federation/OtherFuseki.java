package org.w3id.urbis.endpoint.federation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** Somebody else's endpoint: a stock Fuseki on this machine that holds UN data, and counts how often it is asked. */
public final class OtherFuseki implements AutoCloseable {
    private static final Path REAL = Path.of("..", "..", "shared", "data", "lod4stats");
    private static final String SAMPLE = "src/test/resources/federation/sdg-sample.ttl";

    private final AtomicInteger asked = new AtomicInteger();
    private final DatasetGraph data;
    private final FusekiServer server;

    private OtherFuseki(DatasetGraph data) {
        this.data = data;
        this.server = FusekiServer.create()
                .port(0)
                .loopback(true)
                .fusekiModules(FusekiModules.empty())
                .add("/other", data)
                .add("/sdg", data)
                .add("/unbis", data)
                .add("/eurovoc", data)
                .add("/member-states", data)
                .addFilter("/*", (request, response, chain) -> {
                    asked.incrementAndGet();
                    chain.doFilter(request, response);
                })
                .build();
        server.start();
    }

    /** One that holds a small sample in the vocabulary of the UN's SDG data. */
    public static OtherFuseki ofSample() {
        return ofFiles(List.of(Path.of(SAMPLE)));
    }

    /** The file of the sample. */
    static Path sample() {
        return Path.of(SAMPLE).toAbsolutePath();
    }

    /** One that holds the UN's SDG taxonomy itself if it lies beside the project, else the sample. */
    static OtherFuseki ofUnData() {
        List<Path> real = List.of(
                REAL.resolve("sdg-kos-goals-targets-indicators.ttl"),
                REAL.resolve("sdg-kos-subject-mappings.ttl"),
                REAL.resolve("sdg-codes.ttl"));
        return isRealDataThere() ? ofFiles(real) : ofSample();
    }

    static boolean isRealDataThere() {
        return Files.isDirectory(REAL);
    }

    private static OtherFuseki ofFiles(List<Path> files) {
        DatasetGraph data = DatasetGraphFactory.createTxnMem();
        data.executeWrite(() -> files.forEach(file -> RDFDataMgr.read(data, file.toString())));
        return new OtherFuseki(data);
    }

    /** Adds statements. */
    void add(List<Triple> triples) {
        data.executeWrite(() -> triples.forEach(data.getDefaultGraph()::add));
    }

    String address() {
        return address("other");
    }

    /** The same data at an address of its own. */
    public String address(String name) {
        return "http://127.0.0.1:" + server.getHttpPort() + "/" + name + "/sparql";
    }

    /** How many requests came since this was asked last. */
    int asked() {
        return asked.getAndSet(0);
    }

    @Override
    public void close() {
        server.stop();
    }
}
