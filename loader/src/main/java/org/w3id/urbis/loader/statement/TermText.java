package org.w3id.urbis.loader.statement;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.rio.helpers.NTriplesUtil;
import org.eclipse.rdf4j.rio.nquads.NQuadsWriter;

/**
 * Terms as Rio writes them in N-Quads, and back. What needs no escaping is written without its help.
 *
 * @see <a href="https://www.w3.org/TR/n-quads/">RDF 1.1 N-Quads</a>
 */
final class TermText {

    private static final ValueFactory VALUES = SimpleValueFactory.getInstance();
    private static final String STRING = "http://www.w3.org/2001/XMLSchema#string";

    private TermText() {}

    /** Lets Rio write one term. */
    private static final class TermWriter extends NQuadsWriter {
        private final StringWriter text;

        TermWriter(StringWriter text) {
            super(text);
            this.text = text;
            startRDF();
        }

        String written(Value value) {
            try {
                writeValue(value);
                return text.toString();
            } catch (IOException e) {
                throw new UncheckedIOException("Memory refuses text", e);
            }
        }
    }

    /** The text of a term, in UTF-8. */
    static byte[] of(Node term) {
        if (term.isURI()) {
            String iri = term.getURI();
            return isPlain(iri) ? bytes("<" + iri + ">") : byRio(VALUES.createIRI(iri));
        }
        if (term.isBlank()) {
            return byRio(VALUES.createBNode(term.getBlankNodeLabel()));
        }
        String label = term.getLiteralLexicalForm();
        String language = term.getLiteralLanguage();
        String datatype = term.getLiteralDatatypeURI();
        if (isPlain(label) && isPlain(language) && isPlain(datatype)) {
            String quoted = "\"" + label + "\"";
            if (!language.isEmpty()) {
                return bytes(quoted + "@" + language);
            }
            return bytes(datatype.equals(STRING) ? quoted : quoted + "^^<" + datatype + ">");
        }
        return byRio(
                language.isEmpty()
                        ? VALUES.createLiteral(label, VALUES.createIRI(datatype))
                        : VALUES.createLiteral(label, language));
    }

    private static byte[] byRio(Value value) {
        return new TermWriter(new StringWriter()).written(value).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String plain) {
        return plain.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether a text has only printable characters of ASCII, and none that could have to be escaped. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\' || c == '<' || c == '>') {
                return false;
            }
        }
        return true;
    }

    /** Reads what {@link #of(Node)} wrote. */
    static Node read(byte[] written) {
        String text = new String(written, StandardCharsets.UTF_8);
        return switch (text.charAt(0)) {
            case '<' -> NodeFactory.createURI(plain(text.substring(1, text.length() - 1)));
            case '_' -> NodeFactory.createBlankNode(text.substring(2));
            default -> literal(text);
        };
    }

    private static Node literal(String text) {
        int end = text.lastIndexOf('"');
        String label = plain(text.substring(1, end));
        if (end == text.length() - 1) {
            return NodeFactory.createLiteralString(label);
        }
        if (text.charAt(end + 1) == '@') {
            return NodeFactory.createLiteralLang(label, text.substring(end + 2));
        }
        String datatype = plain(text.substring(end + 4, text.length() - 1));
        return NodeFactory.createLiteralDT(label, TypeMapper.getInstance().getSafeTypeByName(datatype));
    }

    private static String plain(String escaped) {
        return escaped.indexOf('\\') < 0 ? escaped : NTriplesUtil.unescapeString(escaped);
    }
}
