package org.w3id.urbis.loader.linking;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.loader.identity.BaseIri;

/**
 * By what cities, their governments and organisations are recognised: whether a statement that comes or goes can make a
 * difference to a source that is linked with others.
 */
public final class Recognition {

    private static final Set<Node> NAMES = Set.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode());

    private final Graph before;
    private final String government;
    private final Set<Node> kinds;
    private final Set<Node> identifiers;
    private final Set<Node> facts;
    private final Node population;
    private final Node value;

    /**
     * Makes it.
     *
     * @param base   the base IRI
     * @param before all that sources stated when they were linked
     */
    public Recognition(BaseIri base, Graph before) {
        this.before = before;
        this.government = base.thing("government", "").getURI();
        this.kinds = terms(base, "City", "Place", "Agency", "Organization");
        this.identifiers = Stream.concat(
                        Stream.of(SKOS.closeMatch.asNode()), terms(base, "abbreviation", "unSystemCode").stream())
                .collect(Collectors.toUnmodifiableSet());
        this.facts = Stream.concat(
                        Stream.of(SKOS.exactMatch.asNode()),
                        Stream.concat(
                                identifiers.stream(),
                                terms(base, "country", "latitude", "longitude", "population", "governs").stream()))
                .collect(Collectors.toUnmodifiableSet());
        this.population = term(base, "population");
        this.value = term(base, "value");
    }

    private static Set<Node> terms(BaseIri base, String... names) {
        return Stream.of(names).map(name -> term(base, name)).collect(Collectors.toUnmodifiableSet());
    }

    private static Node term(BaseIri base, String name) {
        return NodeFactory.createURI(base.terms() + name);
    }

    /**
     * Tells whether a statement matters.
     *
     * @param changed a statement that some source does not state any more, or did not state before
     * @return false if every source would be linked just the same without it and with it
     */
    public boolean dependsOn(Quad changed) {
        Node thing = changed.getSubject();
        Node property = changed.getPredicate();
        if (facts.contains(property)) {
            return true;
        }
        if (property.equals(RDF.Nodes.type)) {
            return kinds.contains(changed.getObject())
                    || isOfKind(thing)
                    || identifiers.stream().anyMatch(each -> before.contains(thing, each, Node.ANY));
        }
        if (NAMES.contains(property)) {
            return thing.isURI() && thing.getURI().startsWith(government) || isOfKind(thing);
        }
        return property.equals(value) && before.contains(Node.ANY, population, thing);
    }

    private boolean isOfKind(Node thing) {
        return kinds.stream().anyMatch(kind -> before.contains(thing, RDF.Nodes.type, kind));
    }
}
