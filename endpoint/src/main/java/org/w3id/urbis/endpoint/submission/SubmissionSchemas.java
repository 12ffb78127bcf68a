package org.w3id.urbis.endpoint.submission;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.loader.submission.Event;

/** What the answers about submissions consist of. */
final class SubmissionSchemas {

    private SubmissionSchemas() {}

    static Map<String, Schema> all() {
        return Map.of(
                "Submission",
                submission(),
                "SubmissionList",
                Schema.object()
                        .having("total", Schema.integer(0).saying("How many there are on all pages."))
                        .having("next", Schema.text("uri-reference").saying("The next page; absent on the last."))
                        .having("submissions", Schema.list(Schema.ref("Submission")))
                        .requiring("total", "submissions"),
                "Decision",
                Schema.object()
                        .having("decision", Schema.choice(Verdict.Decision.names()))
                        .having("reason", Schema.text().saying("Why, for who sent the file; needed to reject."))
                        .requiring("decision"),
                "Report",
                Schema.object()
                        .saying("What a validation found; its own schema is at"
                                + " https://w3id.org/urbis/schemas/findings-1.json. Of a dry run and in a preview"
                                + " it has a member `preview`, what would change."));
    }

    private static Schema submission() {
        List<String> events = Stream.of(Event.Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        Schema event = Schema.object()
                .having("at", Schema.text("date-time"))
                .having("event", Schema.choice(events))
                .having("by", Schema.text())
                .having("reason", Schema.text())
                .requiring("at", "event", "by");
        return Schema.object()
                .having("id", Schema.text("iri").saying("Its IRI."))
                .having("identifier", Schema.text().saying("Its id."))
                .having("state", Schema.choice(SubmissionPage.states()))
                .having("meaning", Schema.text().saying("What the state means."))
                .having("submitter", Schema.text().saying("The name of who handed it in."))
                .having("received", Schema.text("date-time"))
                .having("fileName", Schema.text().saying("The name the file had where it came from."))
                .having("mediaType", Schema.text())
                .having("byteSize", Schema.integer(0))
                .having("sha256", Schema.text())
                .having("statements", Schema.integer(0))
                .having("warnings", Schema.integer(0))
                .having("corrects", Schema.text("iri").saying("What it is to take the place of."))
                .having("supersededBy", Schema.text("iri").saying("The correction that took its place."))
                .having("withdrawalRequested", Schema.truth())
                .having("publishedIn", Schema.integer(1).saying("The revision in which it was first published."))
                .having("graph", Schema.text("iri").saying("The graph that holds what it says, while it is published."))
                .having("file", Schema.text("uri-reference"))
                .having("report", Schema.text("uri-reference"))
                .having("currentRevision", Schema.integer(0))
                .having("events", Schema.list(event).saying("All that happened to it, oldest first."))
                .requiring("id", "identifier", "state", "submitter", "received", "sha256", "file", "report");
    }
}
