package org.w3id.urbis.endpoint.upload;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3id.urbis.endpoint.exchange.Asking;
import org.w3id.urbis.endpoint.exchange.Parameters;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;

/**
 * The files of a request.
 *
 * @param files      by the names of fields in the order sent; a body that is no form is the one file of the field
 *                   {@link #DATA}
 * @param parameters those of the query string, and the fields of the form that are no files
 */
public record Upload(Map<String, List<SentFile>> files, Parameters parameters) {

    /** The field of the file that it is all about. */
    public static final String DATA = "data";

    /** The field of a file that somebody chose in place of {@link #DATA}, whose text may stand in the same form. */
    public static final String FILE = "file";

    private static final String FORM = "multipart/form-data";

    /** What a pasted text is if nobody says so. */
    private static final String USUAL_TYPE = "text/turtle";

    /** Copies the files. */
    public Upload {
        Map<String, List<SentFile>> copy = new LinkedHashMap<>();
        files.forEach((field, sent) -> copy.put(field, List.copyOf(sent)));
        files = copy;
    }

    /**
     * Reads a request to its end.
     *
     * @param limit      the most bytes the body may have, before and after inflating
     * @param fileFields the fields of a form that are files; a form may hold the same as text, whose media type is Turtle,
     *                   or for {@link #DATA} what the field {@code type} says; if that says {@code auto}, the name of a
     *                   file tells, or what stands in it
     * @throws ProblemException if it is too long (413), of no type that is read (415), or no well-formed form (400)
     */
    public static Upload read(ServerRequest request, int limit, List<String> fileFields) {
        Parameters query = Asking.parameters(request);
        HeaderParameters type = HeaderParameters.of(Asking.header(request, HeaderNames.CONTENT_TYPE));
        if (!type.value().equals(FORM)) {
            Optional<String> name = query.one("name").or(() -> dispositionName(request));
            byte[] body = BodyBytes.read(request, limit);
            if (body.length == 0) {
                throw nothing();
            }
            SentFile file = SentText.file(Asking.header(request, HeaderNames.CONTENT_TYPE), name, body);
            return new Upload(Map.of(DATA, List.of(file)), query);
        }
        String boundary = type.find("boundary").filter(text -> !text.isEmpty()).orElseThrow(() -> Problem.of(
                        ProblemType.BAD_REQUEST, "The type " + FORM + " comes without its parameter \"boundary\".")
                .exception());
        return form(query, MultipartForm.parts(BodyBytes.read(request, limit), boundary), fileFields);
    }

    /** The media types of files that are read. */
    public static List<String> mediaTypes() {
        return SentText.mediaTypes();
    }

    /**
     * The one file it is all about: the one that somebody chose, else the data.
     *
     * @throws ProblemException if there is none, or more than one
     */
    public SentFile data() {
        List<SentFile> data = files.getOrDefault(files.containsKey(FILE) ? FILE : DATA, List.of());
        if (data.isEmpty()) {
            throw nothing();
        }
        if (data.size() > 1) {
            throw Problem.of(
                            ProblemType.BAD_REQUEST, "The form has several files \"" + DATA + "\". Send one at a time.")
                    .exception();
        }
        return data.getFirst();
    }

    /** The files of another field; empty if there is none. */
    public List<SentFile> all(String field) {
        return files.getOrDefault(field, List.of());
    }

    private static Upload form(Parameters query, List<MultipartForm.Part> parts, List<String> fileFields) {
        Set<String> ofFiles = new HashSet<>(fileFields);
        ofFiles.add(FILE);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        query.values().forEach((name, values) -> fields.put(name, new ArrayList<>(values)));
        parts.stream().filter(part -> !ofFiles.contains(part.name())).forEach(part -> fields.computeIfAbsent(
                        part.name(), any -> new ArrayList<>())
                .add(new String(part.content(), StandardCharsets.UTF_8)));
        Parameters parameters = new Parameters(fields);
        Map<String, List<SentFile>> files = new LinkedHashMap<>();
        for (MultipartForm.Part part : parts) {
            // A browser sends a field for a file that nobody chose.
            if (ofFiles.contains(part.name()) && part.content().length > 0) {
                files.computeIfAbsent(part.name(), any -> new ArrayList<>()).add(file(part, parameters));
            }
        }
        return new Upload(files, parameters);
    }

    private static SentFile file(MultipartForm.Part part, Parameters parameters) {
        if (parameters.one("type").filter(GuessedFormat.ASKED_FOR::equals).isPresent()) {
            return SentText.guessed(
                    part.contentType(), part.fileName().or(() -> parameters.one("name")), part.content());
        }
        if (part.fileName().isPresent()) {
            return SentText.file(part.contentType(), part.fileName(), part.content());
        }
        String stated = part.contentType().startsWith("text/plain") ? "" : part.contentType();
        boolean isData = part.name().equals(DATA);
        String type =
                !stated.isEmpty() ? stated : isData ? parameters.one("type").orElse(USUAL_TYPE) : USUAL_TYPE;
        return SentText.file(type, isData ? parameters.one("name") : Optional.empty(), part.content());
    }

    private static Optional<String> dispositionName(ServerRequest request) {
        return HeaderParameters.of(Asking.header(request, HeaderNames.CONTENT_DISPOSITION))
                .find("filename");
    }

    private static ProblemException nothing() {
        return Problem.of(
                        ProblemType.BAD_REQUEST,
                        "No file was sent. Send it as the body, or in a form of type " + FORM + " as \"" + DATA + "\".")
                .exception();
    }
}
