package org.w3id.urbis.loader.linking;

import java.util.Arrays;
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
import org.w3id.urbis.loader.source.Linkage;

/**
 * By what cities, their governments and organisations are recognised: whether a statement that comes or goes can make a
 * difference to a source that is linked with others.
 */
public final class Recognition {

    private static final Set<Node> NAMES = Set.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode());

    private final Graph before;
    private final String government;
    private final Set<Node> organizations;
    private final Set<Node> kinds;
    private final Set<Node> identifiers;
    private final Set<Node> lookedUp;
    private final Set<Node> reviewed;
    private final Set<Node> compared;
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
        this.organizations = terms(base, "Agency", "Organization");
        this.kinds = with(organizations, terms(base, "City", "Place"));
        this.identifiers = with(Set.of(SKOS.closeMatch.asNode()), terms(base, "abbreviation", "unSystemCode"));
        this.lookedUp = with(identifiers, with(Set.of(SKOS.exactMatch.asNode()), terms(base, "latitude")));
        this.reviewed = with(lookedUp, terms(base, "longitude"));
        this.compared = with(reviewed, terms(base, "country", "admin1Code", "population", "governs"));
        this.population = term(base, "population");
        this.value = term(base, "value");
    }

    private static Set<Node> with(Set<Node> some, Set<Node> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Node> terms(BaseIri base, String... names) {
        return Arrays.stream(names).map(name -> term(base, name)).collect(Collectors.toUnmodifiableSet());
    }

    private static Node term(BaseIri base, String name) {
        return NodeFactory.createURI(base.terms() + name);
    }

    /**
     * Tells whether a statement matters. What is looked for by a mapping has identifiers, and organisations have names; a
     * crosswalk is reviewed by positions too; all else is compared only where cities are matched.
     *
     * @param changed a statement that some source does not state any more, or did not state before
     * @param linkage how the source is linked
     * @return false if a source of that linkage would be linked just the same without it and with it
     */
    public boolean dependsOn(Quad changed, Linkage linkage) {
        Node thing = changed.getSubject();
        Node property = changed.getPredicate();
        if (linkage == Linkage.NONE) {
            return false;
        }
        if (facts(linkage).contains(property)) {
            return true;
        }
        if (property.equals(RDF.Nodes.type)) {
            return kinds.contains(changed.getObject())
                    || isOf(kinds, thing)
                    || identifiers.stream().anyMatch(each -> before.contains(thing, each, Node.ANY));
        }
        if (linkage != Linkage.MATCHED) {
            return NAMES.contains(property) && isOf(organizations, thing);
        }
        if (NAMES.contains(property)) {
            return thing.isURI() && thing.getURI().startsWith(government) || isOf(kinds, thing);
        }
        return property.equals(value) && before.contains(Node.ANY, population, thing);
    }

    private Set<Node> facts(Linkage linkage) {
        return switch (linkage) {
            case MATCHED -> compared;
            case CANDIDATES -> reviewed;
            default -> lookedUp;
        };
    }

    private boolean isOf(Set<Node> classes, Node thing) {
        return classes.stream().anyMatch(each -> before.contains(thing, RDF.Nodes.type, each));
    }
}
