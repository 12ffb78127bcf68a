package org.w3id.urbis.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How the servers are started: each as its users would. */
public final class Deployments {
    private Deployments() {}

    /** Urbis with the options that its launcher gives {@code serve}, on a data directory. */
    public static ServerProcess urbis(Path work, Path data) throws IOException {
        return urbis(
                work.resolve("urbis.log"),
                data,
                ServerProcess.freePort(),
                "/sparql?query=ASK%7B%7D",
                List.of(),
                List.of());
    }

    /**
     * Urbis with further options.
     *
     * @param log     where all it prints goes
     * @param data    its data directory
     * @param port    where it will listen
     * @param path    what to ask it for until it answers
     * @param java    further options for Java
     * @param options further ones
     * @throws IOException if it does not answer in time
     */
    public static ServerProcess urbis(
            Path log, Path data, int port, String path, List<String> java, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ServerProcess.java(),
                "-Xmx352m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.Arrays.useLegacyMergeSort=true"));
        command.addAll(java);
        command.addAll(List.of(
                "-classpath",
                System.getProperty("java.class.path"),
                "org.w3id.urbis.endpoint.EndpointMain",
                "serve",
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--data",
                data.toString()));
        command.addAll(options);
        return ServerProcess.start(log, command, port, path);
    }

    /**
     * A stock Fuseki as it comes, save that its default graph is the union too, so that the same query has the same
     * answer. It gets a copy of the database.
     */
    public static ServerProcess fuseki(Path work, Path jar, Path database) throws IOException {
        Path copy = work.resolve("stock-tdb2");
        try (Stream<Path> all = Files.walk(database)) {
            for (Path path : all.toList()) {
                Files.copy(path, copy.resolve(database.relativize(path).toString()));
            }
        }
        int port = ServerProcess.freePort();
        List<String> command = List.of(
                ServerProcess.java(),
                "-classpath",
                jar.toString(),
                "org.apache.jena.fuseki.main.cmds.FusekiMainCmd",
                "--localhost",
                "--port",
                Integer.toString(port),
                "--tdb2",
                "--loc",
                copy.toString(),
                "--set",
                "tdb2:unionDefaultGraph=true",
                "/stock");
        return ServerProcess.start(work.resolve("fuseki.log"), command, port, "/stock?query=ASK%7B%7D");
    }
}
