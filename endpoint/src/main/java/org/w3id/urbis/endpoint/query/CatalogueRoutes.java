package org.w3id.urbis.endpoint.query;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.page.Frame;
import org.w3id.urbis.endpoint.page.Pages;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.sparql.SparqlGateway;
import org.w3id.urbis.queries.CatalogueQuery;
import org.w3id.urbis.queries.ParameterException;
import org.w3id.urbis.queries.QueryCatalogue;

/**
 * {@code /queries}: the list; {@code /queries/<subject>/<question>}: the question asked, its parameters filled in from
 * parameters of the same names, in any form that {@code /sparql} gives.
 */
public final class CatalogueRoutes implements HttpService, Operations {
    private final QueryCatalogue catalogue;
    private final CataloguePages list;
    private final Pages pages;
    private final SparqlGateway gateway;

    /** Prepares the routes. */
    public CatalogueRoutes(QueryCatalogue catalogue, Pages pages, SparqlGateway gateway) {
        this.catalogue = catalogue;
        this.list = new CataloguePages(catalogue);
        this.pages = pages;
        this.gateway = gateway;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/queries", this::list);
        rules.any("/queries/{subject}/{question}", this::ask);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        response.header(HeaderNames.CACHE_CONTROL, "no-cache");
        Answering.send(
                request, response, "text/html; charset=utf-8", pages.catalogue(Frame.WITHOUT_REVISION, list.list()));
    }

    private void ask(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        String name = request.path().pathParameters().get("subject") + "/"
                + request.path().pathParameters().get("question");
        CatalogueQuery query = catalogue.queries().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                ProblemType.NOT_FOUND, "There is no question \"" + name + "\" in the catalogue.")
                        .exception());
        Parameters parameters = Asking.parameters(request);
        gateway.answer(request, response, text(query, parameters), parameters.one("format"));
    }

    /** The file as it is, so that its comments stay, unless something is filled in. */
    private static String text(CatalogueQuery query, Parameters parameters) {
        Map<String, List<String>> values = new LinkedHashMap<>(parameters.values());
        values.remove("format");
        values.remove("revision");
        try {
            return values.isEmpty() ? query.text() : query.bind(values).serialize();
        } catch (ParameterException unusable) {
            throw Problem.parameter(unusable.parameter(), unusable.getMessage()).exception(unusable);
        }
    }

    @Override
    public List<Operation> operations() {
        return CatalogueOperations.of(catalogue);
    }
}
