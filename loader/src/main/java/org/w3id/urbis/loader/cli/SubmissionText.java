package org.w3id.urbis.loader.cli;

import java.util.List;

/** Submissions, for people. */
final class SubmissionText {

    private SubmissionText() {}

    static String list(List<ShownSubmission> submissions) {
        Columns columns = new Columns(
                List.of("submission", "state", "received", "submitter", "statements", "file"),
                false,
                false,
                false,
                false,
                true,
                false);
        submissions.forEach(one ->
                columns.row(one.id(), one.state(), one.received(), one.submitter(), one.statements(), one.fileName()));
        return columns.toString();
    }

    static String one(ShownSubmission one) {
        StringBuilder text = new StringBuilder();
        text.append("Submission ")
                .append(one.id())
                .append(": ")
                .append(one.fileName())
                .append('\n');
        text.append(one.meaning()).append('\n');
        text.append(one.statements())
                .append(" statements, ")
                .append(one.warnings())
                .append(" warnings\n");
        one.corrects().ifPresent(id -> text.append("Corrects ").append(id).append('\n'));
        one.supersededBy()
                .ifPresent(id -> text.append("Corrected by ").append(id).append('\n'));
        one.publishedIn().ifPresent(number -> text.append("First published in revision ")
                .append(number)
                .append('\n'));
        for (ShownSubmission.Happened happened : one.events()) {
            text.append(happened.at())
                    .append("  ")
                    .append(happened.event())
                    .append(" by ")
                    .append(happened.by());
            happened.reason().ifPresent(reason -> text.append(": ").append(reason));
            text.append('\n');
        }
        return text.toString();
    }

    /** One line: what has become of it. */
    static String sentence(ShownSubmission one) {
        return "Submission " + one.id() + " is " + one.state() + ". " + one.meaning();
    }
}
