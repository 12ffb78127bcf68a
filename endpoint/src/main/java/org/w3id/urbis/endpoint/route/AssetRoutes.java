package org.w3id.urbis.endpoint.route;

import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.AnswerHeader;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.problem.ProblemType;

/** {@code /assets/…}: style sheets, scripts and the mark, shipped with the program. */
public final class AssetRoutes implements HttpService, Operations {
    private final String world;

    /**
     * Prepares the routes.
     *
     * @param world the map of the world, as SVG
     */
    public AssetRoutes(String world) {
        this.world = world;
    }

    @Override
    public void routing(HttpRules rules) {
        offer(rules, "urbis.css", "text/css; charset=utf-8");
        offer(rules, "check.css", "text/css; charset=utf-8");
        offer(rules, "check.js", "text/javascript; charset=utf-8");
        offer(rules, "explore.css", "text/css; charset=utf-8");
        offer(rules, "graph.js", "text/javascript; charset=utf-8");
        offer(rules, "search.js", "text/javascript; charset=utf-8");
        offer(rules, "form.js", "text/javascript; charset=utf-8");
        offer(rules, "urbis.svg", "image/svg+xml");
        offer(rules, "world.svg", "image/svg+xml", world.getBytes(StandardCharsets.UTF_8));
    }

    private static void offer(HttpRules rules, String name, String contentType) {
        offer(rules, name, contentType, read(name));
    }

    private static void offer(HttpRules rules, String name, String contentType, byte[] bytes) {
        EntityTag tag = EntityTag.of(name, new String(bytes, StandardCharsets.UTF_8));
        rules.any("/assets/" + name, (request, response) -> send(request, response, contentType, bytes, tag));
    }

    private static void send(
            ServerRequest request, ServerResponse response, String contentType, byte[] bytes, EntityTag tag) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        if (!Answering.isKnown(request, response, tag, "Accept-Encoding")) {
            Answering.send(request, response, contentType, bytes);
        }
    }

    private static byte[] read(String name) {
        try (InputStream in = AssetRoutes.class.getResourceAsStream("/urbis/assets/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The program was built without " + name);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get("/assets/{file}", "asset", Group.SERVER, "What pages are drawn with")
                .describedAs("Style sheets, scripts and pictures, shipped with the program.")
                .taking(Input.path(
                        "file",
                        "The file.",
                        Schema.choice(List.of(
                                "urbis.css",
                                "check.css",
                                "explore.css",
                                "check.js",
                                "form.js",
                                "graph.js",
                                "search.js",
                                "urbis.svg",
                                "world.svg")),
                        "urbis.css"))
                .answering(Answer.ok("The file.")
                        .in("text/css")
                        .in("text/javascript")
                        .in("image/svg+xml")
                        .with(AnswerHeader.ETAG))
                .failing(ProblemType.NOT_FOUND));
    }
}
