package org.w3id.urbis.endpoint.federation;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * One endpoint while this server runs: asks it, at most so many times at once, not while it rests after failures, and
 * uses its earlier answers as long as they hold.
 */
final class Remote {
    private static final Duration LOOK = Duration.ofMillis(20);

    private final RemoteEndpoint endpoint;
    private final KeptAnswers kept;
    private final Reach reach;
    private final Breaker breaker = new Breaker(System::nanoTime);
    private final Semaphore turns;
    private final RemoteTally tally;

    /**
     * Prepares.
     *
     * @param kept  answers of all endpoints
     * @param tally counts what becomes of requests
     */
    Remote(RemoteEndpoint endpoint, KeptAnswers kept, RemoteTally tally) {
        this.endpoint = endpoint;
        this.kept = kept;
        this.tally = tally;
        this.reach = new Reach(endpoint.reach());
        this.turns = new Semaphore(endpoint.limits().concurrent(), true);
    }

    /** Rows, and where they came from. */
    record Answer(List<Binding> rows, Origin origin, Optional<String> reason) {}

    RemoteEndpoint endpoint() {
        return endpoint;
    }

    Breaker.State state() {
        return breaker.state();
    }

    RemoteTally tally() {
        return tally;
    }

    /**
     * Asks.
     *
     * @param query  a SELECT query
     * @param stop   set when the answer is not wanted any more
     * @param mirror answers from the copy that is here; empty if there is none
     * @throws RemoteFailedException   if there is no answer, neither from the endpoint nor from a copy
     * @throws QueryCancelledException if it was stopped
     */
    Answer ask(String query, AtomicBoolean stop, Optional<Supplier<List<Binding>>> mirror) {
        if (endpoint.isMirrorFirst() && mirror.isPresent()) {
            return copied(mirror.get(), Optional.empty());
        }
        long begun = System.nanoTime();
        try {
            Answer answer = askEndpoint(query, stop);
            tally.answered(answer.origin(), Duration.ofNanos(System.nanoTime() - begun));
            return answer;
        } catch (RemoteFailedException failed) {
            tally.failed(failed, Instant.now());
            if (mirror.isEmpty()) {
                throw failed;
            }
            return copied(mirror.get(), Optional.of(failed.reason()));
        }
    }

    private Answer copied(Supplier<List<Binding>> mirror, Optional<String> reason) {
        long begun = System.nanoTime();
        Answer answer = new Answer(mirror.get(), Origin.MIRROR, reason);
        tally.answered(Origin.MIRROR, Duration.ofNanos(System.nanoTime() - begun));
        return answer;
    }

    private Answer askEndpoint(String query, AtomicBoolean stop) {
        Optional<KeptAnswers.Kept> known =
                Exchange.isShort(query) || endpoint.fresh().isPresent() ? kept.find(endpoint, query) : Optional.empty();
        if (known.isPresent() && kept.isFresh(known.get())) {
            return new Answer(rows(known.get().body()), Origin.CACHE, Optional.empty());
        }
        if (endpoint.address().isEmpty()) {
            throw failed("has no address here, and no copy of its data is published.", null);
        }
        takeTurn(stop);
        try {
            if (!breaker.admits()) {
                throw RemoteFailedException.leftAlone(endpoint.name());
            }
            return judged(query, known, stop);
        } finally {
            turns.release();
        }
    }

