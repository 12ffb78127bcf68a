package org.w3id.urbis.endpoint.submission;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.loader.Reception.Arrival;
import org.w3id.urbis.loader.validation.RdfFormat;

/** Reads the file that a request brings. */
final class ArrivalReading {
    /** Says what may be posted. Linked Data Platform 1.0, section 7.1. */
    static final HeaderName ACCEPT_POST = HeaderNames.create("Accept-Post");

    private static final HeaderName SLUG = HeaderNames.create("Slug");
    private static final Pattern FILE_NAME = Pattern.compile("filename\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))");
    private static final String NO_TYPE = "application/octet-stream";

    private ArrivalReading() {}

    /** The media types that are read. */
    static List<String> mediaTypes() {
        return Arrays.stream(RdfFormat.values()).map(RdfFormat::mediaType).toList();
    }

    /**
     * Reads the body.
     *
     * @throws ProblemException if it is of a type that is not read, or empty
     */
    static Arrival read(ServerRequest request, ServerResponse response) {
        Parameters parameters = Asking.parameters(request);
        Optional<String> name = parameters.one("name").or(() -> name(request)).filter(given -> !given.isBlank());
        String type = Asking.bodyType(request);
        Optional<RdfFormat> format = type.isEmpty() || type.equals(NO_TYPE)
                ? name.flatMap(RdfFormat::ofFileName)
                : RdfFormat.ofMediaType(type);
        RdfFormat known = format.orElseThrow(() -> unsupported(response, type));
        return new Arrival(
                name.orElse("entry" + known.ending()),
                known,
                known.mediaType(),
                request.content().as(byte[].class),
                parameters.one("corrects").filter(id -> !id.isBlank()));
    }

    /** The name in Content-Disposition (RFC 6266), or in Slug (RFC 5023). */
    private static Optional<String> name(ServerRequest request) {
        Matcher disposition = FILE_NAME.matcher(Asking.header(request, HeaderNames.CONTENT_DISPOSITION));
        if (disposition.find()) {
            return Optional.of(disposition.group(1) == null ? disposition.group(2) : disposition.group(1));
        }
        String slug = Asking.header(request, SLUG);
        try {
            return slug.isEmpty() ? Optional.empty() : Optional.of(URLDecoder.decode(slug, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException brokenEncoding) {
            return Optional.of(slug);
        }
    }

    private static ProblemException unsupported(ServerResponse response, String type) {
        response.header(ACCEPT_POST, String.join(", ", mediaTypes()));
        return Problem.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        (type.isEmpty()
                                        ? "The header Content-Type is missing"
                                        : "Files of type " + type + " are not read")
                                + ", and no name of a file tells the format either. Send the file as one of these"
                                + " types.")
                .with("available", mediaTypes())
                .exception();
    }
}
