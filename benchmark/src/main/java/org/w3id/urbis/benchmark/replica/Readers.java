package org.w3id.urbis.benchmark.replica;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/**
 * Readers who are moved between servers: each asks one question after the other, every time of any of the servers, and of
 * another one when that does not answer. Of each answer they look whether it is what others were told of the same revision.
 */
public final class Readers implements AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> questions;
    private final Map<String, String> known = new ConcurrentHashMap<>();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong wrong = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLongArray revisions = new AtomicLongArray(1000);

    /**
     * Prepares.
     *
     * @param questions paths with parameters
     */
    public Readers(List<String> questions) {
        this.questions = List.copyOf(questions);
    }

    /**
     * What they met.
     *
     * @param answered   whole answers
     * @param wrong      answers that differ from another one of the same revision
     * @param unanswered connections that failed, whose question was then answered by another server
     * @param refused    answers with another status than 200
     * @param revisions  from how many different revisions they were answered
     * @param seconds    how long it took
     */
    public record Met(long answered, long wrong, long unanswered, long refused, long revisions, double seconds) {
        /** Whole answers in a second. */
        public double rate() {
            return answered / seconds;
        }
    }

    /** Tells the readers what a server answers, which is taken for right. */
    public void learn(String origin) throws IOException {
        for (int i = 0; i < questions.size(); i++) {
            judge(i, send(origin, i));
        }
    }

    /**
     * Lets them ask.
     *
     * @param origins where the servers are
     * @param readers how many ask at a time
     * @param time    for how long
     * @throws InterruptedException if it is to end before
     */
    public Met ask(List<String> origins, int readers, Duration time) throws InterruptedException {
        AtomicLong[] counts = {answered, wrong, unanswered, refused};
        for (AtomicLong count : counts) {
            count.set(0);
        }
        for (int i = 0; i < revisions.length(); i++) {
            revisions.set(i, 0);
        }
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        List<Callable<Void>> all = IntStream.range(0, readers)
                .<Callable<Void>>mapToObj(any -> () -> {
                    while (System.nanoTime() < end) {
                        one(origins);
                    }
                    return null;
                })
                .toList();
        threads.invokeAll(all);
        double seconds = (System.nanoTime() - begin) / 1e9;
        long different = IntStream.range(0, revisions.length())
                .filter(number -> revisions.get(number) > 0)
                .count();
        return new Met(answered.get(), wrong.get(), unanswered.get(), refused.get(), different, seconds);
    }

    private void one(List<String> origins) {
        int question = ThreadLocalRandom.current().nextInt(questions.size());
        int first = ThreadLocalRandom.current().nextInt(origins.size());
        for (int i = 0; i < origins.size(); i++) {
            try {
                judge(question, send(origins.get((first + i) % origins.size()), question));
                return;
            } catch (IOException ended) {
                unanswered.incrementAndGet();
            }
        }
    }

    private HttpResponse<String> send(String origin, int question) throws IOException {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(origin + questions.get(question)))
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped", stopped);
        }
    }

    private void judge(int question, HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            refused.incrementAndGet();
            return;
        }
        String revision = answer.headers().firstValue("Urbis-Revision").orElse("0");
        String before = known.putIfAbsent(question + " of " + revision, answer.body());
        if (before != null && !before.equals(answer.body())) {
            wrong.incrementAndGet();
        }
        revisions.incrementAndGet(Integer.parseInt(revision));
        answered.incrementAndGet();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.close();
    }
}
