package org.w3id.urbis.endpoint.sparql.result;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.endpoint.negotiation.Representation;

/**
 * Writes triples one after the other, as they come: N-Triples, or Turtle whose neighbours share their subject.
 *
 * @see <a href="https://www.w3.org/TR/turtle/">RDF 1.1 Turtle</a>
 */
public final class TripleFormat {
    private final Utf8Buffer out;
    private final boolean turtle;
    private final TurtleTerms terms;
    private final Map<String, String> prefixes = new HashMap<>();
    private Node subject;
    private Node property;

    /**
     * Prepares for an answer.
     *
     * @param form {@link Representation#TURTLE} or {@link Representation#N_TRIPLES}
     * @param out  where the answer goes
     */
    public TripleFormat(Representation form, Utf8Buffer out) {
        this.out = out;
        this.turtle = form == Representation.TURTLE;
        this.terms = new TurtleTerms(out, turtle);
    }

    /** Whether a representation can be written triple by triple. */
    public static boolean writes(Representation form) {
        return form == Representation.TURTLE || form == Representation.N_TRIPLES;
    }

    /**
     * Writes what comes before the triples.
     *
     * @param namespaces namespaces by prefix, used in Turtle alone
     * @throws IOException if nobody wants the answer any more
     */
    public void begin(Map<String, String> namespaces) throws IOException {
        if (turtle) {
            for (Map.Entry<String, String> entry : new TreeMap<>(namespaces).entrySet()) {
                prefixes.put(entry.getValue(), entry.getKey());
                out.text("PREFIX " + entry.getKey() + ": ");
                terms.iri(entry.getValue());
                out.write('\n');
            }
        }
    }

    /** Writes a triple. */
    public void triple(Triple triple) throws IOException {
        if (turtle) {
            turtle(triple);
        } else {
            terms.term(triple.getSubject());
            out.write(' ');
            terms.term(triple.getPredicate());
            out.write(' ');
            terms.term(triple.getObject());
            out.text(" .\n");
        }
    }

    private void turtle(Triple triple) throws IOException {
        if (!triple.getSubject().equals(subject)) {
            out.text(subject == null ? "\n" : " .\n\n");
            subject = triple.getSubject();
            term(subject);
            out.write(' ');
            property(triple.getPredicate());
        } else if (triple.getPredicate().equals(property)) {
            out.text(", ");
        } else {
            out.text(" ;\n    ");
            property(triple.getPredicate());
        }
        term(triple.getObject());
    }

    private void property(Node predicate) throws IOException {
        property = predicate;
        if (predicate.equals(RDF.type.asNode())) {
            out.write('a');
        } else {
            term(predicate);
        }
        out.write(' ');
    }

    private void term(Node term) throws IOException {
        String iri = term.isURI() ? term.getURI() : "";
        int split = splitAt(iri);
        String prefix = split > 0 && split < iri.length() ? prefixes.get(iri.substring(0, split)) : null;
        if (prefix == null) {
            terms.term(term);
        } else {
            out.text(prefix);
            out.write(':');
            out.text(iri.substring(split));
        }
    }

    /** Where the plain local name at the end of an IRI begins; names that would need escapes are not looked for. */
    private static int splitAt(String iri) {
        int at = iri.length();
        while (at > 0 && isPlain(iri.charAt(at - 1))) {
            at--;
        }
        // A local name may begin with a letter, a digit or a low line, but not with a hyphen.
        return at < iri.length() && iri.charAt(at) == '-' ? 0 : at;
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
    }

    /** Writes what comes after the triples. */
    public void end() throws IOException {
        if (subject != null && turtle) {
            out.text(" .\n");
        }
    }
}
