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
final class JsonLdLines implements SubjectText {

    /** Whole numbers that JSON writes as XML Schema does. */
    private static final Pattern PLAIN_INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,14}");

    private final PrefixMap prefixes = PrefixMapFactory.createForOutput();
    private final Map<String, String> context;
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
        context.forEach(prefixes::add);
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
                .append(quoted(iri(graph, isShort)))
                .append(",\"@graph\":[{\"@id\":")
                .append(quoted(iri(quads.getFirst().getSubject(), isShort)));
        Map<Node, List<Node>> values = new LinkedHashMap<>();
        quads.forEach(quad -> values.computeIfAbsent(quad.getPredicate(), any -> new ArrayList<>())
                .add(quad.getObject()));
        values.forEach((property, objects) -> writeValues(property, objects, isShort));
        line.append("}]}");
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
}
