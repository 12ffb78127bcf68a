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

/**
 * {@code /context/urbis-1.jsonld}: the JSON-LD context of all documents, the same whatever is published; and
 * {@code /context}, its newest version.
 */
public final class ContextRoutes implements HttpService, Operations {
    /** Within a version names are only added, so a week-old copy still means what it says. */
    private static final Header KEEP_A_WEEK =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, max-age=604800");

    private final byte[] context;
    private final EntityTag tag;

    /** Prepares the routes. */
    public ContextRoutes() {
        this.context = DocumentContext.shipped().bytes();
        this.tag = EntityTag.of("context", new String(context, StandardCharsets.UTF_8));
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/" + DocumentContext.PATH, this::send);
        rules.any("/context", this::send);
    }

    private void send(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        response.header(Answering.CONTENT_LOCATION, "/" + DocumentContext.PATH);
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
                        "/context", "newestContext", Group.LINKED_DATA, "The newest version of the JSON-LD context")));
    }

    private static Operation described(Operation operation) {
        return operation
                .describedAs("What the names in all JSON-LD documents mean. Within a version names are only added.")
                .answering(Answer.ok("The context.")
                        .in(Representation.JSON_LD.mediaType())
                        .with(AnswerHeader.ETAG));
    }
}
