package org.w3id.urbis.benchmark.replica;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.w3id.urbis.benchmark.Deployments;
import org.w3id.urbis.benchmark.ServerProcess;

/** A publisher and replicas of it, each a process of its own, that readers know by one address. */
public final class Replicas implements AutoCloseable {
    /** As behind a balancer. */
    private static final String PUBLIC = "https://data.example";

    private static final String READY = "/health/ready";
    /** Java makes itself comfortable on the processors that it sees; it shall see the same, whatever a replica is held to. */
    private static final List<String> JAVA = List.of("-XX:ActiveProcessorCount=2");

    private final Path work;
    private final Broker broker;
    private final ServerProcess publisher;
    private final List<ServerProcess> replicas = new ArrayList<>();
    private final List<ProcessorShare> shares = new ArrayList<>();

    private Replicas(Path work, Broker broker, ServerProcess publisher) {
        this.work = work;
        this.broker = broker;
        this.publisher = publisher;
    }

    /**
     * Starts them.
     *
     * @param work   where their files go
     * @param data   data directory of the publisher
     * @param broker where revisions go
     * @param many   replicas
     * @throws IOException if one does not get ready
     */
    public static Replicas start(Path work, Path data, Broker broker, int many) throws IOException {
        ServerProcess publisher = Deployments.urbis(
                work.resolve("publisher.log"),
                data,
                ServerProcess.freePort(),
                READY,
                List.of(),
                List.of("--public-url", PUBLIC, "--log-servers", broker.address()));
        Replicas all = new Replicas(work, broker, publisher);
        try {
            for (int i = 0; i < many; i++) {
                all.replicas.add(all.replica(i, ServerProcess.freePort()));
            }
        } catch (IOException notReady) {
            all.close();
            throw notReady;
        }
        return all;
    }

    private ServerProcess replica(int number, int port) throws IOException {
        return Deployments.urbis(
                work.resolve("replica-" + number + ".log"),
                work.resolve("replica-" + number),
                port,
                READY,
                JAVA,
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

    /** The publisher. */
    public ServerProcess publisher() {
        return publisher;
    }

    /** Where the publisher is. */
    public String publisherOrigin() {
        return origin(publisher);
    }

    /** The replicas. */
    public List<ServerProcess> all() {
        return List.copyOf(replicas);
    }

    /** Where the first of them are. */
    public List<String> origins(int many) {
        return replicas.subList(0, many).stream().map(Replicas::origin).toList();
    }

    /** Processor time that the first of them have used so far. */
    public double processorSeconds(int many) {
        return replicas.subList(0, many).stream()
                .mapToDouble(ServerProcess::processorSeconds)
                .sum();
    }

    /**
     * Lets them, and whoever asks them, this process, go before what else runs on this machine.
     *
     * @throws IOException if this machine does not let that be done
     */
    public void goFirst() throws IOException {
        List<Long> processes =
                new ArrayList<>(replicas.stream().map(ServerProcess::pid).toList());
        processes.add(ProcessHandle.current().pid());
        for (int i = 0; i < processes.size(); i++) {
            shares.add(ProcessorShare.make());
        }
        for (int i = 0; i < processes.size(); i++) {
            shares.get(i).hold(processes.get(i));
        }
    }

    /** Gives each of them a share of a processor of its own from now on, and no more; they have gone first before. */
    public void limit(double share) throws IOException {
        for (int i = 0; i < replicas.size(); i++) {
            shares.get(i).limit(share);
        }
    }

    /** Kills one with {@code kill -9}. */
    public void kill(int number) throws InterruptedException {
        replicas.get(number).kill();
    }

    /** Starts one that was killed again, and waits until it is ready. */
    public void restart(int number) throws IOException {
        replicas.set(number, replica(number, replicas.get(number).port()));
    }

    @Override
    public void close() throws IOException {
        replicas.forEach(ServerProcess::close);
        publisher.close();
        for (ProcessorShare share : shares) {
            share.close();
        }
    }
}
