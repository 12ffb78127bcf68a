package org.w3id.urbis.endpoint.route;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.PreparedAnswer;
import org.w3id.urbis.endpoint.metrics.CacheUse;

/**
 * Remembers answers of a revision, within a number of bytes, and which request was given which of them: a request like
 * one before is answered without reading its headers, let alone the graph.
 */
final class PreparedAnswers {
    /** Longer headers are not worth remembering, and could be sent to fill the memory. */
    private static final int LONGEST_HEADERS = 1000;
    /** What an entry takes besides its text, roughly. */
    private static final int ENTRY_BYTES = 200;

    private final CacheUse use;
    private final Cache<Wish, PreparedAnswer> byWish;
    private final Cache<Answered, PreparedAnswer> byAnswer;

    /**
     * Makes an empty memory.
     *
     * @param bytes for the answers; a quarter of it is used beside for the requests
     * @param use   counts how often an answer was remembered
     */
    PreparedAnswers(long bytes, CacheUse use) {
        this.use = use;
        this.byAnswer = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Answered key, PreparedAnswer answer) -> answer.weight() + key.length() + ENTRY_BYTES)
                .build();
        this.byWish = Caffeine.newBuilder()
                .maximumWeight(bytes / 4)
                .weigher((Wish wish, PreparedAnswer answer) -> wish.length() + ENTRY_BYTES)
                .build();
    }

    /**
     * All of a request that decides its answer.
     *
     * @param revision  hash of the revision
     * @param target    path and parameters
     * @param accept    header Accept
     * @param languages header Accept-Language
     * @param origin    address of the server as the client knows it
     */
    record Wish(String revision, String target, String accept, String languages, String origin) {
        static Wish of(String revision, ServerRequest request) {
            return new Wish(
                    revision,
                    request.path().rawPath() + "?" + request.prologue().query().rawValue(),
                    Asking.header(request, HeaderNames.ACCEPT),
                    Asking.header(request, HeaderNames.ACCEPT_LANGUAGE),
                    Asking.origin(request));
        }

        private int length() {
            return target.length() + accept.length() + languages.length() + origin.length();
        }
    }

    /**
     * All that decides the bytes and headers of an answer.
     *
     * @param revision  hash of the revision
     * @param iri       what is described
     * @param path      where it is described on this origin
     * @param mediaType of the answer
     * @param variant   whatever else the form depends on: languages, origin
     */
    record Answered(String revision, String iri, String path, String mediaType, String variant) {
        private int length() {
            return iri.length() + path.length() + variant.length();
        }
    }

    /** The answer that the same request was given before; empty if none is remembered. */
    Optional<PreparedAnswer> find(Wish wish) {
        Optional<PreparedAnswer> answer = Optional.ofNullable(byWish.getIfPresent(wish));
        use.count(answer.isPresent());
        return answer;
    }

    /**
     * The answer to a new request. When several ask for the same at once, one makes it and the others wait.
     *
     * @param making makes it if it is not remembered
     */
    PreparedAnswer remember(Wish wish, Answered key, Supplier<PreparedAnswer> making) {
        PreparedAnswer answer = byAnswer.get(key, any -> making.get());
        if (wish.length() <= LONGEST_HEADERS) {
            byWish.put(wish, answer);
        }
        return answer;
    }
}
