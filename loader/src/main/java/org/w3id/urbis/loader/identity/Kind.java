package org.w3id.urbis.loader.identity;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/** The word in the middle of a minted name: what sort of thing it is. */
final class Kind {

    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^a-z0-9]+");
    private static final String LIST = "list";

    private Kind() {}

    /** The kind by class, for a node that has one or is a cell of a list. */
    static Optional<String> ofClass(Collection<Quad> content) {
        if (content.stream().anyMatch(quad -> quad.getPredicate().equals(RDF.Nodes.first))) {
            return Optional.of(LIST);
        }
        return content.stream()
                .filter(quad -> quad.getPredicate().equals(RDF.Nodes.type)
                        && quad.getObject().isURI())
                .map(quad -> quad.getObject().getURI())
                .min((one, other) -> one.startsWith(BaseIri.URBIS.value()) == other.startsWith(BaseIri.URBIS.value())
                        ? one.compareTo(other)
                        : one.startsWith(BaseIri.URBIS.value()) ? -1 : 1)
                .map(Kind::dashed);
    }

    /** The kind by the property that points to a node. */
    static String ofProperty(Node property) {
        String dashed = dashed(property.getURI());
        return dashed.startsWith("has-")
                ? dashed.substring(4)
                : dashed.startsWith("is-") ? dashed.substring(3) : dashed;
    }

    private static String dashed(String iri) {
        String local = iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
        String dashed = WORD_START.matcher(local).replaceAll("-").toLowerCase(Locale.ROOT);
        String word = NOT_A_WORD.matcher(dashed).replaceAll("-").replaceAll("^-|-$", "");
        return word.isEmpty() ? "node" : word;
    }
}
