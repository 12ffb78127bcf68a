package org.w3id.urbis.loader.report;

import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.jena.graph.Node;

/** Writes JSON as it comes, so that a long report takes no more memory than a short one. */
final class Json {

    private static final JsonGeneratorFactory GENERATORS =
            jakarta.json.Json.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private Json() {}

    /** Writes one object and a line feed. */
    static void write(OutputStream out, Content content) throws IOException {
        try (JsonGenerator json = GENERATORS.createGenerator(new StaysOpen(out), StandardCharsets.UTF_8)) {
            json.writeStartObject();
            content.write(json);
            json.writeEnd();
        }
        out.write('\n');
    }

    /** A term as in SPARQL 1.1 Query Results JSON Format, section 3.2.2. */
    static void term(JsonGenerator json, String key, Node term) {
        json.writeStartObject(key);
        if (term.isURI()) {
            json.write("type", "uri").write("value", term.getURI());
        } else if (term.isBlank()) {
            json.write("type", "bnode").write("value", term.getBlankNodeLabel());
        } else {
            json.write("type", "literal").write("value", term.getLiteralLexicalForm());
            if (!term.getLiteralLanguage().isEmpty()) {
                json.write("xml:lang", term.getLiteralLanguage());
            } else {
                json.write("datatype", term.getLiteralDatatypeURI());
            }
        }
        json.writeEnd();
    }

    /** What stands in an object. */
    @FunctionalInterface
    interface Content {

        void write(JsonGenerator json);
    }

    /** Closing a generator closes what it writes to, which is not always wanted. */
    private static final class StaysOpen extends FilterOutputStream {

        StaysOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
