package org.w3id.urbis.endpoint.workbench;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Content;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.AnswerHeader;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;

/** {@code /assets/workbench/…}: the files of the workbench, to be kept for as long as a browser likes. */
public final class FileRoutes implements HttpService, Operations {
    private static final Header KEEP =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, max-age=31536000, immutable");
    /** Asked for under the hash of another build: what is here now, for this once. */
    private static final Header ASK_AGAIN = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, no-cache");

    private final WorkbenchFiles files = WorkbenchFiles.shipped();

    @Override
    public void routing(HttpRules rules) {
        rules.any(WorkbenchFiles.PATH + "{edition}/{file}", this::send);
    }

    private void send(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        String name = request.path().pathParameters().get("file");
        Content content = files.find(name)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "The workbench has no file \"" + name + "\".")
                        .exception());
        boolean current = request.path().pathParameters().get("edition").equals(files.edition());
        EntityTag tag = EntityTag.of(files.edition(), name);
        if (!Answering.isKnown(request, response, tag, "Accept-Encoding", current ? KEEP : ASK_AGAIN)) {
            Answering.send(request, response, WorkbenchFiles.mediaType(name), content);
        }
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get(
                        WorkbenchFiles.PATH + "{edition}/{file}",
                        "workbenchFile",
                        Group.SERVER,
                        "What the workbench is made of")
                .describedAs("Scripts, styles, words and outlines of countries, shipped with the program.")
                .taking(
                        Input.path("edition", "The hash of all these files.", Schema.text(), files.edition()),
                        Input.path("file", "The file.", Schema.choice(List.copyOf(files.names())), "workbench.css"))
                .answering(Answer.ok("The file.")
                        .in("text/css")
                        .in("text/javascript")
                        .in("application/json", Schema.object())
                        .with(AnswerHeader.ETAG))
                .failing(ProblemType.NOT_FOUND));
    }
}
