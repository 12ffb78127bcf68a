package org.w3id.urbis.loader.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    private static final Map<String, Class<?>> CONSTANTS = Map.of(
            SKOS.getURI(), SKOS.class,
            DCTerms.getURI(), DCTerms.class,
            RDF.getURI(), RDF.class,
            RDFS.getURI(), RDFS.class,
            OWL2.getURI(), OWL2.class);

    /** Listed when a term of the vocabulary is met first. */
    private static final Map<String, Set<String>> NAMES = new ConcurrentHashMap<>();

    private ForeignTerms() {}

    /** Finds the terms that a misspelt one was probably meant to be; empty if it is known or none is near. */
    static List<String> meant(String iri) {
        Optional<String> namespace =
                CONSTANTS.keySet().stream().filter(iri::startsWith).findFirst();
        if (namespace.isEmpty()) {
            return List.of();
        }
        String local = iri.substring(namespace.get().length());
        Set<String> known = NAMES.computeIfAbsent(namespace.get(), name -> TermNames.of(CONSTANTS.get(name), name));
        // The members of containers, rdf:_1 and so on, are without end.
        return known.contains(local) || local.startsWith("_")
                ? List.of()
                : Spelling.nearest(local, known).stream()
                        .map(namespace.get()::concat)
                        .toList();
    }
}
