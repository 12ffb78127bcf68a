package org.w3id.urbis.endpoint.submission;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Preferences;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.validation.PublishedSchema;
import org.w3id.urbis.loader.Reception.Arrival;
import org.w3id.urbis.loader.Review;
import org.w3id.urbis.loader.Review.Decided;
import org.w3id.urbis.loader.Review.Seen;
import org.w3id.urbis.loader.preview.PreviewFormat;
import org.w3id.urbis.loader.submission.Actor;
import org.w3id.urbis.loader.submission.Event;
import org.w3id.urbis.loader.submission.Role;
import org.w3id.urbis.loader.submission.Submission;
import org.w3id.urbis.loader.submission.SubmissionState;
import org.w3id.urbis.loader.submission.Submissions;
import org.w3id.urbis.loader.validation.ValidationResult;

/**
 * {@code /submissions}: files handed in, listed, shown, decided about.
 *
 * <p>A submission is known by a tag made of its version and of the revision that is current, so that who decides decides
 * about what they saw. Nothing of it is public, and nothing is kept by anybody on the way.
 */
public final class SubmissionRoutes implements HttpService, Operations {
    private static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");
    private static final Header KEEP_A_WEEK =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, max-age=604800");
    private static final String JSON_LD = "application/ld+json";
    private static final String JSON = "application/json";
    private static final String GZIP = "gzip";

    private final SubmissionDesk desk;
    private final Access access;
    private final Submissions submissions;
    private final Review review;
    private final SubmissionDocument document;
    private final PublishedSchema schema = PublishedSchema.of(PreviewFormat.JSON_SCHEMA);

    /** Prepares the routes. */
    public SubmissionRoutes(SubmissionDesk desk) {
        this.desk = desk;
        this.access = desk.access();
        this.submissions = desk.submissions();
        this.review = desk.review();
        this.document = new SubmissionDocument(desk.baseIri());
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/submissions", this::all);
        rules.any("/submissions/{id}", this::one);
        rules.any("/submissions/{id}/file", this::file);
        rules.any("/submissions/{id}/report", this::report);
        rules.any("/submissions/{id}/preview", this::preview);
        rules.any("/submissions/{id}/decision", this::decide);
        rules.any(PublishedSchema.path(PreviewFormat.JSON_SCHEMA), this::schema);
    }

    @Override
    public List<Operation> operations() {
        return SubmissionOperations.list();
    }

    @Override
    public Map<String, Schema> schemas() {
        return SubmissionSchemas.all();
    }

    private void all(ServerRequest request, ServerResponse response) {
        response.header(ArrivalReading.ACCEPT_POST, ArrivalReading.acceptPost());
        Asking.only(request, response, Method.GET, Method.HEAD, Method.POST);
        response.header(NO_STORE);
        if (!request.prologue().method().equals(Method.POST)) {
            list(request, response);
        } else if (Asking.parameters(request).values().containsKey("dry-run")) {
            tryOut(request, response);
        } else {
            receive(request, response);
        }
    }

    /** Anybody may ask what would come of a file: nothing is kept. */
    private void tryOut(ServerRequest request, ServerResponse response) {
        PreviewForm form = PreviewForm.of(request);
        Arrival arrival = ArrivalReading.read(request, desk.fileBytes());
        Duration patience = desk.patience(Preferences.of(request, response));
        form.send(
                request,
                response,
                SubmissionProblems.telling(response, () -> desk.tryOut(arrival, form.language(), patience)));
    }

    /** Before a decision: what it would change. */
    private void preview(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        response.header(NO_STORE);
        Submission submission = visible(request, response);
        Actor reader = access.known(request, response);
        PreviewForm form = PreviewForm.of(request);
        Duration patience = desk.patience(Preferences.of(request, response));
        form.send(
                request,
                response,
                SubmissionProblems.telling(
                        response, () -> desk.preview(submission, reader, form.language(), patience)));
    }

    private void schema(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        EntityTag tag = EntityTag.of(PreviewFormat.JSON_SCHEMA, schema.text());
        if (!Answering.isKnown(request, response, tag, "Accept-Encoding", KEEP_A_WEEK)) {
            Answering.send(request, response, PublishedSchema.MEDIA_TYPE, schema.bytes());
        }
    }

    private void receive(ServerRequest request, ServerResponse response) {
        Actor sender = access.sender(request, response);
        Arrival arrival = ArrivalReading.read(request, desk.fileBytes());
        long before = submissions.lastEvent();
        Submission kept = SubmissionProblems.telling(response, () -> {
            ValidationResult judged = desk.judge(arrival);
            if (!judged.isAcceptable()) {
                throw SubmissionProblems.notKept(judged);
            }
            return desk.keep(arrival, judged, sender);
        });
        boolean sentBefore = kept.version() <= before;
        response.status(sentBefore ? Status.OK_200 : Status.CREATED_201);
        response.header(HeaderNames.LOCATION, SubmissionDocument.path(kept.id()));
        sendOne(request, response, kept);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Actor reader = access.known(request, response);
        SubmissionPage page = SubmissionPage.of(Asking.parameters(request), visible(reader));
        page.next().ifPresent(next -> Answering.link(response, "<" + next + ">; rel=\"next\""));
        send(request, response, document.list(page.submissions(), page.total(), page.next()));
    }

