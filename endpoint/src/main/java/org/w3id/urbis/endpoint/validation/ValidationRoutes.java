package org.w3id.urbis.endpoint.validation;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemDetail;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.upload.Upload;
import org.w3id.urbis.loader.report.HtmlReport;
import org.w3id.urbis.loader.report.Report;
import org.w3id.urbis.loader.report.ReportFormat;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Messages;
import org.w3id.urbis.loader.validation.UnusableShapesException;
import org.w3id.urbis.loader.validation.ValidationResult;

/**
 * {@code /validate}: a file is sent, a report comes back. A file with faults is a check that went well: the status is 200
 * whatever was found. And {@code /schemas/findings-1.json}, which says what stands in a report as JSON.
 */
public final class ValidationRoutes implements HttpService, Operations {

    private static final String SHAPES = "shapes";
    private static final Header KEEP_A_WEEK =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, max-age=604800");
    private static final Header BY_FORM_AND_LANGUAGE =
            HeaderValues.createCached(HeaderNames.VARY, "Accept, Accept-Language");
    /** The page brings its style with it, so that it can be handed on. */
    private static final Header PAGE_POLICY = HeaderValues.createCached(
            "Content-Security-Policy", HtmlReport.contentSecurityPolicy() + "; frame-ancestors 'none'");

    /** Says what may be posted. Linked Data Platform 1.0, section 7.1. */
    private static final Header ACCEPT_POST =
            HeaderValues.createCached("Accept-Post", String.join(", ", Upload.mediaTypes()) + ", multipart/form-data");

    private static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

    private final Validator validator;
    private final PublishedSchema schema = PublishedSchema.of(ReportFormat.JSON_SCHEMA);

    /**
     * Prepares the routes.
     *
     * @param validator checks the files
     */
    public ValidationRoutes(Validator validator) {
        this.validator = validator;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/validate", this::validate);
        rules.any(PublishedSchema.path(ReportFormat.JSON_SCHEMA), this::schema);
    }

    private void validate(ServerRequest request, ServerResponse response) {
        // GET and HEAD are answered by the page before they come here, and belong into Allow.
        Asking.only(request, response, Method.GET, Method.HEAD, Method.POST);
        response.header(ACCEPT_POST);
        Upload upload = Upload.read(request, validator.fileBytes(), List.of(Upload.DATA, SHAPES));
        ReportFormat format = ReportForms.choose(request, upload.parameters().one("format"));
        Languages languages = Asking.languages(request, upload.parameters());
        Locale language = Locale.forLanguageTag(languages.first());
        Report report = Report.of(judged(upload, language)).in(language).madeAt(Instant.now());
        response.header(BY_FORM_AND_LANGUAGE);
        response.header(NO_STORE);
        response.header(HeaderNames.CONTENT_LANGUAGE, report.messages().locale().toLanguageTag());
        if (format == ReportFormat.HTML) {
            response.header(PAGE_POLICY);
        }
        if (upload.parameters().one("download").isPresent()) {
            response.header(
                    HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"findings" + format.ending() + "\"");
        }
        Answering.stream(
                request, response, Representation.contentType(format.mediaType()), out -> format.write(report, out));
    }

    private ValidationResult judged(Upload upload, Locale language) {
        try {
            return validator.validate(upload.data(), upload.all(SHAPES));
        } catch (UnusableShapesException e) {
            throw unusable(e, Messages.in(language));
        }
    }

    private static ProblemException unusable(UnusableShapesException refused, Messages messages) {
        List<Finding> faults = refused.faults().findings();
        Finding first = faults.getFirst();
        Problem problem = Problem.of(ProblemType.BAD_SHAPES, ProblemDetail.AS_SAID, messages.text(first.wording()));
        if (!first.file().isEmpty()) {
            problem = problem.with("file", first.file());
        }
        if (first.line() > 0) {
            problem = problem.with("line", first.line()).with("column", first.column());
        }
        return problem.with(
                        "faults",
                        faults.stream().map(fault -> told(fault, messages)).toList())
                .exception(refused);
    }

    private static String told(Finding fault, Messages messages) {
        String place = fault.line() == 0 ? fault.file() : fault.file() + ":" + fault.line() + ":" + fault.column();
        return place + ": " + messages.text(fault.wording());
    }

    private void schema(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        EntityTag tag = EntityTag.of(ReportFormat.JSON_SCHEMA, schema.text());
        if (!Answering.isKnown(request, response, tag, "Accept-Encoding", KEEP_A_WEEK)) {
            Answering.send(request, response, PublishedSchema.MEDIA_TYPE, schema.bytes());
        }
    }

    @Override
    public List<Operation> operations() {
        return ValidationOperations.all();
    }
}
