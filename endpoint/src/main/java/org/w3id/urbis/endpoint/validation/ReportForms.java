package org.w3id.urbis.endpoint.validation;

import io.helidon.webserver.http.ServerRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.loader.report.ReportFormat;

/** The forms of a report, and which of them a client wants. */
final class ReportForms {

    private static final Map<Representation, ReportFormat> FORMATS = formats();

    /** What is offered, best first. */
    static final List<Representation> OFFERS = List.copyOf(FORMATS.keySet());

    private ReportForms() {}

    /**
     * Chooses by the parameter {@code format}, which takes the names that the command line takes, else by Accept.
     *
     * @throws ProblemException if there is no such form
     */
    static ReportFormat choose(ServerRequest request, Optional<String> format) {
        Optional<ReportFormat> named = format.flatMap(ReportFormat::named);
        if (named.isPresent()) {
            return named.get();
        }
        if (format.isPresent() && Representation.named(format.get(), OFFERS).isEmpty()) {
            throw Problem.parameter(
                            "format",
                            "A report cannot be had as \"" + format.get() + "\", only as: "
                                    + String.join(", ", ReportFormat.names()) + ".")
                    .exception();
        }
        return FORMATS.get(Asking.choose(request, format, OFFERS).form());
    }

    private static Map<Representation, ReportFormat> formats() {
        Map<Representation, ReportFormat> formats = new LinkedHashMap<>();
        formats.put(Representation.TURTLE, ReportFormat.TURTLE);
        formats.put(Representation.JSON_LD, ReportFormat.JSONLD);
        formats.put(Representation.JSON, ReportFormat.JSON);
        formats.put(Representation.SARIF, ReportFormat.SARIF);
        formats.put(Representation.HTML, ReportFormat.HTML);
        formats.put(Representation.TEXT, ReportFormat.TEXT);
        formats.put(Representation.XML, ReportFormat.JUNIT);
        return formats;
    }
}
