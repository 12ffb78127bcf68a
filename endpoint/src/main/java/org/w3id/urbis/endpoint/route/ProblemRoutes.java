package org.w3id.urbis.endpoint.route;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.AnswerHeader;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.page.Frame;
import org.w3id.urbis.endpoint.page.Pages;
import org.w3id.urbis.endpoint.page.ProblemView;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemDetail;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.problem.ProblemWords;

/** {@code /problem/…}: what each type of problem means, for whoever follows the IRI in a problem document. */
public final class ProblemRoutes implements HttpService, Operations {
    private final Pages pages;
    private final String edition;

    /**
     * Prepares the route.
     *
     * @param pages   renders
     * @param edition changes whenever the page may look different
     */
    public ProblemRoutes(Pages pages, String edition) {
        this.pages = pages;
        this.edition = edition;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/problem/{type}", this::explain);
    }

    private void explain(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        String slug = request.path().pathParameters().get("type");
        ProblemType type = ProblemType.of(slug)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, ProblemDetail.PROBLEM, slug)
                        .exception());
        ProblemWords words = ProblemWords.of(
                Asking.languages(request, Asking.parameters(request)).first());
        byte[] page = pages.problem(
                Frame.of(words.lang(), "/problem/" + slug),
                new ProblemView(
                        type.status(), words.title(type), Text.plain(""), words.explanation(type), Map.of(), ""));
        response.header(HeaderNames.CONTENT_LANGUAGE, words.lang());
        if (!Answering.isKnown(
                request,
                response,
                EntityTag.of(slug, words.title(type), words.explanation(type), edition),
                "Accept-Language")) {
            Answering.send(request, response, Representation.contentType("text/html"), page);
        }
    }

    @Override
    public List<Operation> operations() {
        List<String> slugs =
                Arrays.stream(ProblemType.values()).map(ProblemType::slug).toList();
        return List.of(Operation.get("/problem/{type}", "problem", Group.SERVER, "What a type of problem means")
                .describedAs("The IRI in the member `type` of a problem document leads here.")
                .taking(Input.path("type", "The last part of the type's IRI.", Schema.choice(slugs), "bad-parameter"))
                .taking(Input.language())
                .answering(Answer.ok("The explanation.").in("text/html").with(AnswerHeader.CONTENT_LANGUAGE))
                .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_FOUND)
                .cached());
    }
}
