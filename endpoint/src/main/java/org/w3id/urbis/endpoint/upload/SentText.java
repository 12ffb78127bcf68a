package org.w3id.urbis.endpoint.upload;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.loader.validation.RdfFormat;

/** Tells what a body or a part of a form is: by its media type, else by its name. Formats that are read are listed here. */
final class SentText {

    /** Types that say nothing; programs send them for endings they do not know. */
    private static final List<String> UNSPECIFIC = List.of("", "application/octet-stream", "text/plain");

    private SentText() {}

    /**
     * Makes a file of bytes.
     *
     * @param contentType the header Content-Type; empty if there is none
     * @param name        the name it was sent with; empty if none was
     * @throws ProblemException if it is of no type that is read, or in an encoding that is not known (415)
     */
    static SentFile file(String contentType, Optional<String> name, byte[] content) {
        HeaderParameters type = HeaderParameters.of(contentType);
        Optional<String> plain = name.flatMap(SentFile::plainName);
        RdfFormat format = RdfFormat.ofMediaType(type.value())
                .or(() -> plain.filter(any -> UNSPECIFIC.contains(type.value())).flatMap(RdfFormat::ofFileName))
                .orElseThrow(() -> unknown(type.value(), plain));
        return new SentFile(
                plain.orElse("data" + format.ending()),
                format,
                type.find("charset")
                        .map(charset -> inUtf8(content, charset, format))
                        .orElse(content));
    }

    /** Makes a file of bytes whose type nobody states: its name tells, or what stands in it. */
    static SentFile guessed(String contentType, Optional<String> name, byte[] content) {
        Optional<String> plain = name.flatMap(SentFile::plainName);
        RdfFormat format = plain.flatMap(RdfFormat::ofFileName)
                .or(() -> RdfFormat.ofMediaType(HeaderParameters.of(contentType).value()))
                .orElseGet(() -> GuessedFormat.of(content));
        return new SentFile(plain.orElse("data" + format.ending()), format, content);
    }

    /** The media types that are read. */
    static List<String> mediaTypes() {
        return Arrays.stream(RdfFormat.values()).map(RdfFormat::mediaType).toList();
    }

    private static ProblemException unknown(String type, Optional<String> name) {
        String what = UNSPECIFIC.contains(type)
                ? "What was sent has no type"
                        + name.map(file -> ", and the ending of " + file + " tells none")
                                .orElse("")
                : "What was sent is of type " + type;
        return Problem.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        what + ". Say in Content-Type which of those it is that are read here, or send it with a file"
                                + " name that ends in one of " + String.join(" ", RdfFormat.allEndings()) + ".")
                .with("available", mediaTypes())
                .exception();
    }

    private static byte[] inUtf8(byte[] content, String charset, RdfFormat format) {
        try {
            Charset named = Charset.forName(charset);
            if (named.equals(StandardCharsets.UTF_8) || named.equals(StandardCharsets.US_ASCII)) {
                return content;
            }
            String text = new String(content, named);
            // The type says more than the document does of itself: RFC 7303, section 3.
            return (format == RdfFormat.RDF_XML ? text.replaceFirst("^\uFEFF?\\s*<\\?xml[^>]*\\?>", "") : text)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Problem.of(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE,
                            "No encoding is known by the name \"" + charset + "\". Send the file in UTF-8.")
                    .exception(e);
        }
    }
}
