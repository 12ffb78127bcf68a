package org.w3id.urbis.loader.publication;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/**
 * Writes one graph as Turtle, a block of lines for each subject, byte for byte as Jena does, {@link RDFFormat#TURTLE_BLOCKS}, but
 * without counting columns character by character.
 */
final class TurtleBlocks implements SubjectText {

    private static final int INDENT = 8;
    /** Behind a longer subject the line ends. */
    private static final int LONG_SUBJECT = 20;

    private static final int SHORT_PROPERTY = 6;
    /** Longer properties do not move the values of others. */
    private static final int LONG_PROPERTY = 30;

    private static final int GAP = 2;

    private final Namespaces namespaces;
    private final boolean isTypeShort;
    private final StringBuilder text = new StringBuilder();
    private final TurtleTerms terms;
    private final Map<Node, Integer> widths = new HashMap<>();
    private final String head;
    private boolean isBegun;
    /** Where the line begins that is being written. */
    private int line;

    /**
     * Prepares.
     *
     * @param namespaces what IRIs are shortened by
     */
    TurtleBlocks(Map<String, String> namespaces) {
        this.namespaces = new Namespaces(namespaces);
        this.isTypeShort = !namespaces.containsValue(RDF.getURI());
        this.terms = new TurtleTerms(text, this.namespaces);
        this.head = head(namespaces);
        this.isBegun = !head.isEmpty();
    }

    private static String head(Map<String, String> namespaces) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        StreamRDF turtle = StreamRDFWriter.getWriterStream(written, RDFFormat.TURTLE_BLOCKS);
        turtle.start();
        namespaces.forEach(turtle::prefix);
        turtle.finish();
        return written.toString(StandardCharsets.UTF_8);
    }

    @Override
    public String head() {
        return head;
    }

    @Override
    public byte[] of(List<Quad> subject) {
        text.setLength(0);
        if (isBegun) {
            text.append('\n');
        }
        isBegun = true;
        line = text.length();
        terms.append(subject.getFirst().getSubject());
        if (text.length() - line > LONG_SUBJECT) {
            endLine("\n");
        } else {
            padTo(text.length() - line + GAP);
        }
        int width = subject.stream()
                .mapToInt(quad -> width(quad.getPredicate()))
                .filter(wide -> wide <= LONG_PROPERTY)
                .reduce(SHORT_PROPERTY, Math::max);
        String end = "";
        for (Quad quad : subject) {
            endLine(end);
            end = ";\n";
            padTo(INDENT);
            appendProperty(quad.getPredicate());
            padTo(INDENT + width);
            padTo(text.length() - line + GAP);
            terms.append(quad.getObject());
        }
        return text.append(" .\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void endLine(String end) {
        text.append(end);
        if (!end.isEmpty()) {
            line = text.length();
        }
    }

    private void padTo(int column) {
        text.repeat(' ', Math.max(0, column - (text.length() - line)));
    }

    private void appendProperty(Node property) {
        if (isTypeShort && property.equals(RDF.type.asNode())) {
            text.append('a');
        } else {
            terms.append(property);
        }
    }

    private int width(Node property) {
        return widths.computeIfAbsent(property, any -> {
            String shortened = namespaces.abbreviate(property.getURI());
            if (shortened == null) {
                return property.getURI().length() + 2;
            }
            return isTypeShort && property.equals(RDF.type.asNode()) ? 1 : shortened.length();
        });
    }

    @Override
    public String between() {
        return "";
    }

    @Override
    public String tail() {
        return "";
    }
}
