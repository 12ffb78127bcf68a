package org.w3id.urbis.endpoint.catalog;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.GraphWriting;
import org.w3id.urbis.endpoint.negotiation.Choice;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.negotiation.Representation;
import org.w3id.urbis.endpoint.openapi.Answer;
import org.w3id.urbis.endpoint.openapi.Group;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;
import org.w3id.urbis.endpoint.openapi.Schema;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.endpoint.store.RevisionStore;

/**
 * {@code /dumps}: the whole graph of each revision that is kept, to take away, with its checksum.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14">RFC 9110, 14: range requests</a>
 */
public final class DumpRoutes implements HttpService, Operations {
    private static final String GZIP = "application/gzip";

    private final RevisionStore store;
    private final String base;

    /**
     * Prepares the routes.
     *
     * @param store   the revisions
     * @param baseIri what our IRIs begin with
     */
    public DumpRoutes(RevisionStore store, String baseIri) {
        this.store = store;
        this.base = baseIri;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/dumps", this::list);
        rules.any("/dumps/latest/" + DumpFile.NAME, this::latest);
        rules.any("/dumps/{revision}/" + DumpFile.NAME, this::dump);
        rules.any("/dumps/{revision}/" + DumpFile.NAME + ".sha256", this::checksum);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        Choice choice = Asking.choose(request, Asking.parameters(request).one("format"), Representation.GRAPHS);
        String origin = Asking.origin(request);
        Statements statements = new Statements();
        Node dataset = Statements.iri(base + "id/dataset/urbis");
        store.history().kept().forEach(revision -> new DumpFile(revision).describe(statements, dataset, base, origin));
        byte[] body = GraphWriting.bytes(statements.finished(), choice.form());
        EntityTag tag = EntityTag.of(
                store.history().kept().toString(),
                Long.toString(store.history().current()),
                origin,
                choice.mediaType());
        if (!Answering.isKnown(request, response, tag, "Accept, Host")) {
            Answering.send(request, response, choice.contentType(), body);
        }
    }

    private void latest(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        response.status(Status.TEMPORARY_REDIRECT_307);
        response.header(HeaderNames.CACHE_CONTROL, "public, no-cache");
        response.header(HeaderNames.LOCATION, "/dumps/" + store.history().current() + "/" + DumpFile.NAME);
        response.send();
    }

    private void checksum(ServerRequest request, ServerResponse response) {
        Asking.only(request, response, Method.GET, Method.HEAD);
        DumpFile file = file(request);
        if (!Answering.isKnown(request, response, EntityTag.of(file.sha256(), "checksum"), "")) {
            byte[] line = (file.sha256() + "  " + DumpFile.NAME + "\n").getBytes(StandardCharsets.US_ASCII);
            Answering.send(request, response, "text/plain; charset=utf-8", line);
        }
    }

    private void dump(ServerRequest request, ServerResponse response) throws IOException {
        Asking.only(request, response, Method.GET, Method.HEAD);
        DumpFile file = file(request);
        response.header(HeaderNames.ACCEPT_RANGES, "bytes");
        EntityTag tag = EntityTag.of(file.sha256());
        if (Answering.isKnown(request, response, tag, "")) {
            return;
        }
        // A dump never changes: whoever has it need not ask again.
        response.header(HeaderNames.CACHE_CONTROL, "public, max-age=31536000, immutable");
        response.header(HeaderNames.CONTENT_TYPE, GZIP);
        response.header(
                HeaderNames.CONTENT_DISPOSITION,
                "attachment; filename=\"urbis-" + file.revision().number() + ".nq.gz\"");
        long size = file.size();
        Optional<ByteRange> range = ByteRange.asked(request, size, tag.value());
        if (range.isPresent() && !range.get().isWithin(size)) {
            response.header(HeaderNames.CONTENT_RANGE, "bytes */" + size);
            throw Problem.of(
                            ProblemType.RANGE_NOT_SATISFIABLE,
                            "The dump is " + size + " bytes long, and the range asked for begins behind its end.")
                    .exception();
        }
        ByteRange sent = range.orElse(new ByteRange(0, size - 1));
        if (range.isPresent()) {
            response.status(Status.PARTIAL_CONTENT_206);
            response.header(HeaderNames.CONTENT_RANGE, sent.of(size));
        }
        response.header(HeaderNames.CONTENT_LENGTH, Long.toString(sent.length()));
        if (Asking.isHead(request)) {
            response.send();
        } else {
            Answering.stream(request, response, GZIP, out -> copy(file, sent, out));
        }
    }

    private static void copy(DumpFile file, ByteRange range, OutputStream out) throws IOException {
        try (FileChannel channel = FileChannel.open(file.file())) {
            WritableByteChannel target = Channels.newChannel(out);
            long at = range.first();
            while (at <= range.last()) {
                long passed = channel.transferTo(at, range.last() + 1 - at, target);
                if (passed <= 0) {
                    throw new EOFException("The dump " + file.file() + " ends at byte " + at);
                }
                at += passed;
            }
        }
    }

    private DumpFile file(ServerRequest request) {
        return new DumpFile(
                Asking.revision(store.history(), request.path().pathParameters().get("revision")));
    }

    @Override
    public List<Operation> operations() {
        Input revision = Input.path("revision", "Number of the revision, or its hash.", Schema.text(), "1");
        return List.of(
                Operation.get("/dumps", "dumps", Group.CATALOGUE, "The dumps that can be taken away")
                        .describedAs("One for each revision that is kept, with its length and its SHA-256.")
                        .taking(Input.format(Representation.GRAPHS))
                        .answering(Answer.ok("The list.").in(Representation.GRAPHS))
                        .failing(ProblemType.BAD_PARAMETER, ProblemType.NOT_ACCEPTABLE),
                Operation.get("/dumps/latest/" + DumpFile.NAME, "latestDump", Group.CATALOGUE, "The newest dump")
                        .answering(Answer.of(307, "The address of the dump of the current revision."))
                        .failing(ProblemType.METHOD_NOT_ALLOWED),
                Operation.get("/dumps/{revision}/" + DumpFile.NAME, "dump", Group.CATALOGUE, "One dump")
                        .describedAs("Sorted N-Quads, compressed by gzip. Parts can be asked for by `Range`.")
                        .taking(revision)
                        .answering(
                                Answer.ok("The dump.").in(GZIP, Schema.text()),
                                Answer.of(206, "A part of the dump.").in(GZIP, Schema.text()))
                        .failing(
                                ProblemType.BAD_PARAMETER,
                                ProblemType.UNKNOWN_REVISION,
                                ProblemType.REVISION_GONE,
                                ProblemType.RANGE_NOT_SATISFIABLE),
                Operation.get(
                                "/dumps/{revision}/" + DumpFile.NAME + ".sha256",
                                "dumpChecksum",
                                Group.CATALOGUE,
                                "The checksum of a dump")
                        .describedAs("As `sha256sum` writes and checks it.")
                        .taking(revision)
                        .answering(Answer.ok("The checksum.").in("text/plain", Schema.text()))
                        .failing(ProblemType.BAD_PARAMETER, ProblemType.UNKNOWN_REVISION, ProblemType.REVISION_GONE));
    }
}
