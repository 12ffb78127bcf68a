package org.w3id.urbis.endpoint.submission;

import java.util.List;
import java.util.Map;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.AnswerHeader;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.openapi.Sent;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.validation.PublishedSchema;
import org.w3id.urbis.loader.preview.PreviewFormat;
import org.w3id.urbis.loader.validation.RdfFormat;

/** What the routes of submissions say of themselves. */
final class SubmissionOperations {
    private static final String JSON_LD = "application/ld+json";
    private static final String JSON = "application/json";
    private static final String ID = "20261121-3f9a1c7e";
    private static final Input PATH_ID =
            Input.path("id", "The id of the submission.", Schema.text().with("pattern", "^[0-9]{8}-[0-9a-f]{8}$"), ID);
    private static final Input PREFER = Input.header(
                    "Prefer",
                    "`wait=SECONDS`: how long the questions of the catalogue may take together, of which a preview"
                        + " tells whether their answers would change; ten seconds less than a check may take at most."
                        + " Without it, 5.",
                    Schema.text())
            .example("wait=10");
    private static final ProblemType[] OF_READERS = {
        ProblemType.UNAUTHENTICATED,
        ProblemType.FORBIDDEN,
        ProblemType.NOT_FOUND,
        ProblemType.METHOD_NOT_ALLOWED,
        ProblemType.TOO_MANY_ATTEMPTS,
        ProblemType.BUSY
    };
    private static final String ENTRY = """
        @prefix network: <https://w3id.org/urbis/id/network/> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix urbis: <https://w3id.org/urbis/ontology#> .

        network:brooks a urbis:Network ;
            skos:prefLabel "Brooks"@en ;
            urbis:citation [ urbis:lines "5-6" ] .
        """;

    private SubmissionOperations() {}

    static List<Operation> list() {
        return List.of(listing(), sending(), showing(), file(), report(), preview(), schema(), deciding());
    }

    private static Operation listing() {
        return Operation.get("/submissions", "submissions", Group.ENTRIES, "What was handed in, the latest first")
                .describedAs("A curator sees everything, a submitter what they handed in themselves.")
                .taking(
                        Input.query("state", "Only those in this state.", Schema.choice(SubmissionPage.states()))
                                .example("waiting"),
                        Input.query(
                                        "withdrawal-requested",
                                        "If it is there: only published ones whose sender asks for them to be"
                                                + " withdrawn.",
                                        Schema.text())
                                .example(""),
                        Input.query(
                                        "limit",
                                        "How many on a page. Without it, " + SubmissionPage.USUAL + ".",
                                        Schema.integer(1, SubmissionPage.MOST))
                                .example(20),
                        Input.query("after", "The id of the last one of the page before.", Schema.text())
                                .example(ID))
                .withToken()
                .answering(Answer.ok("A page of the list.")
                        .in(JSON_LD, Schema.ref("SubmissionList"))
                        .with(AnswerHeader.LINK, AnswerHeader.CACHE_CONTROL))
                .failing(ProblemType.BAD_PARAMETER)
                .failing(OF_READERS);
    }

    private static Operation sending() {
        Sent body = Sent.of("The file, as it is.").in(RdfFormat.TURTLE.mediaType(), Schema.text(), ENTRY);
        for (RdfFormat format : RdfFormat.values()) {
            if (format != RdfFormat.TURTLE) {
                body = body.in(format.mediaType(), Schema.text(), "");
            }
        }
        body = body.in(
                "multipart/form-data",
                Schema.object()
                        .having("data", Schema.text().saying("The file."))
                        .requiring("data"),
                Map.of("data", ENTRY));
        return Operation.post("/submissions", "submit", Group.ENTRIES, "Hand in a file")
                .describedAs("The file is judged as an addition to the graph. With a violation nothing is kept and the"
                        + " answer is the report; else it is kept as it was sent, and waits for a curator."
                        + " 201 comes when it is safe on the disk. The same file sent again by the same"
                        + " sender while it waits is kept once and answered 200. Whoever hands in a file puts"
                        + " what it says under CC BY 4.0; their name is published with it.")
                .taking(
                        Input.query("name", "The name of the file, for people to read.", Schema.text())
                                .example("my-network.ttl"),
                        Input.query(
                                        "corrects",
                                        "The id of the submission that it is to take the place of.",
                                        Schema.text())
                                .example(ID),
                        Input.query(
                                        "dry-run",
                                        "If it is there: the file is judged and not kept, and the answer is what it"
                                                + " would change. Then no token is needed.",
                                        Schema.text())
                                .example(""),
                        PREFER)
                .sending(body)
                .withToken()
                .answering(
                        Answer.of(201, "The file is kept and waits for a curator.")
                                .in(JSON_LD, Schema.ref("Submission"))
                                .with(AnswerHeader.LOCATION, AnswerHeader.ETAG),
                        Answer.ok("The file had been sent before and waits; or, for a dry run, its report.")
                                .in(JSON_LD, Schema.ref("Submission"))
                                .in(JSON, Schema.ref("Report"))
                                .in(PreviewFormat.HTML.mediaType())
                                .in(PreviewFormat.TEXT.mediaType())
                                .in(PreviewFormat.PATCH.mediaType())
                                .with(AnswerHeader.LOCATION, AnswerHeader.ETAG))
                .failing(
                        ProblemType.BAD_REQUEST,
                        ProblemType.BAD_PARAMETER,
                        ProblemType.NOT_ACCEPTABLE,
                        ProblemType.CONFLICT,
                        ProblemType.TOO_LARGE,
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        ProblemType.NOT_VALID,
                        ProblemType.STORAGE)
                .failing(OF_READERS);
    }

