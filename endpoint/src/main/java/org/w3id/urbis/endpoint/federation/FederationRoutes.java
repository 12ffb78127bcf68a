package org.w3id.urbis.endpoint.federation;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.w3id.urbis.endpoint.document.JsonText;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.negotiation.Choice;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.page.Frame;
import org.w3id.urbis.endpoint.page.Pages;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;

/**
 * {@code /federation}: whom queries may ask, and how they fare; {@code /federation/reports/<number>}: what one query asked.
 * Neither asks anybody.
 */
public final class FederationRoutes implements HttpService, Operations {
    /** What both are offered in, best first. */
    static final List<Representation> FORMS = List.of(Representation.JSON, Representation.HTML);

    private static final String VARY = "Accept, Accept-Language";

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
        Wish wish = Wish.of(request, response);
        Said said = said(
                wish, response, "/federation", document::list, (page, frame) -> pages.federation(frame, page.list()));
        // Made from the bytes, because they change with every query that asks somebody.
        EntityTag tag = EntityTag.of(said.contentType(), new String(said.body(), StandardCharsets.UTF_8));
        if (!Answering.isKnown(request, response, tag, VARY)) {
            Answering.send(request, response, said.contentType(), said.body());
        }
    }

    private void report(ServerRequest request, ServerResponse response) {
        Wish wish = Wish.of(request, response);
        String name = request.path().pathParameters().get("report");
        FederationLedger ledger = federation.reports().find(name).orElseThrow(() -> Problem.of(
                        ProblemType.NOT_FOUND,
                        "There is no such report. They are kept for an hour, as long as there are not too many.")
                .exception());
        Said said = said(
                wish,
                response,
                "/federation/reports/" + name,
                () -> document.report(ledger),
                (page, frame) -> pages.federationReport(frame, page.report(ledger)));
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        Answering.vary(response, VARY);
        Answering.send(request, response, said.contentType(), said.body());
    }

    /** How somebody wants to be answered; read first, so that a wish nobody can meet is refused whatever the address. */
    private record Wish(Choice choice, Languages languages) {
        static Wish of(ServerRequest request, ServerResponse response) {
            Asking.only(request, response, Method.GET, Method.HEAD);
            Parameters parameters = Asking.parameters(request);
            Languages languages = Asking.languages(request, parameters);
            return new Wish(Asking.choose(request, parameters.one("format"), FORMS), languages);
        }
    }

    /** What is answered, before it is sent. */
    private record Said(String contentType, byte[] body) {}

    private Said said(
            Wish wish,
            ServerResponse response,
            String address,
            Supplier<Map<String, Object>> json,
            BiFunction<FederationPage, Frame, byte[]> page) {
        Choice choice = wish.choice();
        if (choice.form() != Representation.HTML) {
            return new Said(choice.contentType(), JsonText.bytes(json.get()));
        }
        String lang = wish.languages().first();
        response.header(HeaderNames.CONTENT_LANGUAGE, lang);
        return new Said(
                choice.contentType(),
                page.apply(new FederationPage(federation, Words.of(lang)), Frame.of(lang, address + "?format=html")));
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
