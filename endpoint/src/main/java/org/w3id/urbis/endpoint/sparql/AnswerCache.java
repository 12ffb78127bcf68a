package org.w3id.urbis.endpoint.sparql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.w3id.urbis.endpoint.exchange.Content;
import org.w3id.urbis.endpoint.metrics.CacheUse;
import org.w3id.urbis.endpoint.problem.ProblemException;

/**
 * Remembers answers by revision, query and media type, within a number of bytes.
 *
 * <p>When many ask the same at once, one of them makes the answer and the others wait for it. An answer that is too large to
 * be remembered goes to each in a stream of its own.
 */
final class AnswerCache {
    /** What an entry takes besides its bytes, roughly. */
    private static final int ENTRY_BYTES = 200;

    private final CacheUse use;
    private final int largestAnswer;
    private final boolean enabled;
    private final Cache<Key, Content> answers;
    private final Map<Key, CompletableFuture<Optional<Content>>> underway = new ConcurrentHashMap<>();

    /**
     * Makes an empty cache.
     *
     * @param bytes         memory for all answers, 0 for none
     * @param largestAnswer largest answer that is remembered, in bytes
     * @param use           counts how often an answer was remembered
     */
    AnswerCache(long bytes, int largestAnswer, CacheUse use) {
        this.use = use;
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
     * @param rest  makes the bytes to come, to be read from its pipe and closed; empty if there are no more
     */
    record Answer(Content begun, Optional<QueryRun> rest) {}

    private static int weight(Key key, Content body) {
        return body.weight() + 2 * key.query().length() + ENTRY_BYTES;
    }

    /** Forgets all answers. */
    void forget() {
        answers.invalidateAll();
    }

    /** An answer that is remembered; empty if none is. */
    Optional<Content> remembered(Key key) {
        Optional<Content> answer = Optional.ofNullable(answers.getIfPresent(key));
        if (answer.isPresent()) {
            use.count(true);
        }
        return answer;
    }

    /**
     * Finds an answer: remembered, from somebody who is asking the same just now, or by asking.
     *
     * @param asking begins to make it
     * @throws ProblemException if whoever asked was refused, or the answer broke off while it was still held back
     */
    Answer find(Key key, Supplier<QueryRun> asking) {
        if (!enabled) {
            use.count(false);
            return beginning(asking.get());
        }
        CompletableFuture<Optional<Content>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<Content>> others = underway.putIfAbsent(key, mine);
        if (others != null) {
            Optional<Content> found = join(others);
            use.count(found.isPresent());
            return found.isPresent() ? new Answer(found.get(), Optional.empty()) : beginning(asking.get());
        }
        try {
            Optional<Content> remembered = remembered(key);
            if (remembered.isEmpty()) {
                use.count(false);
            }
            Answer answer =
                    remembered.isPresent() ? new Answer(remembered.get(), Optional.empty()) : beginning(asking.get());
            if (answer.rest().isEmpty() && answer.begun().plain().length <= largestAnswer) {
                answers.put(key, answer.begun());
                mine.complete(Optional.of(answer.begun()));
            } else {
                mine.complete(Optional.empty());
            }
            return answer;
        } catch (RuntimeException failed) {
            mine.completeExceptionally(failed);
            throw failed;
        } finally {
            underway.remove(key, mine);
        }
    }

    /** An answer that is not to be remembered, held back as far as others are so that an early failure is a clean one. */
    Answer unremembered(QueryRun run) {
        return beginning(run);
    }

    private static Optional<Content> join(CompletableFuture<Optional<Content>> others) {
        try {
            return others.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof ProblemException problem) {
                throw problem.problem().exception(problem);
            }
            throw failed;
        }
    }

    /** Waits for what is held back; an answer that ends within it is whole before any of it is sent. */
    private static Answer beginning(QueryRun run) {
        Content begun = Content.of(run.pipe().next().orElseThrow());
        return new Answer(begun, run.pipe().isDrained() ? Optional.empty() : Optional.of(run));
    }
}
