package org.w3id.urbis.loader.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.w3id.urbis.loader.submission.Event;
import org.w3id.urbis.loader.submission.Submission;

/**
 * What is told of a submission, whether it lies here or a server tells of it.
 *
 * @param id           its id
 * @param state        its state
 * @param meaning      what the state means
 * @param submitter    who handed it in
 * @param received     when it came
 * @param fileName     the name its file had
 * @param statements   how many statements it makes
 * @param warnings     how many warnings there were
 * @param corrects     what it is to take the place of
 * @param supersededBy what took its place
 * @param publishedIn  the revision in which it was first published
 * @param events       what happened to it; empty in a list
 */
record ShownSubmission(
        String id,
        String state,
        String meaning,
        String submitter,
        String received,
        String fileName,
        String statements,
        String warnings,
        Optional<String> corrects,
        Optional<String> supersededBy,
        OptionalLong publishedIn,
        List<Happened> events) {

    /** One thing that happened. */
    record Happened(String at, String event, String by, Optional<String> reason) {}

    static ShownSubmission of(Submission submission) {
        Event receipt = submission.receipt();
        return new ShownSubmission(
                submission.id(),
                submission.state().key(),
                submission.state().meaning(),
                submission.submitter().name(),
                submission.received().toString(),
                receipt.detail(Event.FILE_NAME).orElse(""),
                receipt.detail(Event.STATEMENTS).orElse(""),
                receipt.detail(Event.WARNINGS).orElse(""),
                submission.corrects(),
                submission.supersededBy(),
                submission.revision(),
                submission.history().stream()
                        .map(event -> new Happened(
                                event.at().toString(),
                                event.kind().key(),
                                event.by().name(),
                                event.detail(Event.REASON)))
                        .toList());
    }

    /** Reads the document by which a server tells of it. */
    static ShownSubmission of(JsonObject json) {
        List<Happened> events = new ArrayList<>();
        if (json.hasKey("events")) {
            json.getArray("events")
                    .map(JsonValue::getAsObject)
                    .forEach(event -> events.add(new Happened(
                            event.getString("at"),
                            event.getString("event"),
                            event.getString("by"),
                            optional(event, "reason"))));
        }
        return new ShownSubmission(
                json.getString("identifier"),
                json.getString("state"),
                json.getString("meaning"),
                json.getString("submitter"),
                json.getString("received"),
                json.getString("fileName"),
                json.getNumber("statements").toString(),
                json.getNumber("warnings").toString(),
                optional(json, "corrects").map(ShownSubmission::key),
                optional(json, "supersededBy").map(ShownSubmission::key),
                json.hasKey("publishedIn")
                        ? OptionalLong.of(json.getNumber("publishedIn").longValue())
                        : OptionalLong.empty(),
                events);
    }

    private static Optional<String> optional(JsonObject json, String member) {
        return json.hasKey(member) ? Optional.of(json.getString(member)) : Optional.empty();
    }

    private static String key(String iri) {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }
}
