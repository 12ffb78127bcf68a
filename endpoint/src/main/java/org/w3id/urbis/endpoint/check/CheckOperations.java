package org.w3id.urbis.endpoint.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.AnswerHeader;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.openapi.Sent;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.upload.Upload;

/** What can be asked of the pages on which an entry is checked. */
final class CheckOperations {
    private CheckOperations() {}

    static List<Operation> all() {
        return List.of(
                Operation.get("/validate", "validatePage", Group.ENTRIES, "The page on which an entry is checked")
                        .describedAs("A file is dropped or its text pasted; what is wrong is shown at its line.")
                        .taking(Input.language())
                        .answering(Answer.ok("The page.").in("text/html").with(AnswerHeader.CONTENT_LANGUAGE))
                        .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_ACCEPTABLE)
                        .cached(),
                Operation.post("/validate/page", "validateOnPage", Group.ENTRIES, "A page with a text and its faults")
                        .describedAs("What the page at `/validate` sends. Programs send files to `/validate` itself.")
                        .taking(Input.language())
                        .sending(Sent.of("The form of the page.")
                                .in(
                                        "multipart/form-data",
                                        Schema.object()
                                                .having(
                                                        Upload.DATA,
                                                        Schema.text().saying("The text."))
                                                .having("file", Schema.text().saying("A file in place of the text."))
                                                .having("type", Schema.text().saying("Its media type, or `auto`."))
                                                .having("name", Schema.text().saying("What its file is called."))
                                                .having(
                                                        "apply",
                                                        Schema.text()
                                                                .saying("The fix to make, as the page calls it, or"
                                                                        + " `all`."))
                                                .having(
                                                        "download",
                                                        Schema.text().saying("Given, the text comes back as a file.")),
                                        Map.of(Upload.DATA, "<https://w3id.org/urbis/id/network/rivers> a 1 .")))
                        .answering(Answer.ok("The page.").in("text/html").with(AnswerHeader.CONTENT_LANGUAGE))
                        .failing(
                                ProblemType.BAD_REQUEST,
                                ProblemType.BAD_PARAMETER,
                                ProblemType.NOT_ACCEPTABLE,
                                ProblemType.TOO_LARGE,
                                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                                ProblemType.VALIDATION_TIMEOUT,
                                ProblemType.BUSY),
                handIn());
    }

    private static Operation handIn() {
        return Operation.post("/validate/hand-in", "handInOnPage", Group.ENTRIES, "The page, whose text is handed in")
                .describedAs(
                        "What the page at `/validate` sends for who hands in. Programs send files to `/submissions`."
                            + " Who prefers pages is told on the page, with the text in it, what speaks against it.")
                .taking(Input.language())
                .sending(Sent.of("The form of the page.")
                        .in(
                                "multipart/form-data",
                                Schema.object()
                                        .having(Upload.DATA, Schema.text().saying("The text."))
                                        .having("file", Schema.text().saying("A file in place of the text."))
                                        .having("type", Schema.text().saying("Its media type, or `auto`."))
                                        .having("name", Schema.text().saying("What its file is called."))
                                        .having("token", Schema.text().saying("The token of who hands in."))
                                        .having(
                                                "corrects",
                                                Schema.text().saying("The submission whose place it is to take.")),
                                Map.of(Upload.DATA, "<https://w3id.org/urbis/id/network/rivers> a 1 .")))
                .answering(Answer.of(201, "The page, with the id of the submission that waits for a curator.")
                        .in("text/html")
                        .with(AnswerHeader.CONTENT_LANGUAGE))
                .failing(
                        ProblemType.BAD_REQUEST,
                        ProblemType.BAD_PARAMETER,
                        ProblemType.UNAUTHENTICATED,
                        ProblemType.FORBIDDEN,
                        ProblemType.NOT_FOUND,
                        ProblemType.CONFLICT,
                        ProblemType.NOT_VALID,
                        ProblemType.NOT_ACCEPTABLE,
                        ProblemType.TOO_LARGE,
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        ProblemType.TOO_MANY_ATTEMPTS,
                        ProblemType.BUSY,
                        ProblemType.STORAGE);
    }

    /** The forms for new entries of some kinds. */
    static List<Operation> forms(Collection<String> kinds) {
        List<Operation> operations = new ArrayList<>();
        for (String kind : kinds) {
            String path = "/validate/form/" + kind;
            String name = kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
            Answer page = Answer.ok("The page.").in("text/html").with(AnswerHeader.CONTENT_LANGUAGE);
            operations.add(Operation.get(path, "form" + name, Group.ENTRIES, "A form for a new " + kind)
                    .describedAs("The fields are those that the shapes speak of.")
                    .taking(Input.language())
                    .answering(page)
                    .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_ACCEPTABLE));
            operations.add(Operation.post(path, "fill" + name, Group.ENTRIES, "The form, filled in")
                    .describedAs("What was filled in comes back as Turtle, judged like any file. Nothing is kept.")
                    .sending(Sent.of("The fields of the form: prefixed names of properties.")
                            .in(
                                    "application/x-www-form-urlencoded",
                                    Schema.object(),
                                    Map.of("skos:prefLabel", "Rivers and Cities")))
                    .answering(page)
                    .failing(
                            ProblemType.BAD_REQUEST,
                            ProblemType.BAD_PARAMETER,
                            ProblemType.NOT_ACCEPTABLE,
                            ProblemType.TOO_LARGE,
                            ProblemType.UNSUPPORTED_MEDIA_TYPE,
                            ProblemType.VALIDATION_TIMEOUT,
                            ProblemType.BUSY));
        }
        return operations;
    }
}
