package org.w3id.urbis.loader.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.shapes.Spelling;

/**
 * The terms of the vocabularies of others that our files use, so that a misspelt one can be told. A vocabulary may grow;
 * so a term is only called misspelt if one that is known is a few keystrokes away.
 */
final class ForeignTerms {

    private static final Map<String, Set<String>> NAMES = Map.of(
            SKOS.getURI(), TermNames.of(SKOS.class, SKOS.getURI()),
            DCTerms.getURI(), TermNames.of(DCTerms.class, DCTerms.getURI()),
            RDF.getURI(), TermNames.of(RDF.class, RDF.getURI()),
            RDFS.getURI(), TermNames.of(RDFS.class, RDFS.getURI()),
            OWL2.getURI(), TermNames.of(OWL2.class, OWL2.getURI()));

    private ForeignTerms() {}

    /** Finds the terms that a misspelt one was probably meant to be; empty if it is known or none is near. */
    static List<String> meant(String iri) {
        Optional<String> namespace =
                NAMES.keySet().stream().filter(iri::startsWith).findFirst();
        if (namespace.isEmpty()) {
            return List.of();
        }
        String local = iri.substring(namespace.get().length());
        Set<String> known = NAMES.get(namespace.get());
        // The members of containers, rdf:_1 and so on, are without end.
        return known.contains(local) || local.startsWith("_")
                ? List.of()
                : Spelling.nearest(local, known).stream()
                        .map(namespace.get()::concat)
                        .toList();
    }
}
