package org.w3id.urbis.endpoint.route;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;
import org.w3id.urbis.endpoint.exchange.PreparedAnswer;

/** Remembers answers of a revision, within a number of bytes. */
final class PreparedAnswers {
    /** What an entry takes besides its text, roughly. */
    private static final int ENTRY_BYTES = 200;

    private final Cache<Answered, PreparedAnswer> answers;

    /**
     * Makes an empty memory.
     *
     * @param bytes for the answers
     */
    PreparedAnswers(long bytes) {
        this.answers = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Answered key, PreparedAnswer answer) -> answer.weight() + key.length() + ENTRY_BYTES)
                .build();
    }

    /**
     * All that decides the bytes and headers of an answer.
     *
     * @param revision  by what the answer knows the revision: its hash, or its imprint
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

    /**
     * The answer to a request. When several ask for the same at once, one makes it and the others wait.
     *
     * @param making makes it if it is not remembered
     */
    PreparedAnswer find(Answered key, Supplier<PreparedAnswer> making) {
        return answers.get(key, any -> making.get());
    }
}