    private static Operation showing() {
        return Operation.get("/submissions/{id}", "submission", Group.ENTRIES, "What has become of a submission")
                .describedAs("Its ETag is what a decision about it names.")
                .taking(PATH_ID)
                .withToken()
                .answering(Answer.ok("The submission and all that happened to it.")
                        .in(JSON_LD, Schema.ref("Submission"))
                        .with(AnswerHeader.ETAG, AnswerHeader.CACHE_CONTROL))
                .failing(OF_READERS);
    }

    private static Operation file() {
        Answer whole = Answer.ok("The file, byte for byte.");
        for (RdfFormat format : RdfFormat.values()) {
            whole = whole.in(format.mediaType());
        }
        return Operation.get("/submissions/{id}/file", "submissionFile", Group.ENTRIES, "The file as it was sent")
                .taking(PATH_ID)
                .withToken()
                .answering(whole.with(AnswerHeader.ETAG))
                .failing(OF_READERS);
    }

    private static Operation report() {
        return Operation.get(
                        "/submissions/{id}/report",
                        "submissionReport",
                        Group.ENTRIES,
                        "What the validation found when the file came")
                .taking(PATH_ID)
                .withToken()
                .answering(Answer.ok("The report.").in(JSON, Schema.ref("Report")))
                .failing(OF_READERS);
    }

    private static Operation preview() {
        return Operation.get(
                        "/submissions/{id}/preview", "submissionPreview", Group.ENTRIES, "What a decision would change")
                .describedAs("Of a waiting submission, what would come and go if it were accepted; of a published one,"
                        + " if it were withdrawn: statements thing by thing, rules broken and kept again"
                        + " across the graph, things that nothing would refer to any more, questions of the"
                        + " catalogue whose answers would change, likely duplicates. Nothing is written.")
                .taking(PATH_ID, PREFER)
                .withToken()
                .answering(Answer.ok("The preview.")
                        .in(JSON, Schema.ref("Report"))
                        .in(PreviewFormat.HTML.mediaType())
                        .in(PreviewFormat.TEXT.mediaType())
                        .in(PreviewFormat.PATCH.mediaType())
                        .with(AnswerHeader.CONTENT_LANGUAGE))
                .failing(ProblemType.NOT_ACCEPTABLE, ProblemType.BAD_PARAMETER, ProblemType.CONFLICT)
                .failing(OF_READERS);
    }

    private static Operation schema() {
        return Operation.get(
                        PublishedSchema.path(PreviewFormat.JSON_SCHEMA),
                        "previewSchema",
                        Group.ENTRIES,
                        "JSON Schema of a preview")
                .describedAs("What stands in the member `preview`. Within a version members are only added.")
                .answering(Answer.ok("The schema.").in(PublishedSchema.MEDIA_TYPE, Schema.any()))
                .failing(ProblemType.METHOD_NOT_ALLOWED)
                .cached();
    }

    private static Operation deciding() {
        Map<String, String> example = Map.of("decision", "reject", "reason", "The lines cited say something else.");
        return Operation.post("/submissions/{id}/decision", "decide", Group.ENTRIES, "Accept, reject or withdraw")
                .describedAs("Accepting publishes a new revision with the submission, withdrawing a published one a"
                        + " revision without it; the gate judges the graph as it would be. The ETag of the"
                        + " submission, which also changes with every new revision, is sent as `If-Match`:"
                        + " who decides decides about what they saw. Curators decide; who sent a file may"
                        + " withdraw it while it waits, and ask for it when it is published.")
                .taking(
                        PATH_ID,
                        Input.header("If-Match", "The ETag of the submission as it was seen.", Schema.text())
                                .example("\"17.5\"")
                                .mandatory())
                .sending(Sent.of("The decision; a rejection has a reason.")
                        .in(Verdict.JSON_TYPE, Schema.ref("Decision"), example)
                        .in(Verdict.FORM_TYPE, Schema.ref("Decision"), example))
                .withToken()
                .answering(
                        Answer.ok("It is decided, and published if it changes the graph.")
                                .in(JSON_LD, Schema.ref("Submission"))
                                .with(AnswerHeader.ETAG, AnswerHeader.URBIS_REVISION),
                        Answer.of(202, "A curator is asked to withdraw it.").in(JSON_LD, Schema.ref("Submission")))
                .failing(
                        ProblemType.BAD_REQUEST,
                        ProblemType.BAD_PARAMETER,
                        ProblemType.CONFLICT,
                        ProblemType.PRECONDITION_FAILED,
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        ProblemType.NOT_VALID,
                        ProblemType.PRECONDITION_REQUIRED,
                        ProblemType.STORAGE,
                        ProblemType.PUBLISHING)
                .failing(OF_READERS);
    }
}
