package org.w3id.urbis.endpoint.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.w3id.urbis.loader.Review.Seen;
import org.w3id.urbis.loader.submission.Event;
import org.w3id.urbis.loader.submission.Submission;
import org.w3id.urbis.loader.submission.SubmissionState;

/** Submissions as JSON, which is JSON-LD by the context that comes with it. */
final class SubmissionDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode CONTEXT = context();

    private final String baseIri;

    SubmissionDocument(String baseIri) {
        this.baseIri = baseIri;
    }

    private static JsonNode context() {
        try (InputStream in = SubmissionDocument.class.getResourceAsStream("/urbis/submission-context.json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The context of submissions cannot be read", e);
        }
    }

    /** The path of a submission on this server. */
    static String path(String id) {
        return "/submissions/" + id;
    }

    /** One submission, as whoever may see it sees it. */
    byte[] one(Submission submission, Seen seen) {
        ObjectNode json = JSON.createObjectNode();
        json.set("@context", CONTEXT);
        describe(json, submission);
        json.put("currentRevision", seen.revision());
        ArrayNode events = json.putArray("events");
        submission.history().forEach(event -> events.add(event(event)));
        return bytes(json);
    }

    /**
     * A page of a list.
     *
     * @param total how many there are in all
     * @param next  the address of the next page
     */
    byte[] list(List<Submission> page, long total, Optional<String> next) {
        ObjectNode json = JSON.createObjectNode();
        json.set("@context", CONTEXT);
        json.put("type", "SubmissionList");
        json.put("total", total);
        next.ifPresent(address -> json.put("next", address));
        ArrayNode submissions = json.putArray("submissions");
        page.forEach(submission -> describe(submissions.addObject(), submission));
        return bytes(json);
    }

    private void describe(ObjectNode json, Submission submission) {
        Event receipt = submission.receipt();
        json.put("id", iri(submission.id()));
        json.put("type", "Submission");
        json.put("identifier", submission.id());
        json.put("state", submission.state().key());
        json.put("meaning", submission.state().meaning());
        json.put("submitter", submission.submitter().name());
        json.put("received", submission.received().toString());
        text(json, "fileName", receipt, Event.FILE_NAME);
        text(json, "mediaType", receipt, Event.MEDIA_TYPE);
        number(json, "byteSize", receipt, Event.BYTES);
        text(json, "sha256", receipt, Event.SHA256);
        number(json, "statements", receipt, Event.STATEMENTS);
        number(json, "warnings", receipt, Event.WARNINGS);
        submission.corrects().ifPresent(id -> json.put("corrects", iri(id)));
        submission.supersededBy().ifPresent(id -> json.put("supersededBy", iri(id)));
        if (submission.withdrawalRequested()) {
            json.put("withdrawalRequested", true);
        }
        submission.revision().ifPresent(number -> json.put("publishedIn", number));
        if (submission.state() == SubmissionState.PUBLISHED) {
            json.put("graph", baseIri + "graph/submission/" + submission.id());
        }
        json.put("file", path(submission.id()) + "/file");
        json.put("report", path(submission.id()) + "/report");
    }

    private String iri(String id) {
        return baseIri + path(id).substring(1);
    }

    private static ObjectNode event(Event event) {
        ObjectNode json = JSON.createObjectNode();
        json.put("at", event.at().toString());
        json.put("event", event.kind().key());
        json.put("by", event.by().name());
        event.detail(Event.REASON).ifPresent(reason -> json.put("reason", reason));
        return json;
    }

    private static void text(ObjectNode json, String member, Event receipt, String detail) {
        receipt.detail(detail).ifPresent(value -> json.put(member, value));
    }

    private static void number(ObjectNode json, String member, Event receipt, String detail) {
        receipt.detail(detail).ifPresent(value -> json.put(member, Long.parseLong(value)));
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON can be written", e);
        }
    }
}
