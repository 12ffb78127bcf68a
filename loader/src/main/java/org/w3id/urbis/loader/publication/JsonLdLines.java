package org.w3id.urbis.loader.publication;

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
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/**
 * Writes a dataset as JSON-LD while its statements come by, sorted by subject: one line for what one graph says of one
 * subject. All lines together are one document; each by itself, without the comma at its end, is one too once it has the
 * context of the first line.
 *
 * @see <a href="https://www.w3.org/TR/json-ld11/">JSON-LD 1.1</a>
 */
final class JsonLdLines implements SubjectText {

    /** Whole numbers that JSON writes as XML Schema does. */
    private static final Pattern PLAIN_INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,14}");

    private final Namespaces prefixes;
    private final Map<String, String> context;
    /** IRIs in quotation marks, shortened and not. */
    private final KeptTexts shortened = new KeptTexts(iri -> quoted(abbreviated(iri)));

    private final KeptTexts whole = new KeptTexts(JsonLdLines::quoted);
    private final StringBuilder line = new StringBuilder();

    /**
     * Prepares.
     *
     * @param namespaces what IRIs are shortened by
     */
    JsonLdLines(Map<String, String> namespaces) {
        // A namespace that ends otherwise is no prefix in JSON-LD.
        this.context = namespaces.entrySet().stream()
                .filter(entry -> entry.getValue().matches(".*[/#]"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
        this.prefixes = new Namespaces(context);
    }

    @Override
    public String head() {
        return context.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ":" + quoted(entry.getValue()))
                .collect(Collectors.joining(",", "{\"@context\":{", "},\"@graph\":[\n"));
    }

    @Override
    public String between() {
        return ",\n";
    }

    @Override
    public String tail() {
        return "\n]}\n";
    }

    @Override
    public byte[] of(List<Quad> subject) {
        Map<Node, List<Quad>> byGraph = new LinkedHashMap<>();
        subject.forEach(quad -> byGraph.computeIfAbsent(quad.getGraph(), any -> new ArrayList<>())
                .add(quad));
        line.setLength(0);
        byGraph.forEach(this::writeLine);
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void writeLine(Node graph, List<Quad> quads) {
        line.append(line.isEmpty() ? "" : between());
        // An IRI whose scheme is spelled like a prefix would be taken apart: such a line stands without the context.
        boolean isShort = quads.stream().noneMatch(this::looksShortened);
        line.append(isShort ? "{\"@id\":" : "{\"@context\":null,\"@id\":")
                .append(iri(graph, isShort))
                .append(",\"@graph\":[{\"@id\":")
                .append(iri(quads.getFirst().getSubject(), isShort));
        Map<Node, List<Node>> values = new LinkedHashMap<>();
        quads.forEach(quad -> values.computeIfAbsent(quad.getPredicate(), any -> new ArrayList<>())
                .add(quad.getObject()));
        values.forEach((property, objects) -> writeValues(property, objects, isShort));
        line.append("}]}");
    }

    private void writeValues(Node property, List<Node> objects, boolean isShort) {
        boolean isType = property.equals(RDF.type.asNode()) && objects.stream().allMatch(Node::isURI);
        line.append(',').append(isType ? "\"@type\"" : iri(property, isShort)).append(":[");
        String comma = "";
        for (Node object : objects) {
            line.append(comma);
            comma = ",";
            if (isType) {
                line.append(iri(object, isShort));
            } else {
                writeValue(object, isShort);
            }
        }
        line.append(']');
    }

    private void writeValue(Node object, boolean isShort) {
        if (object.isURI()) {
            line.append("{\"@id\":").append(iri(object, isShort)).append('}');
            return;
        }
        if (!object.isLiteral()) {
            throw new IllegalArgumentException("JSON-LD has no form for the value " + object);
        }
        String text = object.getLiteralLexicalForm();
        String type = object.getLiteralDatatypeURI();
        if (!object.getLiteralLanguage().isEmpty()) {
            appendQuoted(text, line.append("{\"@value\":"));
            line.append(",\"@language\":")
                    .append(whole.of(object.getLiteralLanguage()))
                    .append('}');
        } else if (type.equals(XSDDatatype.XSDstring.getURI())) {
            appendQuoted(text, line);
        } else if (isPlain(text, type)) {
            line.append(text);
        } else {
            appendQuoted(text, line.append("{\"@value\":"));
            line.append(",\"@type\":").append(iri(type, isShort)).append('}');
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
        return colon > 0 && !iri.startsWith("//", colon + 1) && context.containsKey(iri.substring(0, colon));
    }

    private String iri(Node node, boolean isShort) {
        return iri(node.getURI(), isShort);
    }

    private String iri(String iri, boolean isShort) {
        return (isShort ? shortened : whole).of(iri);
    }

    private String abbreviated(String iri) {
        // What would begin with two slashes behind the colon is an IRI to JSON-LD.
        return Optional.ofNullable(prefixes.abbreviate(iri))
                .filter(shortened -> !shortened.contains("://"))
                .orElse(iri);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2);
        appendQuoted(text, quoted);
        return quoted.toString();
    }

    private static void appendQuoted(String text, StringBuilder quoted) {
        quoted.append('"');
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
        quoted.append('"');
    }
}
