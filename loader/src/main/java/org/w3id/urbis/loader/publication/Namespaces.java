package org.w3id.urbis.loader.publication;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.riot.system.PrefixMapStd;

/** Shortens IRIs as Jena does, which goes through all namespaces of those that none shortens: these are told apart first. */
final class Namespaces extends PrefixMapStd {

    private final Set<String> usual = new HashSet<>();
    private final List<String> others = new ArrayList<>();

    Namespaces(Map<String, String> namespaces) {
        namespaces.forEach((prefix, namespace) -> {
            add(prefix, namespace);
            if (namespace.endsWith("/") || namespace.endsWith("#")) {
                usual.add(namespace);
            } else {
                others.add(namespace);
            }
        });
    }

    @Override
    public Pair<String, String> abbrev(String iri) {
        // What is left of an IRI has neither of the two, so that a usual namespace ends at the last of them.
        String end = iri.substring(0, Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
        return usual.contains(end) || others.stream().anyMatch(iri::startsWith) ? super.abbrev(iri) : null;
    }
}
