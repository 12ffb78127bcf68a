package org.w3id.urbis.endpoint.template;

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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.validation.PublishedSchema;
import org.w3id.urbis.loader.entry.EntryKind;
import org.w3id.urbis.loader.entry.EntrySchema;
import org.w3id.urbis.loader.entry.EntryTerms;

/** {@code /schemas/entry/<kind>}: what the shapes ask of an entry, as a JSON Schema. */
public final class EntrySchemaRoutes implements HttpService, Operations {
    private static final String PATH = "/schemas/entry/{kind}";
    private static final Header KEEP_A_DAY =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, max-age=86400");

    private final Map<EntryKind, String> made = new ConcurrentHashMap<>();

    @Override
    public void routing(HttpRules rules) {
        rules.any(PATH, this::schema);
    }

    private void schema(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        String key = request.path().pathParameters().get("kind");
        EntryKind kind = EntryKind.of(key)
                .filter(known -> known.key().equals(key))
                .orElseThrow(() -> Problem.of(
                                ProblemType.NOT_FOUND,
                                "There is no schema of \"" + key + "\". There are schemas of: "
                                        + String.join(", ", TemplateOperations.kinds()) + ".")
                        .exception());
        String schema = made.computeIfAbsent(kind, any -> EntrySchema.of(any, EntryTerms.shipped()));
        if (!Answering.isKnown(request, response, EntityTag.of(PATH, schema), "Accept-Encoding", KEEP_A_DAY)) {
            Answering.send(request, response, PublishedSchema.MEDIA_TYPE, schema.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get(PATH, "entrySchema", Group.ENTRIES, "The JSON Schema of an entry")
                .describedAs("Made from the shapes, for JSON-LD by the published context. It says as much as JSON"
                        + " Schema 2020-12 can; the rest is judged at `/validate`.")
                .taking(Input.path("kind", "What the entry is.", Schema.choice(TemplateOperations.kinds()), "network"))
                .answering(Answer.ok("The schema.").in(PublishedSchema.MEDIA_TYPE, Schema.object()))
                .failing(ProblemType.NOT_FOUND)
                .cached());
    }
}
