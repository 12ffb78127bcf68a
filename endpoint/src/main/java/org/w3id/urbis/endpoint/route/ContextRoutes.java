package org.w3id.urbis.endpoint.route;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.w3id.urbis.endpoint.document.DocumentContext;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.AnswerHeader;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.problem.ProblemType;

/**
 * {@code /context/urbis-1.jsonld}: the JSON-LD context of all documents, the same whatever is published; and
 * {@code /context}, its newest version; {@code /context/collection-1.jsonld}: what collections add to it.
 */
public final class ContextRoutes implements HttpService, Operations {
    /** Within a version names are only added, so a week-old copy still means what it says. */
    private static final Header KEEP_A_WEEK =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, max-age=604800");

    @Override
    public void routing(HttpRules rules) {
        offer(rules, DocumentContext.PATH, "/" + DocumentContext.PATH, "/context");
        offer(rules, DocumentContext.OF_COLLECTIONS, "/" + DocumentContext.OF_COLLECTIONS);
    }

    private static void offer(HttpRules rules, String file, String... addresses) {
        byte[] context = DocumentContext.file(file);
        EntityTag tag = EntityTag.of("context", new String(context, StandardCharsets.UTF_8));
        for (String address : addresses) {
            rules.any(address, (request, response) -> send(request, response, "/" + file, context, tag));
        }
    }

    private static void send(
            ServerRequest request, ServerResponse response, String location, byte[] context, EntityTag tag) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        response.header(Answering.CONTENT_LOCATION, location);
        if (!Answering.isKnown(request, response, tag, "Accept-Encoding", KEEP_A_WEEK)) {
            Answering.send(request, response, Representation.JSON_LD.mediaType(), context);
        }
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                described(Operation.get(
                        "/" + DocumentContext.PATH, "context", Group.LINKED_DATA, "The JSON-LD context, version 1")),
                described(Operation.get(
                        "/" + DocumentContext.OF_COLLECTIONS,
                        "collectionContext",
                        Group.LINKED_DATA,
                        "The JSON-LD context of collections, version 1")),
                described(Operation.get(
                        "/context", "newestContext", Group.LINKED_DATA, "The newest version of the JSON-LD context")));
    }

    private static Operation described(Operation operation) {
        return operation
                .describedAs("What the names in all JSON-LD documents mean. Within a version names are only added.")
                .answering(Answer.ok("The context.")
                        .in(
                                Representation.JSON_LD.mediaType(),
                                Schema.object()
                                        .having("@context", Schema.object())
                                        .requiring("@context"))
                        .with(AnswerHeader.ETAG))
                .failing(ProblemType.METHOD_NOT_ALLOWED);
    }
}
