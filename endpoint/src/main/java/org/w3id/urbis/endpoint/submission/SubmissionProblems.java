package org.w3id.urbis.endpoint.submission;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.atlas.json.JSON;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.loader.publication.AlreadyPublishingException;
import org.w3id.urbis.loader.publication.PublicationException;
import org.w3id.urbis.loader.report.Report;
import org.w3id.urbis.loader.report.ReportFormat;
import org.w3id.urbis.loader.submission.ConflictException;
import org.w3id.urbis.loader.submission.NotPermittedException;
import org.w3id.urbis.loader.submission.UnknownSubmissionException;
import org.w3id.urbis.loader.submission.UnwritableException;
import org.w3id.urbis.loader.validation.FileTooLargeException;
import org.w3id.urbis.loader.validation.ValidationResult;

/** What goes wrong with submissions, as problems. */
final class SubmissionProblems {
    private static final Logger LOG = LoggerFactory.getLogger(SubmissionProblems.class);
    private static final String RETRY_SECONDS = "30";

    private SubmissionProblems() {}

    /**
     * Does something, and tells what went wrong with it.
     *
     * @throws ProblemException for everything that is not a fault of the program
     */
    static <T> T telling(ServerResponse response, Supplier<T> work) {
        try {
            return work.get();
        } catch (UnknownSubmissionException unknown) {
            throw Problem.of(ProblemType.NOT_FOUND, unknown.getMessage()).exception(unknown);
        } catch (NotPermittedException notTheirs) {
            throw Problem.of(ProblemType.FORBIDDEN, notTheirs.getMessage()).exception(notTheirs);
        } catch (ConflictException conflict) {
            throw Problem.of(ProblemType.CONFLICT, conflict.getMessage()).exception(conflict);
        } catch (FileTooLargeException tooLarge) {
            throw Problem.of(ProblemType.TOO_LARGE, tooLarge.getMessage()).exception(tooLarge);
        } catch (AlreadyPublishingException busy) {
            response.header(HeaderNames.RETRY_AFTER, RETRY_SECONDS);
            throw Problem.of(ProblemType.PUBLISHING, "A load or another decision is being published just now.")
                    .exception(busy);
        } catch (UnwritableException | PublicationException refused) {
            LOG.error("The disk refuses", refused);
            throw Problem.of(ProblemType.STORAGE, "The disk of the server does not take it.")
                    .exception(refused);
        }
    }

    /** The problem that data has violations, with the report. */
    static ProblemException notValid(String detail, ValidationResult judged) {
        return Problem.of(ProblemType.NOT_VALID, detail)
                .with("report", JSON.parse(ReportFormat.JSON.text(Report.of(judged))))
                .exception();
    }

    /** The problem that a file was not kept because of its violations, with the report. */
    static ProblemException notKept(ValidationResult judged) {
        return notValid("The file has violations, and was not kept. Mend it by the report, and send it again.", judged);
    }

    static ProblemException stale(String tag) {
        return Problem.of(
                        ProblemType.PRECONDITION_FAILED,
                        "The submission, or the graph it would go into, is not as it was when you looked: somebody else"
                                + " decided or published in between. Look again, and decide again if it still holds.")
                .with("currentTag", tag)
                .exception();
    }

    static ProblemException unseen() {
        return Problem.of(
                        ProblemType.PRECONDITION_REQUIRED,
                        "Get the submission first, and send its ETag as If-Match with the decision.")
                .exception();
    }

    static ProblemException badParameter(String name, List<String> allowed) {
        return Problem.parameter(name, "It is one of " + String.join(", ", allowed) + ".")
                .exception();
    }
}
