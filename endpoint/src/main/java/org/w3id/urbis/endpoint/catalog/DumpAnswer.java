package org.w3id.urbis.endpoint.catalog;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.w3id.urbis.endpoint.exchange.Answering;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.HttpDate;
import org.w3id.urbis.endpoint.negotiation.EntityTag;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemType;

/**
 * Sends a file to take away, or a part of it, or its checksum.
 *
 * @param dump    the file
 * @param licence under which licence it is
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14">RFC 9110, 14: range requests</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9530">RFC 9530: digest fields</a>
 */
record DumpAnswer(DumpDescription dump, String licence) {
    static final String GZIP = "application/gzip";

    /** A dump never changes: whoever has it need not ask again. */
    static final Header KEEP =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, max-age=31536000, immutable");

    /** The line that {@code sha256sum} reads. */
    void sendChecksum(ServerRequest request, ServerResponse response) {
        headers(request, response);
        if (!Answering.isKnown(
                request, response, EntityTag.of(dump.file().sha256(), "checksum"), "Accept-Encoding", KEEP)) {
            String name = dump.file().name();
            String line = dump.file().sha256() + "  " + name.substring(name.lastIndexOf('/') + 1) + "\n";
            Answering.send(request, response, "text/plain; charset=utf-8", line.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** The file, or the part that is asked for. */
    void send(ServerRequest request, ServerResponse response) {
        headers(request, response);
        response.header(HeaderNames.ACCEPT_RANGES, "bytes");
        byte[] digest = HexFormat.of().parseHex(dump.file().sha256());
        response.header("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
        EntityTag tag = EntityTag.of(dump.file().sha256());
        if (Answering.isKnown(request, response, tag, "", KEEP)) {
            return;
        }
        response.header(HeaderNames.CONTENT_TYPE, GZIP);
        response.header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName() + "\"");
        long size = dump.file().bytes();
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
            Answering.stream(request, response, GZIP, out -> copy(sent, out));
        }
    }

    private void headers(ServerRequest request, ServerResponse response) {
        long revision = dump.revision().number();
        response.header(Answering.REVISION, Long.toString(revision));
        response.header(HeaderNames.LAST_MODIFIED, HttpDate.of(dump.revision().created()));
        String origin = Asking.origin(request);
        Answering.link(
                response,
                "<" + origin + "/dumps/" + revision + ">; rel=\"describedby\", <" + origin + dump.path()
                        + ".sha256>; rel=\"describedby\"; type=\"text/plain\", <" + origin + "/revisions/" + revision
                        + ">; rel=\"version-history\", <" + licence + ">; rel=\"license\"");
    }

    /** What it is called where it is kept: by its revision, so that two of them can lie side by side. */
    private String fileName() {
        String name = dump.file().name();
        return name.startsWith("urbis.")
                ? "urbis-" + dump.revision().number() + name.substring("urbis".length())
                : name.substring(name.indexOf('/') + 1).replace('/', '-');
    }

    private void copy(ByteRange range, OutputStream out) throws IOException {
        try (FileChannel channel = FileChannel.open(dump.file().path())) {
            WritableByteChannel target = Channels.newChannel(out);
            long at = range.first();
            while (at <= range.last()) {
                long passed = channel.transferTo(at, range.last() + 1 - at, target);
                if (passed <= 0) {
                    throw new EOFException("The dump " + dump.file().path() + " ends at byte " + at);
                }
                at += passed;
            }
        }
    }
}
