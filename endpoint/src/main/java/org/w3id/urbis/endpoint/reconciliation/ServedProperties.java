package org.w3id.urbis.endpoint.reconciliation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.endpoint.description.KnownPrefixes;
import org.w3id.urbis.ontology.Urbis;

/** The properties of other vocabularies that things of the graph have, which the graph itself does not describe. */
final class ServedProperties {

    /** Their English names, by IRI. */
    static final Map<String, String> OTHERS = others();

    private ServedProperties() {}

    private static Map<String, String> others() {
        Map<String, String> others = new LinkedHashMap<>();
        others.put(SKOS.prefLabel.getURI(), "name");
        others.put(SKOS.altLabel.getURI(), "other name");
        others.put(SKOS.notation.getURI(), "code");
        others.put(DCTerms.identifier.getURI(), "identifier");
        others.put(SKOS.exactMatch.getURI(), "the same elsewhere");
        others.put(SKOS.closeMatch.getURI(), "much the same elsewhere");
        others.put(OWL.sameAs.getURI(), "same as");
        others.put(DCTerms.description.getURI(), "description");
        others.put(Terms.LAT_LONG, "latitude and longitude, with a comma between");
        others.put(Terms.TYPE, "type");
        return others;
    }

    /**
     * The IRI of a property that a client names.
     *
     * @param id its IRI, also with a usual prefix, such as {@code skos:closeMatch}, or the end of an IRI of ours, such as
     *           {@code country}
     */
    static String iri(String id) {
        String stripped = id.strip();
        int colon = stripped.indexOf(':');
        if (colon >= 0) {
            String namespace = KnownPrefixes.NAMESPACES.get(stripped.substring(0, colon));
            boolean whole = namespace == null || stripped.startsWith("//", colon + 1);
            return whole ? stripped : namespace + stripped.substring(colon + 1);
        }
        return OTHERS.keySet().stream()
                .filter(iri -> iri.endsWith("#" + stripped) || iri.endsWith("/" + stripped))
                .findFirst()
                .orElse(Urbis.NS + stripped);
    }
}