    private void takeTurn(AtomicBoolean stop) {
        long until = System.nanoTime() + endpoint.limits().timeout().toNanos();
        try {
            while (!turns.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                if (stop.get()) {
                    throw new QueryCancelledException();
                }
                if (System.nanoTime() - until > 0) {
                    throw RemoteFailedException.limit(
                            endpoint.name(),
                            "is being asked by as many queries as may do so at once ("
                                    + endpoint.limits().concurrent() + "). Try again.");
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new QueryCancelledException();
        }
    }

    /** Asks, and tells the breaker what became of it. */
    private Answer judged(String query, Optional<KeptAnswers.Kept> known, AtomicBoolean stop) {
        boolean told = false;
        try {
            Exchange.Reply reply = waitedFor(query, known, stop);
            Answer answer = read(query, known, reply);
            breaker.succeeded();
            told = true;
            return answer;
        } catch (RemoteFailedException failed) {
            if (!failed.isOurLimit()) {
                breaker.failed();
                told = true;
            }
            throw failed;
        } finally {
            if (!told) {
                breaker.gaveUp();
            }
        }
    }

    /** The exchange runs in a thread of its own, which may hang in it; whoever waits looks at the clock. */
    private Exchange.Reply waitedFor(String query, Optional<KeptAnswers.Kept> known, AtomicBoolean stop) {
        Exchange exchange = new Exchange(
                endpoint.address().orElseThrow(),
                reach,
                endpoint.secured(),
                endpoint.limits().bytes());
        String conditions = known.map(KeptAnswers.Kept::conditions).orElse("");
        CompletableFuture<Exchange.Reply> reply = new CompletableFuture<>();
        Thread.ofVirtual().name("federation-" + endpoint.name()).start(() -> {
            try {
                reply.complete(exchange.ask(query, conditions));
            } catch (IOException | RuntimeException | OutOfMemoryError failed) {
                reply.completeExceptionally(failed);
            }
        });
        long until = System.nanoTime() + endpoint.limits().timeout().toNanos();
        try {
            while (true) {
                try {
                    return reply.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    if (stop.get()) {
                        throw new QueryCancelledException();
                    }
                    if (System.nanoTime() - until > 0) {
                        throw failed(
                                "did not answer within "
                                        + endpoint.limits().timeout().toSeconds() + " seconds.",
                                null);
                    }
                }
            }
        } catch (ExecutionException broken) {
            throw failure(broken.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new QueryCancelledException();
        } finally {
            exchange.end();
        }
    }

    private RemoteFailedException failure(Throwable cause) {
        return switch (cause) {
            case AnswerBody.TooLongException tooLong ->
                RemoteFailedException.limit(endpoint.name(), tooLong.getMessage() + ", which is more than is taken.");
            case OutOfMemoryError tooMuch ->
                RemoteFailedException.limit(endpoint.name(), "sent more than fits into memory.");
            case IOException broken -> failed(ConnectionTrouble.words(broken), broken);
            default -> throw new CompletionException(cause);
        };
    }

    private Answer read(String query, Optional<KeptAnswers.Kept> known, Exchange.Reply reply) {
        AnswerHead head = reply.head();
        if (head.status() == 304 && known.isPresent()) {
            kept.keep(endpoint, query, head.or(known.get()), known.get().body());
            return new Answer(rows(known.get().body()), Origin.CACHE, Optional.empty());
        }
        if (head.status() != 200) {
            throw refused(head);
        }
        String type =
                head.header("content-type").orElse("").split(";")[0].strip().toLowerCase(Locale.ROOT);
        if (!type.equals("application/sparql-results+json") && !type.equals("application/json")) {
            throw failed(
                    type.isEmpty()
                            ? "answered without a media type."
                            : "answered with " + printable(type) + " instead of rows in JSON.",
                    null);
        }
        List<Binding> rows = rows(reply.body());
        if (Exchange.isShort(query) || endpoint.fresh().isPresent()) {
            kept.keep(endpoint, query, head, reply.body());
        }
        return new Answer(rows, Origin.REMOTE, Optional.empty());
    }

    private RemoteFailedException refused(AnswerHead head) {
        int status = head.status();
        if (status / 100 == 3) {
            return failed(
                    "sends on to another address, which is not followed. If it has moved, the operator has to set its"
                            + " new address.",
                    null);
        }
        if (status == 429 || status == 503) {
            head.header("retry-after").flatMap(Remote::rest).ifPresent(breaker::restAtLeast);
        }
        // What the query is at fault for says nothing of how the endpoint fares.
        return status == 400
                ? RemoteFailedException.limit(endpoint.name(), "does not understand what was asked (400).")
                : failed("answered with the status " + status + ".", null);
    }

    /** How long an endpoint asks to be left alone: seconds, or until a day and time (RFC 9110, 10.2.3). */
    private static Optional<Duration> rest(String after) {
        if (after.matches("[0-9]{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(after)));
        }
        try {
            Instant until = DateTimeFormatter.RFC_1123_DATE_TIME.parse(after, Instant::from);
            return Optional.of(Duration.between(Instant.now(), until)).filter(Duration::isPositive);
        } catch (DateTimeParseException neither) {
            return Optional.empty();
        }
    }

    private List<Binding> rows(byte[] body) {
        try {
            return RowsDocument.read(body, endpoint.limits().rows());
        } catch (RowsDocument.TooManyRowsException tooMany) {
            throw RemoteFailedException.limit(endpoint.name(), tooMany.getMessage() + ", which is more than is taken.");
        } catch (IOException noRows) {
            throw failed(noRows.getMessage() + ".", noRows);
        }
    }

    private RemoteFailedException failed(String reason, Throwable cause) {
        return RemoteFailedException.of(endpoint.name(), reason, cause);
    }

    private static String printable(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?").substring(0, Math.min(80, text.length()));
    }
}
