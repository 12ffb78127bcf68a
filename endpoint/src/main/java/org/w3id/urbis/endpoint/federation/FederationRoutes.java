package org.w3id.urbis.endpoint.federation;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.w3id.urbis.endpoint.document.JsonText;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.negotiation.Choice;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.page.Frame;
import org.w3id.urbis.endpoint.page.Pages;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;

/**
 * {@code /federation}: whom queries may ask, and how they fare; {@code /federation/reports/<number>}: what one query asked.
 * Neither asks anybody.
 */
public final class FederationRoutes implements HttpService, Operations {
    /** What both are offered in, best first. */
    static final List<Representation> FORMS = List.of(Representation.JSON, Representation.HTML);

    private final Federation federation;
    private final FederationDocument document;
    private final Pages pages;

    /**
     * Prepares the routes.
     *
     * @param pages renders pages
     */
    public FederationRoutes(Federation federation, Pages pages) {
        this.federation = federation;
        this.document = new FederationDocument(federation);
        this.pages = pages;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/federation", this::list);
        rules.any("/federation/reports/{report}", this::report);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Choice choice = choice(request, response);
        send(
                request,
                response,
                choice,
                document::list,
                () -> pages.federation(Frame.WITHOUT_REVISION, document.view()));
    }

    private void report(ServerRequest request, ServerResponse response) {
        Choice choice = choice(request, response);
        FederationLedger ledger = federation
                .reports()
                .find(request.path().pathParameters().get("report"))
                .orElseThrow(() -> Problem.of(
                                ProblemType.NOT_FOUND,
                                "There is no such report. They are kept for an hour, as long as there are not too"
                                        + " many.")
                        .exception());
        send(
                request,
                response,
                choice,
                () -> document.report(ledger),
                () -> pages.federationReport(
                        Frame.WITHOUT_REVISION,
                        FederationDocument.words(ledger.begun()),
                        ledger.isEnded(),
                        document.asked(ledger)));
    }

    private static Choice choice(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        return Asking.choose(request, Asking.parameters(request).one("format"), FORMS);
    }

    private static void send(
            ServerRequest request,
            ServerResponse response,
            Choice choice,
            Supplier<Map<String, Object>> json,
            Supplier<byte[]> page) {
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        Answering.vary(response, "Accept");
        byte[] body = choice.form() == Representation.HTML ? page.get() : JsonText.bytes(json.get());
        Answering.send(request, response, choice.contentType(), body);
    }

    @Override
    public List<Operation> operations() {
        return FederationOperations.all();
    }

    @Override
    public Map<String, Schema> schemas() {
        return FederationOperations.schemas();
    }
}
