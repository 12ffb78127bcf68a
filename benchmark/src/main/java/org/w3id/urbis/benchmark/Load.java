package org.w3id.urbis.benchmark;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Puts lookups to a server over several connections for a time, each lookup in turn by whoever is free.
 *
 * @param connections how many connections at once
 */
public record Load(int connections) {

    /**
     * What a load came to.
     *
     * @param answers how many whole answers
     * @param seconds in what time
     */
    public record Measured(long answers, double seconds) {
        /** Answers per second. */
        public double rate() {
            return answers / seconds;
        }
    }

    /**
     * Runs the load.
     *
     * @param port     loopback port of the server
     * @param path     path of its query service
     * @param lookups  the queries, begun again when all have been asked
     * @param duration how long; it ends by itself
     * @return how many answers came, and in what time
     * @throws IOException if an answer is not 200 or breaks off
     */
    public Measured run(int port, String path, List<String> lookups, Duration duration) throws IOException {
        List<byte[]> requests = lookups.stream()
                .map(query -> KeptConnection.request(
                        port,
                        path + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                        "application/sparql-results+json"))
                .toList();
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime();
        long end = begin + duration.toNanos();
        long answers = 0;
        try (ExecutorService clients = Executors.newFixedThreadPool(connections)) {
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                running.add(clients.submit(() -> ask(port, requests, next, end)));
            }
            for (Future<Long> client : running) {
                answers += client.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException("A lookup failed", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped", stopped);
        }
        return new Measured(answers, (System.nanoTime() - begin) / 1e9);
    }

    private static long ask(int port, List<byte[]> requests, AtomicInteger next, long endNanos) throws IOException {
        long answers = 0;
        try (KeptConnection connection = new KeptConnection(port)) {
            while (System.nanoTime() < endNanos) {
                byte[] request = requests.get(Math.floorMod(next.getAndIncrement(), requests.size()));
                if (connection.ask(request) <= 0) {
                    throw new IOException("An answer without a body");
                }
                answers++;
            }
        }
        return answers;
    }
}
