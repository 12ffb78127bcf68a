package org.w3id.urbis.endpoint.reconciliation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.store.RevisionStore;
import org.w3id.urbis.loader.names.NameMatch;
import org.w3id.urbis.loader.names.NameQuery;

/** {@code /reconcile/suggest/…}: things, types and properties for somebody who is typing their names. */
public final class SuggestRoutes implements HttpService, Operations {

    /** What is suggested. */
    static final List<String> WHAT = List.of("entity", "type", "property");

    private static final int USUAL = 10;
    private static final int LARGEST = 100;
    /** The farthest that suggestions are paged through. */
    private static final int FARTHEST = 1_000;

    private final RevisionStore store;

    /** Prepares the routes. */
    public SuggestRoutes(RevisionStore store) {
        this.store = store;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any(
                "/reconcile/suggest/entity", (request, response) -> suggest(request, response, SuggestRoutes::things));
        rules.any(
                "/reconcile/suggest/type",
                (request, response) -> suggest(
                        request, response, (session, page) -> new TermSuggestions(session).types(page.prefix())));
        rules.any(
                "/reconcile/suggest/property",
                (request, response) -> suggest(
                        request, response, (session, page) -> new TermSuggestions(session).properties(page.prefix())));
    }

    /**
     * The part of the list that is wanted.
     *
     * @param prefix what has been typed
     * @param skip   how many to leave out
     * @param limit  how many to give
     */
    record Page(String prefix, int skip, int limit) {}

    /** Lists what may be meant, at least as far as the page reaches. */
    private interface Suggestions {
        List<ObjectNode> of(Session session, Page page);
    }

    private void suggest(ServerRequest request, ServerResponse response, Suggestions suggestions) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        try (Session session = Session.of(request, response, store)) {
            Parameters parameters = session.parameters();
            String prefix = parameters.one("prefix").orElseThrow(() -> Problem.parameter(
                            "prefix",
                            "The parameter \"prefix\" is what has been typed so far; it may be empty, but not missing.")
                    .exception());
            int skip = number(parameters, "offset", 0, FARTHEST)
                    .or(() -> number(parameters, "cursor", 0, FARTHEST))
                    .orElse(0);
            Page page = new Page(
                    prefix, skip, number(parameters, "limit", 1, LARGEST).orElse(USUAL));
            session.send(() -> {
                ObjectNode answer = AnswerJson.JSON.objectNode();
                ArrayNode result = answer.putArray("result");
                suggestions.of(session, page).stream()
                        .skip(page.skip())
                        .limit(page.limit())
                        .forEach(result::add);
                return answer;
            });
        }
    }

    /** A number of a parameter; more than the largest is taken for the largest. */
    static Optional<Integer> number(Parameters parameters, String name, int least, int most) {
        return parameters.one(name).filter(text -> !text.isBlank()).map(text -> {
            if (!text.strip().matches("[0-9]{1,9}") || Integer.parseInt(text.strip()) < least) {
                throw Problem.parameter(name, "The parameter \"" + name + "\" is a whole number from " + least + ".")
                        .exception();
            }
            return Math.min(most, Integer.parseInt(text.strip()));
        });
    }

    private static List<ObjectNode> things(Session session, Page page) {
        Set<String> types = session.parameters()
                .one("type")
                .filter(type -> !type.isBlank())
                .map(type -> Set.of(ServedTypes.iri(type)))
                .orElseGet(() -> Set.copyOf(ServedTypes.all()));
        NameQuery query = NameQuery.of(page.prefix()).ofTypes(types).limit(page.skip() + page.limit());
        AnswerJson json = session.json();
        return session.revision().names().search(query).stream()
                .map(NameMatch::thing)
                .map(thing -> {
                    ObjectNode node = json.thing(thing);
                    node.set("notable", json.types(thing));
                    return node;
                })
                .toList();
    }

    @Override
    public List<Operation> operations() {
        return Described.suggesting();
    }
}
