package org.w3id.urbis.endpoint.sparql.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.XSD;

/** Terms as N-Triples writes them, or with the short forms that Turtle has for numbers and booleans. */
final class TurtleTerms {
    private final Utf8Buffer out;
    private final boolean shortForms;
    private final BlankLabels labels = new BlankLabels();

    TurtleTerms(Utf8Buffer out, boolean shortForms) {
        this.out = out;
        this.shortForms = shortForms;
    }

    /** One term by itself. */
    static String string(Node term) {
        Utf8Buffer all = new Utf8Buffer(Integer.MAX_VALUE, full -> {
            throw new IllegalStateException("A term longer than any text can be");
        });
        try {
            new TurtleTerms(all, false).term(term);
        } catch (IOException never) {
            throw new IllegalStateException("A term that nobody takes", never);
        }
        return new String(all.rest(), StandardCharsets.UTF_8);
    }

    void term(Node term) throws IOException {
        if (term.isURI()) {
            iri(term.getURI());
        } else if (term.isLiteral()) {
            literal(term);
        } else if (term.isTripleTerm()) {
            Triple triple = term.getTriple();
            out.text("<<( ");
            term(triple.getSubject());
            out.write(' ');
            term(triple.getPredicate());
            out.write(' ');
            term(triple.getObject());
            out.text(" )>>");
        } else {
            out.text("_:");
            out.text(labels.of(term));
        }
    }

    void iri(String iri) throws IOException {
        out.write('<');
        out.escaped(iri, Escapes.IRI);
        out.write('>');
    }

    private void literal(Node literal) throws IOException {
        String text = literal.getLiteralLexicalForm();
        if (literal.getLiteralDatatype() == XSDDatatype.XSDstring) {
            quoted(text);
            return;
        }
        String language = literal.getLiteralLanguage();
        String datatype = literal.getLiteralDatatypeURI();
        if (shortForms && language.isEmpty() && hasShortForm(text, datatype)) {
            out.text(text);
            return;
        }
        quoted(text);
        if (!language.isEmpty()) {
            out.write('@');
            out.text(language);
            if (literal.getLiteralBaseDirection() != null) {
                out.text("--");
                out.text(literal.getLiteralBaseDirection().direction());
            }
        } else {
            out.text("^^");
            iri(datatype);
        }
    }

    private void quoted(String text) throws IOException {
        out.write('"');
        out.escaped(text, Escapes.TURTLE);
        out.write('"');
    }

    /** Whether Turtle would read the bare text as a literal of just this datatype. RDF 1.1 Turtle, productions 19 to 21. */
    private static boolean hasShortForm(String text, String datatype) {
        if (datatype.equals(XSD.xboolean.getURI())) {
            return text.equals("true") || text.equals("false");
        }
        int at = !text.isEmpty() && (text.charAt(0) == '+' || text.charAt(0) == '-') ? 1 : 0;
        int afterWhole = digits(text, at);
        if (datatype.equals(XSD.integer.getURI())) {
            return afterWhole > at && afterWhole == text.length();
        }
        boolean point = afterWhole < text.length() && text.charAt(afterWhole) == '.';
        int afterPart = point ? digits(text, afterWhole + 1) : afterWhole;
        boolean part = point && afterPart > afterWhole + 1;
        if (datatype.equals(XSD.decimal.getURI())) {
            return part && afterPart == text.length();
        }
        return datatype.equals(XSD.xdouble.getURI()) && (afterWhole > at || part) && isExponent(text, afterPart);
    }

    private static boolean isExponent(String text, int from) {
        if (from >= text.length() || Character.toLowerCase(text.charAt(from)) != 'e') {
            return false;
        }
        int at = from + 1;
        if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            at++;
        }
        return at < text.length() && digits(text, at) == text.length();
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
