package org.w3id.urbis.endpoint.federation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers of other endpoints that are used again: as long as they are fresh, and after that if the endpoint says that they
 * still hold.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9111">RFC 9111, HTTP caching</a>
 */
final class KeptAnswers {
    private static final int ENTRY_BYTES = 300;
    private static final Pattern SHARED_AGE = Pattern.compile("(?:^|[,\\s])s-maxage=\"?([0-9]{1,9})");
    private static final Pattern AGE = Pattern.compile("(?:^|[,\\s])max-age=\"?([0-9]{1,9})");

    private final LongSupplier clock;
    private final Cache<Key, Kept> answers;

    /**
     * Makes an empty memory.
     *
     * @param bytes memory for all answers
     * @param clock nanoseconds from any moment
     */
    KeptAnswers(long bytes, LongSupplier clock) {
        this.clock = clock;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Key key, Kept kept) ->
                        kept.body().length + 2 * key.query().length() + ENTRY_BYTES)
                .build();
    }

    private record Key(String endpoint, String query) {}

    /**
     * An answer.
     *
     * @param body       the document
     * @param etag       its tag; empty if it has none
     * @param modified   when it was last changed, as the endpoint wrote it; empty if it did not
     * @param freshUntil until when it needs no question
     */
    record Kept(byte[] body, String etag, String modified, long freshUntil) {

        /** Headers that ask whether it still holds; empty if it cannot be asked. */
        String conditions() {
            return (etag.isEmpty() ? "" : "If-None-Match: " + etag + "\r\n")
                    + (modified.isEmpty() ? "" : "If-Modified-Since: " + modified + "\r\n");
        }
    }

    Optional<Kept> find(RemoteEndpoint endpoint, String query) {
        return Optional.ofNullable(answers.getIfPresent(new Key(endpoint.name(), query)));
    }

    boolean isFresh(Kept kept) {
        return kept.freshUntil() - clock.getAsLong() > 0;
    }

    /** Keeps an answer if that is allowed and of use, and forgets the one before it. */
    void keep(RemoteEndpoint endpoint, String query, AnswerHead head, byte[] body) {
        String control = head.header("cache-control").orElse("").toLowerCase(Locale.ROOT);
        Key key = new Key(endpoint.name(), query);
        // Whoever asks here gets what others asked for: this is a memory that is shared.
        boolean isForbidden = endpoint.fresh().isEmpty()
                && (control.contains("no-store")
                        || control.contains("private")
                        || head.header("vary").orElse("").contains("*"));
        String etag = oneLine(head.header("etag").orElse(""));
        String modified = oneLine(head.header("last-modified").orElse(""));
        Duration fresh = endpoint.fresh().orElseGet(() -> freshFor(control, head));
        if (isForbidden || fresh.isZero() && etag.isEmpty() && modified.isEmpty()) {
            answers.invalidate(key);
        } else {
            answers.put(key, new Kept(body, etag, modified, clock.getAsLong() + fresh.toNanos()));
        }
    }

    /** RFC 9111, 4.2.1 and 4.2.3: what is said to those who share comes first, and what others kept it for is past. */
    private static Duration freshFor(String control, AnswerHead head) {
        Matcher shared = SHARED_AGE.matcher(control);
        Matcher own = AGE.matcher(control);
        String seconds = shared.find() ? shared.group(1) : own.find() ? own.group(1) : "0";
        if (control.contains("no-cache")) {
            return Duration.ZERO;
        }
        String past =
                head.header("age").filter(age -> age.matches("[0-9]{1,9}")).orElse("0");
        return Duration.ofSeconds(Math.max(0, Long.parseLong(seconds) - Long.parseLong(past)));
    }

    /** It is sent back one day, and must not begin a header of the other side's choice. */
    private static String oneLine(String value) {
        return value.matches("[\\x21-\\x7e][\\x20-\\x7e]{0,500}") ? value : "";
    }
}
