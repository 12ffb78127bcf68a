package org.w3id.urbis.loader.publication;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/**
 * Writes a dataset as JSON-LD while its statements come by, sorted by subject: one line for what one graph says of one
 * subject. All lines together are one document; each by itself, without the comma at its end, is one too once it has the
 * context of the first line.
 *
 * @see <a href="https://www.w3.org/TR/json-ld11/">JSON-LD 1.1</a>
 */
final class JsonLdLines {

    /** Whole numbers that JSON writes as XML Schema does. */
    private static final Pattern PLAIN_INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,14}");

    private final OutputStream out;
    private final PrefixMap prefixes = PrefixMapFactory.createForOutput();
    private final Map<String, String> context;
    private final StringBuilder line = new StringBuilder();
    private final List<Quad> subject = new ArrayList<>();
    private boolean isFirst = true;

    /**
     * Begins the document.
     *
     * @param namespaces what IRIs are shortened by
     */
    JsonLdLines(OutputStream out, Map<String, String> namespaces) {
        this.out = out;
        // A namespace that ends otherwise is no prefix in JSON-LD.
        this.context = namespaces.entrySet().stream()
                .filter(entry -> entry.getValue().matches(".*[/#]"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
        context.forEach(prefixes::add);
        line.append("{\"@context\":{");
        String comma = "";
        for (Map.Entry<String, String> entry : context.entrySet()) {
            line.append(comma).append(quoted(entry.getKey())).append(':').append(quoted(entry.getValue()));
            comma = ",";
        }
        line.append("},\"@graph\":[\n");
        flush();
    }

    /** Takes the next statement. */
    void add(Quad quad) {
        if (!subject.isEmpty() && !subject.getFirst().getSubject().equals(quad.getSubject())) {
            writeSubject();
        }
        subject.add(quad);
    }

    /** Ends the document, which is not whole before. */
    void end() {
        writeSubject();
        line.append(isFirst ? "]}\n" : "\n]}\n");
        flush();
    }

    private void writeSubject() {
        Map<Node, List<Quad>> byGraph = new LinkedHashMap<>();
        subject.forEach(quad -> byGraph.computeIfAbsent(quad.getGraph(), any -> new ArrayList<>())
                .add(quad));
        byGraph.forEach(this::writeLine);
        subject.clear();
    }

    private void writeLine(Node graph, List<Quad> quads) {
        line.append(isFirst ? "" : ",\n");
        isFirst = false;
        // An IRI whose scheme is spelled like a prefix would be taken apart: such a line stands without the context.
        boolean isShort = quads.stream().noneMatch(this::looksShortened);
        line.append(isShort ? "{\"@id\":" : "{\"@context\":null,\"@id\":")
                .append(quoted(iri(graph, isShort)))
                .append(",\"@graph\":[{\"@id\":")
                .append(quoted(iri(quads.getFirst().getSubject(), isShort)));
        Map<Node, List<Node>> values = new LinkedHashMap<>();
        quads.forEach(quad -> values.computeIfAbsent(quad.getPredicate(), any -> new ArrayList<>())
                .add(quad.getObject()));
        values.forEach((property, objects) -> writeValues(property, objects, isShort));
        line.append("}]}");
        flush();
    }

    private void writeValues(Node property, List<Node> objects, boolean isShort) {
        boolean isType = property.equals(RDF.type.asNode()) && objects.stream().allMatch(Node::isURI);
        line.append(',')
                .append(quoted(isType ? "@type" : iri(property, isShort)))
                .append(":[");
        String comma = "";
        for (Node object : objects) {
            line.append(comma);
            comma = ",";
            if (isType) {
                line.append(quoted(iri(object, isShort)));
            } else {
                writeValue(object, isShort);
            }
        }
        line.append(']');
    }

    private void writeValue(Node object, boolean isShort) {
        if (object.isURI()) {
            line.append("{\"@id\":").append(quoted(iri(object, isShort))).append('}');
            return;
        }
        if (!object.isLiteral()) {
            throw new IllegalArgumentException("JSON-LD has no form for the value " + object);
        }
        String text = object.getLiteralLexicalForm();
        String type = object.getLiteralDatatypeURI();
        if (!object.getLiteralLanguage().isEmpty()) {
            line.append("{\"@value\":")
                    .append(quoted(text))
                    .append(",\"@language\":")
                    .append(quoted(object.getLiteralLanguage()))
                    .append('}');
        } else if (type.equals(XSDDatatype.XSDstring.getURI())) {
            line.append(quoted(text));
        } else if (isPlain(text, type)) {
            line.append(text);
        } else {
            line.append("{\"@value\":")
                    .append(quoted(text))
                    .append(",\"@type\":")
                    .append(quoted(isShort ? abbreviated(type) : type))
                    .append('}');
        }
    }

    private static boolean isPlain(String text, String type) {
        return type.equals(XSDDatatype.XSDinteger.getURI())
                        && PLAIN_INTEGER.matcher(text).matches()
                || type.equals(XSDDatatype.XSDboolean.getURI()) && (text.equals("true") || text.equals("false"));
    }

    private boolean looksShortened(Quad quad) {
        return looksShortened(quad.getGraph())
                || looksShortened(quad.getSubject())
                || looksShortened(quad.getPredicate())
                || looksShortened(quad.getObject());
    }

    private boolean looksShortened(Node node) {
        String iri = node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralDatatypeURI() : "";
        int colon = iri.indexOf(':');
        return colon > 0 && context.containsKey(iri.substring(0, colon)) && !iri.startsWith("//", colon + 1);
    }

    private String iri(Node node, boolean isShort) {
        return isShort ? abbreviated(node.getURI()) : node.getURI();
    }

    private String abbreviated(String iri) {
        // What would begin with two slashes behind the colon is an IRI to JSON-LD.
        return Optional.ofNullable(prefixes.abbreviate(iri))
                .filter(shortened -> !shortened.contains("://"))
                .orElse(iri);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character < ' ') {
                quoted.append(String.format("\\u%04x", (int) character));
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }

    private void flush() {
        try {
            out.write(line.toString().getBytes(StandardCharsets.UTF_8));
            line.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write JSON-LD", e);
        }
    }
}
