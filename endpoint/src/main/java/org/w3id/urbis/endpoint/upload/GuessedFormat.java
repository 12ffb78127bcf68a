package org.w3id.urbis.endpoint.upload;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.w3id.urbis.loader.validation.RdfFormat;

/** Tells by what stands in a file of which format it is; Turtle where nothing speaks for another. */
final class GuessedFormat {

    /** What the field {@code type} of a form says if nobody wants to name the type. */
    static final String ASKED_FOR = "auto";

    /** The beginning says enough. */
    private static final int LOOKED_AT = 8_192;

    private static final Pattern TERM_LINE =
            Pattern.compile("(<[^>]*>|_:\\S+)\\s+<[^>]*>\\s+(<[^>]*>|_:\\S+|\"([^\"\\\\]|\\\\.)*\"\\S*)"
                    + "(?<graph>\\s+(<[^>]*>|_:\\S+))?\\s*\\.");
    private static final Pattern GRAPH_BLOCK =
            Pattern.compile("^\\s*(GRAPH\\s+)?(<[^>]*>|[\\w.-]*:[\\w./-]*)?\\s*\\{", Pattern.MULTILINE);
    private static final Pattern DIRECTIVE =
            Pattern.compile("^\\s*@?(prefix|base)\\s", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    private GuessedFormat() {}

    static RdfFormat of(byte[] content) {
        String text = new String(content, 0, Math.min(content.length, LOOKED_AT), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .strip();
        if (text.startsWith("<?xml") || text.startsWith("<rdf:RDF") || text.startsWith("<!DOCTYPE")) {
            return RdfFormat.RDF_XML;
        }
        boolean directives = DIRECTIVE.matcher(text).find();
        if (!directives && text.matches("(?s)(\\{\\s*[\"}]|\\[\\s*\\{).*")) {
            return RdfFormat.JSON_LD;
        }
        if (GRAPH_BLOCK.matcher(text).find()) {
            return RdfFormat.TRIG;
        }
        return directives ? RdfFormat.TURTLE : byLines(text);
    }

    private static RdfFormat byLines(String text) {
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .limit(2)
                .toList();
        var first = TERM_LINE.matcher(lines.isEmpty() ? "" : lines.getFirst());
        if (!first.matches()) {
            return RdfFormat.TURTLE;
        }
        return first.group("graph") == null ? RdfFormat.N_TRIPLES : RdfFormat.N_QUADS;
    }
}
