package org.w3id.urbis.endpoint.feed;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
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
import org.w3id.urbis.endpoint.store.RevisionHistory;
import org.w3id.urbis.endpoint.store.RevisionStore;
import org.w3id.urbis.loader.publication.PatchWriter;
import org.w3id.urbis.loader.publication.Revision;
import org.w3id.urbis.loader.publication.RevisionPatch;

/** {@code /revisions/<number>/patch}: what leads from one revision to another, by RDF Patch. */
public final class PatchRoutes implements HttpService, Operations {
    private static final Header KEEP =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, max-age=31536000, immutable");

    private final RevisionStore store;

    /**
     * Prepares the route.
     *
     * @param store the revisions
     */
    public PatchRoutes(RevisionStore store) {
        this.store = store;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/revisions/{number}/patch", this::patch);
    }

    private void patch(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        RevisionHistory history = store.history();
        Revision after =
                Asking.revision(history, request.path().pathParameters().get("number"));
        Optional<Revision> before = Asking.parameters(request).one("from").map(from -> Asking.revision(history, from));
        if (before.isEmpty() && !Files.exists(after.patch())) {
            throw Problem.of(
                            ProblemType.NOT_FOUND,
                            "No patch was written when revision " + after.number()
                                    + " was published. Name by \"from\" the revision that you have.")
                    .exception();
        }
        String from = before.map(revision -> revision.number() + " " + revision.hash())
                .orElse("parent");
        EntityTag tag = EntityTag.of("patch", from, Long.toString(after.number()), after.hash());
        if (Answering.isKnown(request, response, tag, "Accept-Encoding", KEEP)) {
            return;
        }
        Answering.stream(request, response, PatchWriter.MEDIA_TYPE, out -> {
            if (before.isPresent()) {
                RevisionPatch.write(before.get(), after, out);
            } else {
                try (InputStream in = new GZIPInputStream(Files.newInputStream(after.patch()), 1 << 16)) {
                    in.transferTo(out);
                }
            }
        });
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get(
                        "/revisions/{number}/patch", "revisionPatch", Group.CATALOGUE, "What a revision changes")
                .describedAs("An RDF Patch that makes the revision of its parent, or of the revision that `from` names."
                        + " Each row is a line of the dump behind `A` or `D`.")
                .taking(
                        Input.path("number", "Number of the revision, or its hash.", Schema.text(), "1"),
                        Input.query("from", "Number or hash of the revision that you have.", Schema.text()))
                .answering(Answer.ok("The patch.").in(PatchWriter.MEDIA_TYPE, Schema.text()))
                .failing(
                        ProblemType.BAD_PARAMETER,
                        ProblemType.NOT_FOUND,
                        ProblemType.UNKNOWN_REVISION,
                        ProblemType.REVISION_GONE));
    }
}
