package org.w3id.urbis.endpoint.sparql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.ontology.Urbis;
import org.w3id.urbis.shapes.Spelling;

/** The terms of the ontology and the members of the code lists that a revision declares, by what their IRIs begin with. */
final class DeclaredWords {
    private static final String CODE_LISTS = Urbis.ID + "code-list/";

    private final Map<String, Set<String>> names = new HashMap<>();

    private DeclaredWords() {}

    /** Collects those of a revision. */
    static DeclaredWords of(DatasetGraph dataset) {
        DeclaredWords words = new DeclaredWords();
        dataset.find(Node.ANY, Node.ANY, RDFS.isDefinedBy.asNode(), Node.ANY)
                .forEachRemaining(quad -> words.add(quad.getSubject(), Urbis.NS));
        dataset.find(Node.ANY, Node.ANY, SKOS.inScheme.asNode(), Node.ANY).forEachRemaining(quad -> {
            if (quad.getObject().isURI() && quad.getObject().getURI().startsWith(CODE_LISTS)) {
                words.add(quad.getSubject(), Urbis.ID);
            }
        });
        return words;
    }

    private void add(Node word, String space) {
        if (word.isURI() && word.getURI().startsWith(space)) {
            String iri = word.getURI();
            names.computeIfAbsent(namespace(iri), any -> new TreeSet<>()).add(name(iri));
        }
    }

    /** Whether an IRI begins like declared words, and is none of them. */
    boolean misses(String iri) {
        Set<String> known = names.get(namespace(iri));
        return known != null && !known.contains(name(iri));
    }

    /** The words that a missed one was probably meant to be, up to three. */
    List<String> nearest(String iri) {
        return Spelling.nearest(name(iri), names.getOrDefault(namespace(iri), Set.of())).stream()
                .map(namespace(iri)::concat)
                .toList();
    }

    private static String namespace(String iri) {
        return iri.substring(0, cut(iri));
    }

    private static String name(String iri) {
        return iri.substring(cut(iri));
    }

    private static int cut(String iri) {
        return Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1;
    }
}
