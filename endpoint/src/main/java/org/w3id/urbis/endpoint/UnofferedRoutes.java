package org.w3id.urbis.endpoint;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Set;
import org.w3id.urbis.endpoint.catalog.DumpRoutes;
import org.w3id.urbis.endpoint.feed.FeedRoutes;
import org.w3id.urbis.endpoint.feed.PatchRoutes;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemDetail;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.submission.SubmissionRoutes;

/**
 * The paths that a server does not have that answers from a store of others: what needs the files of revisions, or writes
 * some. Who asks for one is told so.
 */
final class UnofferedRoutes implements HttpService {
    private static final Set<Class<? extends HttpService>> IN_PLACE_OF =
            Set.of(DumpRoutes.class, FeedRoutes.class, PatchRoutes.class, SubmissionRoutes.class);

    /** Whether these take the place of other routes. */
    static boolean takesPlaceOf(HttpService routes) {
        return IN_PLACE_OF.contains(routes.getClass());
    }

    @Override
    public void routing(HttpRules rules) {
        for (String path : new String[] {"/dumps", "/feed", "/submissions"}) {
            rules.any(path, UnofferedRoutes::refuse);
            rules.any(path + "/*", UnofferedRoutes::refuse);
        }
        rules.any("/revisions/{number}/patch", UnofferedRoutes::refuse);
    }

    private static void refuse(ServerRequest request, ServerResponse response) {
        throw Problem.of(
                        ProblemType.NOT_OFFERED,
                        ProblemDetail.NOT_OFFERED,
                        request.path().path())
                .exception();
    }
}
