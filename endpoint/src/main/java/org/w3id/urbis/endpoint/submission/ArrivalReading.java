package org.w3id.urbis.endpoint.submission;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.upload.SentFile;
import org.w3id.urbis.endpoint.upload.Upload;
import org.w3id.urbis.loader.Reception.Arrival;
import org.w3id.urbis.loader.validation.RdfFormat;

/** Reads the file that a request brings, as its body or in a form. */
final class ArrivalReading {
    /** Says what may be posted. Linked Data Platform 1.0, section 7.1. */
    static final HeaderName ACCEPT_POST = HeaderNames.create("Accept-Post");

    private static final HeaderName SLUG = HeaderNames.create("Slug");
    private static final String FORM = "multipart/form-data";

    private ArrivalReading() {}

    /** What the header Accept-Post says: the media types that are read. */
    static String acceptPost() {
        return Stream.concat(Arrays.stream(RdfFormat.values()).map(RdfFormat::mediaType), Stream.of(FORM))
                .collect(Collectors.joining(", "));
    }

    /**
     * Reads the body.
     *
     * @param limit the most bytes it may have
     * @throws ProblemException if it is of a type that is not read, too long, or empty
     */
    static Arrival read(ServerRequest request, int limit) {
        Upload upload = Upload.read(request, limit, List.of(Upload.DATA));
        SentFile file = upload.data();
        return of(file, slug(request).orElse(file.name()), upload.parameters());
    }

    /** What a file is that came with some parameters. */
    static Arrival of(SentFile file, String name, Parameters parameters) {
        return new Arrival(
                name,
                file.format(),
                file.format().mediaType(),
                file.content(),
                parameters.one("corrects").map(String::strip).filter(id -> !id.isEmpty()));
    }

    /** The name in Slug (RFC 5023), for those who send neither a form nor Content-Disposition. */
    private static Optional<String> slug(ServerRequest request) {
        String slug = Asking.header(request, SLUG);
        try {
            return slug.isBlank() ? Optional.empty() : Optional.of(URLDecoder.decode(slug, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException brokenEncoding) {
            return Optional.of(slug);
        }
    }
}
