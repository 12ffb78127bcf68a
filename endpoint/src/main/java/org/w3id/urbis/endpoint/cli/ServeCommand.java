package org.w3id.urbis.endpoint.cli;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.w3id.urbis.endpoint.EndpointServer;
import org.w3id.urbis.endpoint.config.EndpointConfig;
import org.w3id.urbis.endpoint.config.InvalidSettingException;
import org.w3id.urbis.endpoint.config.Setting;
import org.w3id.urbis.endpoint.replica.FirstRevision;
import org.w3id.urbis.endpoint.replica.LogException;
import org.w3id.urbis.endpoint.store.UnusableRevisionException;
import org.w3id.urbis.loader.cli.LoadCommand;
import org.w3id.urbis.loader.publication.DamagedDataException;
import org.w3id.urbis.loader.publication.PublicationException;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.Revisions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code urbis serve}: serves the published graph until the process is asked to end. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Serve the graph over HTTP: pages, data and SPARQL.",
        description = {
            "",
            "Answers from the current revision and changes to a newer one as soon as it is published, without dropping"
                    + " a request. If nothing is published yet, the sources that ship are loaded first; a replica"
                    + " (--follow) begins with what the publisher has.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it was asked to end",
            "1:the sources that ship have faults, so that there was nothing to serve",
            "2:it could not be done: a setting that cannot be, a port in use, a damaged data directory"
        },
        footerHeading = "%nSettings:%n",
        footer = {
            "  Each can be an option, a system property or an environment variable: --port, -Durbis.port, URBIS_PORT.",
            "  Those without an option are set as a property or a variable; docs/serving.md lists all of them."
        })
public final class ServeCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int COULD_NOT = 2;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "NUMBER",
            description = "Port to listen on, 0 for any free one (default 8080).")
    private String port;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Address to listen on (default all).")
    private String host;

    @Option(
            names = "--data",
            paramLabel = "DIRECTORY",
            description = "Data directory (default data in the program's folder).")
    private String data;

    @Option(names = "--query-timeout", paramLabel = "SECONDS", description = "Longest a query may run (default 30).")
    private String queryTimeout;

    @Option(
            names = "--fuseki-port",
            paramLabel = "NUMBER",
            description = "Loopback port of the embedded Fuseki (default any free one).")
    private String fusekiPort;

    @Option(
            names = "--public-url",
            paramLabel = "ADDRESS",
            description =
                    "Address of this server in links, such as https://data.example (default as clients ask for it).")
    private String publicUrl;

    @Option(
            names = "--trusted-proxies",
            paramLabel = "ADDRESSES",
            description = "Proxies that are believed about whom they ask for, such as loopback or 192.0.2.0/24"
                    + " (default none).")
    private String trustedProxies;

    @Option(
            names = "--store",
            paramLabel = "URL",
            description = "SPARQL 1.1 query endpoint of a store that others run, to answer from instead of the data"
                    + " directory (docs/stores.md).")
    private String store;

    @Option(
            names = "--access-log",
            paramLabel = "FORM",
            description = "How requests are logged: off, combined or json (default off).")
    private String accessLog;

    @Option(
            names = "--follow",
            description = "Be a replica: take the revisions from a publisher's log in Kafka, and nothing in.")
    private boolean follow;

    @Option(
            names = "--log-servers",
            paramLabel = "ADDRESSES",
            description =
                    "Brokers of Kafka, such as kafka1:9092. With --follow the log is read from there, else this server"
                            + " writes its revisions there (default none).")
    private String logServers;

    @Option(
            names = "--publisher-url",
            paramLabel = "ADDRESS",
            description =
                    "Of a replica: where the publisher is, such as https://data.example. A new replica fetches a dump"
                            + " from it (default none).")
    private String publisherUrl;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        try {
            EndpointConfig config = EndpointConfig.read(options());
            boolean isThere = config.store().isPresent()
                    || new Revisions(config.data()).current().isPresent();
            int loaded = isThere ? DONE : begin(config, err);
            if (loaded == DONE) {
                serve(config);
            }
            return loaded;
        } catch (InvalidSettingException
                | UnusableRevisionException
                | DamagedDataException
                | PublicationException
                | LogException cannotStart) {
            err.println(cannotStart.getMessage());
            return COULD_NOT;
        }
    }

    private static int begin(EndpointConfig config, PrintWriter err) {
        if (!config.replication().follows()) {
            return load(config, err);
        }
        err.println("Nothing is published in " + config.data() + " yet: taking over what the publisher has.");
        err.flush();
        new FirstRevision(config.replication(), config.data(), told -> {
                    err.println(told);
                    err.flush();
                })
                .take();
        return DONE;
    }

    /** Publishes the sources that ship. What it prints goes to standard error: standard output is for the line that counts. */
    private static int load(EndpointConfig config, PrintWriter err) {
        err.println("Nothing is published in " + config.data() + " yet: loading the sources that ship.");
        err.flush();
        return new CommandLine(new LoadCommand())
                .setOut(err)
                .setErr(err)
                .execute("--data", config.data().toString());
    }

    private Map<Setting, String> options() {
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        put(given, Setting.PORT, port);
        put(given, Setting.HOST, host);
        put(given, Setting.DATA, data);
        put(given, Setting.QUERY_TIMEOUT, queryTimeout);
        put(given, Setting.FUSEKI_PORT, fusekiPort);
        put(given, Setting.PUBLIC_URL, publicUrl);
        put(given, Setting.TRUSTED_PROXIES, trustedProxies);
        put(given, Setting.ACCESS_LOG, accessLog);
        put(given, Setting.STORE, store);
        put(given, Setting.FOLLOW, follow ? "true" : null);
        put(given, Setting.LOG_SERVERS, logServers);
        put(given, Setting.PUBLISHER_URL, publisherUrl);
        return given;
    }

    private static void put(Map<Setting, String> given, Setting setting, String value) {
        if (value != null) {
            given.put(setting, value);
        }
    }

    private void serve(EndpointConfig config) throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            asked.countDown();
            await(stopped);
        }));
        try (EndpointServer server = EndpointServer.start(config)) {
            Revision revision = server.revision();
            double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    Locale.ENGLISH,
                    "Urbis is ready at http://localhost:%d/ with revision %d of %,d quads after %.1f seconds.%n",
                    server.port(),
                    revision.number(),
                    revision.quads(),
                    seconds);
            out.flush();
            asked.await();
        } finally {
            stopped.countDown();
        }
    }

    /** The process must not end before the server has closed its files. */
    private static void await(CountDownLatch stopped) {
        try {
            stopped.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
