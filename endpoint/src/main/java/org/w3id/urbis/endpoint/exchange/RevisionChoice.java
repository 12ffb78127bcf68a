package org.w3id.urbis.endpoint.exchange;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemDetail;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.store.RevisionHistory;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.endpoint.store.RevisionStore;
import org.w3id.urbis.endpoint.store.UnusableRevisionException;
import org.w3id.urbis.loader.publication.Revision;

/**
 * Which revision answers a request: the current one, or the one that is asked for.
 *
 * <p>In the words of Memento, an address without the parameter {@code revision} is an original resource and its own
 * TimeGate, and the same address with the parameter is a memento.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7089">RFC 7089, pattern 1.1</a>
 */
final class RevisionChoice {
    private static final HeaderName MEMENTO_DATETIME = HeaderNames.create("Memento-Datetime");
    private static final HeaderName ACCEPT_DATETIME = HeaderNames.ACCEPT_DATETIME;
    private static final Header ASK_AGAIN_SECONDS = HeaderValues.createCached(HeaderNames.RETRY_AFTER, "5");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final ServerRequest request;
    private final ServerResponse response;
    private final RevisionStore store;

    RevisionChoice(ServerRequest request, ServerResponse response, RevisionStore store) {
        this.request = request;
        this.response = response;
        this.store = store;
    }

    /** Whether the answer is made from a revision that the request names, and can therefore never change. */
    static boolean isPinned(ServerResponse response) {
        return response.headers().contains(MEMENTO_DATETIME);
    }

    RevisionLease lease(Optional<String> wanted) {
        if (wanted.isPresent()) {
            RevisionLease lease = pinned(wanted.get());
            response.header(MEMENTO_DATETIME, HttpDate.of(lease.info().created()));
            describe(lease);
            return lease;
        }
        Variation.add(response, "Accept-Datetime");
        Optional<Revision> past = byDate();
        if (past.isPresent() && isRead()) {
            throw sentOn(past.get());
        }
        RevisionLease lease = past.map(this::hold).orElseGet(store::lease);
        describe(lease);
        return lease;
    }

    private boolean isRead() {
        Method method = request.prologue().method();
        return method.equals(Method.GET) || method.equals(Method.HEAD);
    }

    private RevisionLease pinned(String wanted) {
        return hold(named(store.history(), wanted));
    }

    /**
     * The revision of a number or a hash.
     *
     * @throws ProblemException if it is neither, or no such revision is kept
     */
    static Revision named(RevisionHistory history, String wanted) {
        if (HASH.matcher(wanted).matches()) {
            return history.find(wanted).orElseThrow(() -> unknown(history, wanted));
        }
        if (!NUMBER.matcher(wanted).matches()) {
            throw Problem.parameter("revision", ProblemDetail.REVISION_NAME).exception();
        }
        long number = Long.parseLong(wanted);
        if (history.isGone(number)) {
            throw gone(history, wanted);
        }
        return history.find(number).orElseThrow(() -> unknown(history, wanted));
    }

    private RevisionLease hold(Revision revision) {
        try {
            Optional<RevisionLease> lease = store.lease(revision);
            if (lease.isEmpty()) {
                response.header(ASK_AGAIN_SECONDS);
                throw Problem.of(
                                ProblemType.BUSY,
                                "As many earlier revisions are being read as this server opens at a time.")
                        .exception();
            }
            return lease.get();
        } catch (UnusableRevisionException justRemoved) {
            throw gone(store.history(), Long.toString(revision.number()));
        }
    }

    private static ProblemException unknown(RevisionHistory history, String wanted) {
        return missing(ProblemType.UNKNOWN_REVISION, history, ProblemDetail.NO_REVISION, wanted)
                .exception();
    }

    private static ProblemException gone(RevisionHistory history, String wanted) {
        return missing(ProblemType.REVISION_GONE, history, ProblemDetail.REVISION_REMOVED, wanted)
                .exception();
    }

    private static Problem missing(ProblemType type, RevisionHistory history, ProblemDetail detail, String wanted) {
        return Problem.of(type, detail, wanted)
                .with(
                        "available",
                        history.kept().stream()
                                .map(kept -> Long.toString(kept.number()))
                                .toList());
    }

    /** The revision of the time that the header asks for; empty if it asks for none. */
    private Optional<Revision> byDate() {
        if (!request.headers().contains(ACCEPT_DATETIME)) {
            return Optional.empty();
        }
        String asked = request.headers().get(ACCEPT_DATETIME).get();
        Instant moment = HttpDate.read(asked).orElseThrow(() -> Problem.of(
                        ProblemType.BAD_REQUEST,
                        "The header Accept-Datetime holds a date such as \"Sun, 22 Nov 2026 10:00:00 GMT\".")
                .exception());
        return Optional.of(store.history().at(moment));
    }

    private HeadersOnly sentOn(Revision revision) {
        Original original = Original.of(request);
        response.header(HeaderNames.LOCATION, original.memento(revision.number()));
        response.header(HeaderNames.CACHE_CONTROL, "no-cache");
        if (original.isLinked()) {
            Answering.link(response, original.links());
        }
        return new HeadersOnly(Status.FOUND_302);
    }

    private void describe(RevisionLease lease) {
        Named named = Named.of(lease);
        response.header(named.number());
        response.header(named.lastModified());
        Original original = Original.of(request);
        if (original.isLinked()) {
            String memento = original.memento(lease.info().number());
            Answering.link(
                    response,
                    original.links() + ", <" + memento + ">; rel=\"memento\"; datetime=\"" + named.created() + "\"");
        }
    }

    /** What answers from one revision say of it: made once and not for each, because nearly all come from one. */
    private record Named(Revision info, Instant since, Header number, Header lastModified, String created) {
        private static volatile Named last;

        static Named of(RevisionLease lease) {
            Named known = last;
            if (known == null || known.info != lease.info() || !known.since.equals(lease.since())) {
                Revision info = lease.info();
                known = new Named(
                        info,
                        lease.since(),
                        HeaderValues.createCached(Answering.REVISION, Long.toString(info.number())),
                        HeaderValues.createCached(HeaderNames.LAST_MODIFIED, HttpDate.of(lease.since())),
                        HttpDate.of(info.created()));
                last = known;
            }
            return known;
        }
    }
}
