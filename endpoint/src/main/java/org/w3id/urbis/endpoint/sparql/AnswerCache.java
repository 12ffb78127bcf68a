package org.w3id.urbis.endpoint.sparql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.w3id.urbis.endpoint.problem.ProblemException;

/**
 * Remembers answers by revision, query and media type, within a number of bytes.
 *
 * <p>When many ask the same at once, one of them asks Fuseki and the others wait for it. An answer that is too large to
 * be remembered goes to each in a stream of its own.
 */
final class AnswerCache {
    /** What an entry takes besides its bytes, roughly. */
    private static final int ENTRY_BYTES = 200;

    private final int largestAnswer;
    private final boolean enabled;
    private final Cache<Key, byte[]> answers;
    private final Map<Key, CompletableFuture<Optional<byte[]>>> underway = new ConcurrentHashMap<>();

    /**
     * Makes an empty cache.
     *
     * @param bytes         memory for all answers, 0 for none
     * @param largestAnswer largest answer that is remembered, in bytes
     */
    AnswerCache(long bytes, int largestAnswer) {
        this.largestAnswer = largestAnswer;
        this.enabled = bytes > 0;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher(AnswerCache::weight)
                .build();
    }

    /**
     * What decides the bytes of an answer.
     *
     * @param revision  hash of the revision's content
     * @param query     text of the query
     * @param graphs    graphs chosen by parameter: those of the default graph, an empty text, the named ones
     * @param mediaType of the answer
     */
    record Key(String revision, String query, List<String> graphs, String mediaType) {}

    /**
     * An answer: whole, or begun with the rest still to come.
     *
     * @param begun the bytes there are
     * @param rest  the bytes to come, to be read and closed; empty if there are no more
     */
    record Answer(byte[] begun, Optional<InputStream> rest) {}

    private static int weight(Key key, byte[] body) {
        return body.length + 2 * key.query().length() + ENTRY_BYTES;
    }

    /** An answer that is remembered; empty if none is. */
    Optional<byte[]> remembered(Key key) {
        return Optional.ofNullable(answers.getIfPresent(key));
    }

    /**
     * Finds an answer: remembered, from somebody who is asking the same just now, or by asking.
     *
     * @param asking asks Fuseki
     * @throws ProblemException if whoever asked was refused
     * @throws IOException      if the answer broke off while it was still held back, so that nothing of it was sent
     */
    Answer find(Key key, Supplier<InputStream> asking) throws IOException {
        if (!enabled) {
            return beginning(asking.get());
        }
        CompletableFuture<Optional<byte[]>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<byte[]>> others = underway.putIfAbsent(key, mine);
        if (others != null) {
            Optional<byte[]> found = join(others);
            return found.isPresent() ? new Answer(found.get(), Optional.empty()) : beginning(asking.get());
        }
        try {
            Optional<byte[]> remembered = remembered(key);
            Answer answer =
                    remembered.isPresent() ? new Answer(remembered.get(), Optional.empty()) : beginning(asking.get());
            if (answer.rest().isEmpty()) {
                answers.put(key, answer.begun());
                mine.complete(Optional.of(answer.begun()));
            } else {
                mine.complete(Optional.empty());
            }
            return answer;
        } catch (IOException | RuntimeException failed) {
            mine.completeExceptionally(failed);
            throw failed;
        } finally {
            underway.remove(key, mine);
        }
    }

    /** An answer that is not to be remembered, held back as far as others are so that an early failure is a clean one. */
    Answer unremembered(Supplier<InputStream> asking) throws IOException {
        return beginning(asking.get());
    }

    private static Optional<byte[]> join(CompletableFuture<Optional<byte[]>> others) throws IOException {
        try {
            return others.join();
        } catch (CompletionException failed) {
            switch (failed.getCause()) {
                case ProblemException problem -> throw problem.problem().exception(problem);
                case IOException broken -> throw new IOException("The answer others waited for broke off", broken);
                default -> throw failed;
            }
        }
    }

    /** Reads as much as may be remembered; an answer that ends within it is whole before any of it is sent. */
    private Answer beginning(InputStream body) throws IOException {
        try {
            byte[] begun = body.readNBytes(largestAnswer + 1);
            if (begun.length <= largestAnswer) {
                body.close();
                return new Answer(begun, Optional.empty());
            }
            return new Answer(begun, Optional.of(body));
        } catch (IOException broken) {
            body.close();
            throw broken;
        }
    }
}
