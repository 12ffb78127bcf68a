package org.w3id.urbis.endpoint.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;

/**
 * One thing that a client can ask of the server.
 *
 * <pre>
 * Operation.get("/health", "health", Group.SERVER, "Whether the server is ready")
 *         .describedAs("Answers as soon as a revision is open.")
 *         .answering(Answer.ok("It is ready.").in("application/json", Schema.ref("Health")))
 * </pre>
 *
 * <p>HEAD and OPTIONS are answered wherever GET is and are not listed.
 *
 * @param method      in lower case
 * @param path        template, such as {@code /api/{kinds}/{key}}; names in braces are inputs
 * @param id          unique in the document, in lower camel case
 * @param group       what it is about
 * @param summary     a few words without a full stop
 * @param description a sentence or more; CommonMark
 * @param inputs      parameters
 * @param sent        body of the request
 * @param answers     what may come back
 * @param secured     whether a token must be shown
 */
public record Operation(
        String method,
        String path,
        String id,
        Group group,
        String summary,
        String description,
        List<Input> inputs,
        Optional<Sent> sent,
        List<Answer> answers,
        boolean secured) {
    private static final AnswerHeader[] OF_CACHED = {AnswerHeader.ETAG, AnswerHeader.CACHE_CONTROL, AnswerHeader.VARY};

    private static final AnswerHeader[] OF_REVISION = {AnswerHeader.URBIS_REVISION, AnswerHeader.LAST_MODIFIED};

    /** Copies the lists. */
    public Operation {
        inputs = List.copyOf(inputs);
        answers = List.copyOf(answers);
    }

    /** A GET, which stands for HEAD as well. */
    public static Operation get(String path, String id, Group group, String summary) {
        return of("get", path, id, group, summary);
    }

    /** A POST. */
    public static Operation post(String path, String id, Group group, String summary) {
        return of("post", path, id, group, summary);
    }

    /** Any other method. */
    public static Operation of(String method, String path, String id, Group group, String summary) {
        return new Operation(
                method.toLowerCase(Locale.ROOT),
                path,
                id,
                group,
                summary,
                summary + ".",
                List.of(),
                Optional.empty(),
                List.of(),
                false);
    }

    /** The same with a description. */
    public Operation describedAs(String words) {
        return new Operation(method, path, id, group, summary, words, inputs, sent, answers, secured);
    }

    /** The same with more inputs. */
    public Operation taking(Input... more) {
        return taking(List.of(more));
    }

    /** The same with more inputs. */
    public Operation taking(List<Input> more) {
        return new Operation(
                method, path, id, group, summary, description, joined(inputs, more), sent, answers, secured);
    }

    /** The same with a body of the request. */
    public Operation sending(Sent body) {
        return new Operation(
                method, path, id, group, summary, description, inputs, Optional.of(body), answers, secured);
    }

    /** The same with more answers. */
    public Operation answering(Answer... more) {
        return new Operation(
                method, path, id, group, summary, description, inputs, sent, joined(answers, List.of(more)), secured);
    }

    /** The same, for which a token must be shown. */
    public Operation withToken() {
        return new Operation(method, path, id, group, summary, description, inputs, sent, answers, true);
    }

    /** The same, which may also end in problems. */
    public Operation failing(ProblemType... types) {
        Operation all = this;
        for (ProblemType type : types) {
            all = all.failing(type.status(), type.title() + " (`" + type.slug() + "`).");
        }
        return all;
    }

    /** Adds a reason for a status, which may have others already. */
    private Operation failing(int status, String why) {
        List<Answer> others =
                answers.stream().filter(answer -> answer.status() != status).toList();
        String known = answers.stream()
                .filter(answer -> answer.status() == status)
                .map(Answer::description)
                .collect(Collectors.joining(" "));
        String reasons = known.contains(why) ? known : (known + " " + why).strip();
        Answer problem = Answer.of(status, reasons).in(Problem.MEDIA_TYPE, Schema.ref("Problem"));
        return new Operation(
                method,
                path,
                id,
                group,
                summary,
                description,
                inputs,
                sent,
                joined(others, List.of(status == 503 ? problem.with(AnswerHeader.RETRY_AFTER) : problem)),
                secured);
    }

    /**
     * The same, whose success is known by a tag: it carries the headers that go with it, takes {@code If-None-Match}, and
     * may be answered 304.
     */
    public Operation cached() {
        List<Answer> tagged = answers.stream()
                .map(answer -> answer.status() == 200 ? answer.with(OF_CACHED) : answer)
                .toList();
        return new Operation(method, path, id, group, summary, description, inputs, sent, tagged, secured)
                .taking(Input.header(
                                "If-None-Match",
                                "Tags of answers that the client has; the current one among them is answered 304.",
                                Schema.text())
                        .example("\"0\""))
                .answering(Answer.of(304, "The client has the current answer already.")
                        .with(AnswerHeader.ETAG));
    }

    /**
     * The same, which is answered from a revision and therefore {@link #cached()}: the current revision, or the one that is
     * asked for.
     */
    public Operation fromRevision() {
        List<Answer> named = answers.stream()
                .map(answer -> answer.status() == 200 ? answer.with(OF_REVISION) : answer)
                .toList();
        return new Operation(method, path, id, group, summary, description, inputs, sent, named, secured)
                .taking(Input.query(
                        "revision",
                        "The revision to answer from, by its number or hash; the header Memento-Datetime then says"
                                + " when it was published. Without it, the current one answers.",
                        Schema.text().with("pattern", "^([0-9]{1,18}|[0-9a-f]{64})$")))
                .taking(Input.header(
                        "Accept-Datetime",
                        "A date: the answer leads to the revision of that time, by Memento (RFC 7089).",
                        Schema.text()))
                .answering(Answer.of(302, "The revision of the time asked for is found elsewhere.")
                        .with(AnswerHeader.LOCATION))
                .cached()
                .failing(ProblemType.BAD_PARAMETER, ProblemType.UNKNOWN_REVISION, ProblemType.REVISION_GONE);
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