    private List<Submission> visible(Actor reader) {
        return submissions.list().stream()
                .filter(submission -> isVisible(submission, reader))
                .toList();
    }

    private static boolean isVisible(Submission submission, Actor reader) {
        return reader.role() == Role.CURATOR || submission.submitter().isSame(reader);
    }

    private void one(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        Submission submission = visible(request, response);
        if (!Answering.isKnown(request, response, tag(review.seen(submission)), "Authorization", NO_STORE)) {
            send(request, response, document.one(submission, review.seen(submission)));
        }
    }

    private void file(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        Submission submission = visible(request, response);
        Event receipt = submission.receipt();
        response.header(NO_STORE);
        response.header(HeaderNames.ETAG, "\"" + receipt.detail(Event.SHA256).orElseThrow() + "\"");
        // Never shown in place: it is what somebody sent, and may be anything.
        response.header(
                HeaderNames.CONTENT_DISPOSITION,
                "attachment; filename=\"" + submission.id() + "-"
                        + receipt.detail(Event.ENTRY).orElseThrow() + "\"");
        Answering.send(request, response, receipt.detail(Event.MEDIA_TYPE).orElseThrow(), submissions.file(submission));
    }

    private void report(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        Submission submission = visible(request, response);
        response.header(NO_STORE);
        send(request, response, submissions.report(submission).getBytes(StandardCharsets.UTF_8), JSON);
    }

    /** What is somebody else's is not there for a submitter. */
    private Submission visible(ServerRequest request, ServerResponse response) {
        Actor reader = access.known(request, response);
        String id = request.path().pathParameters().get("id");
        return submissions
                .find(id)
                .filter(submission -> isVisible(submission, reader))
                .orElseThrow(
                        () -> Problem.of(ProblemType.NOT_FOUND, "There is no submission " + id + " that you may see.")
                                .exception());
    }

    private void decide(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.POST);
        response.header(NO_STORE);
        Actor by = access.known(request, response);
        String id = visible(request, response).id();
        String ifMatch = Asking.header(request, HeaderNames.IF_MATCH);
        if (ifMatch.isBlank()) {
            throw SubmissionProblems.unseen();
        }
        Verdict verdict = Verdict.of(request);
        Decided decided = SubmissionProblems.telling(response, () -> decide(verdict, id, by, expecting(ifMatch)));
        if (decided.isRefused()) {
            throw SubmissionProblems.notValid(
                    "The graph as it would be has violations, so nothing was decided.",
                    new ValidationResult(List.of(), decided.findings()));
        }
        decided.revision().ifPresent(revision -> {
            desk.catchUp();
            response.header(Answering.REVISION, Long.toString(revision.number()));
        });
        if (decided.submission().withdrawalRequested() && decided.submission().state() == SubmissionState.PUBLISHED) {
            response.status(Status.ACCEPTED_202);
        }
        sendOne(request, response, decided.submission());
    }

    private Decided decide(Verdict verdict, String id, Actor by, Consumer<Seen> seen) {
        return switch (verdict.decision()) {
            case ACCEPT -> review.accept(id, by, verdict.reason(), seen);
            case REJECT -> review.reject(id, by, verdict.reason(), seen);
            case WITHDRAW -> review.withdraw(id, by, verdict.reason(), seen);
        };
    }

    /** RFC 9110, section 13.1.1: what is there has to be what the client names. */
    private static Consumer<Seen> expecting(String ifMatch) {
        return now -> {
            EntityTag tag = tag(now);
            if (!tag.matchesStrongly(ifMatch) && !tag.coded(GZIP).matchesStrongly(ifMatch)) {
                throw SubmissionProblems.stale(tag.value());
            }
        };
    }

    private static EntityTag tag(Seen seen) {
        return new EntityTag("\"" + seen.version() + "." + seen.revision() + "\"");
    }

    private void sendOne(ServerRequest request, ServerResponse response, Submission submission) {
        Seen seen = review.seen(submission);
        response.header(HeaderNames.ETAG, tag(seen).value());
        if (Preferences.of(request, response).isMinimal()) {
            if (response.status().equals(Status.OK_200)) {
                response.status(Status.NO_CONTENT_204);
            }
            response.send();
            return;
        }
        send(request, response, document.one(submission, seen));
    }

    private static void send(ServerRequest request, ServerResponse response, byte[] body) {
        send(request, response, body, JSON_LD);
    }

    private static void send(ServerRequest request, ServerResponse response, byte[] body, String mediaType) {
        Answering.vary(response, "Authorization");
        Answering.send(request, response, mediaType, body);
    }
}
