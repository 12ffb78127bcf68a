package org.w3id.urbis.loader.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.w3id.urbis.shapes.Spelling;

/**
 * Finds terms in the namespace of SHACL that SHACL does not have. Every engine passes over {@code sh:minCuont} without a
 * word, and judges as if it were not there.
 */
final class ShaclTerms {

    /** The local names of SHACL's terms, those of SHACL Advanced Features included. */
    private static final Set<String> NAMES = TermNames.of(SHACL.class, SHACL.getURI());

    private final Graph graph;
    private final ShapeFaults words;

    ShaclTerms(Graph graph, ShapeFaults words) {
        this.graph = graph;
        this.words = words;
    }

    /** Reports each statement that uses such a term. */
    List<Finding> unknown() {
        List<Finding> findings = new ArrayList<>();
        graph.find().forEachRemaining(triple -> {
            if (isUnknown(triple.getPredicate())) {
                findings.add(finding(triple, triple.getPredicate(), words.placeOfProperty(triple)));
            }
            if (isUnknown(triple.getObject())) {
                findings.add(finding(triple, triple.getObject(), words.place(triple)));
            }
        });
        return findings;
    }

    private Finding finding(Triple triple, Node term, Position place) {
        return Finding.of(
                        place,
                        Severity.WARNING,
                        Check.UNKNOWN_SHACL_TERM,
                        Wording.of("shapes.unknown-term", "term", words.name(term)))
                .about(triple)
                .with(Meant.of(Spelling.nearest(local(term), NAMES).stream()
                                .<Parameter>map(near -> new Parameter.Text("sh:" + near))
                                .toList())
                        .map(Fix::saying));
    }

    private static boolean isUnknown(Node node) {
        return node.isURI() && node.getURI().startsWith(SHACL.getURI()) && !NAMES.contains(local(node));
    }

    private static String local(Node node) {
        return node.getURI().substring(SHACL.getURI().length());
    }
}
