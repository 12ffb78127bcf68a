package org.w3id.urbis.endpoint.submission;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.loader.preview.PreviewFormat;
import org.w3id.urbis.loader.preview.PreviewReport;
import org.w3id.urbis.loader.report.HtmlReport;

/**
 * The form and the language in which somebody wants a preview.
 *
 * @param format   the form, by the parameter {@code format} or the header Accept
 * @param language the language, by the parameter {@code lang} or the header Accept-Language
 */
record PreviewForm(PreviewFormat format, Locale language) {
    private static final Map<Representation, PreviewFormat> FORMATS = formats();
    /** The page brings its style with it, so that it can be handed on. */
    private static final Header PAGE_POLICY = HeaderValues.createCached(
            "Content-Security-Policy", HtmlReport.contentSecurityPolicy() + "; frame-ancestors 'none'");

    /** What is offered, best first. */
    static final List<Representation> OFFERS = List.copyOf(FORMATS.keySet());

    /**
     * Reads what is wanted.
     *
     * @throws ProblemException if there is no such form
     */
    static PreviewForm of(ServerRequest request) {
        Parameters parameters = Asking.parameters(request);
        return new PreviewForm(
                FORMATS.get(
                        Asking.choose(request, parameters.one("format"), OFFERS).form()),
                Locale.forLanguageTag(Asking.languages(request, parameters).first()));
    }

    private static Map<Representation, PreviewFormat> formats() {
        Map<Representation, PreviewFormat> formats = new LinkedHashMap<>();
        formats.put(Representation.JSON, PreviewFormat.JSON);
        formats.put(Representation.HTML, PreviewFormat.HTML);
        formats.put(Representation.TEXT, PreviewFormat.TEXT);
        formats.put(Representation.RDF_PATCH, PreviewFormat.PATCH);
        return formats;
    }

    /** Answers with a preview, which nobody on the way keeps. */
    void send(ServerRequest request, ServerResponse response, PreviewReport preview) {
        Answering.vary(response, "Accept, Accept-Language, Authorization");
        response.header(
                HeaderNames.CONTENT_LANGUAGE,
                preview.report().messages().locale().toLanguageTag());
        if (format == PreviewFormat.HTML) {
            response.header(PAGE_POLICY);
        }
        Answering.stream(
                request, response, Representation.contentType(format.mediaType()), out -> format.write(preview, out));
    }
}
