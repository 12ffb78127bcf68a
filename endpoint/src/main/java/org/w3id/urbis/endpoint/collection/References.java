package org.w3id.urbis.endpoint.collection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.ontology.Urbis;

/**
 * Which things a value of a filter stands for: {@code https://…/c40}, {@code network/c40}, {@code c40}, {@code C40} or
 * {@code C40 Cities}.
 */
final class References {
    /** Codes by which things are known outside. */
    private static final List<Node> CODES = List.of(
            Kinds.term("iso3166Alpha2"),
            Kinds.term("iso3166Alpha3"),
            Kinds.term("m49Code"),
            Kinds.term("unSystemCode"),
            Kinds.term("abbreviation"),
            SKOS.notation.asNode());

    /** The path to the codes of a thing. */
    static final Path TO_CODES =
            CODES.stream().<Path>map(P_Link::new).reduce(P_Alt::new).orElseThrow();

    private static final List<Node> NAMES = List.of(SKOS.prefLabel.asNode());

    private final Graph graph;

    /** Looks things up in a graph. */
    References(Graph graph) {
        this.graph = graph;
    }

    /**
     * Finds the things that a value stands for.
     *
     * @param value  an absolute IRI; or an IRI without the base, or without {@code id/} as well; or a key in one of the
     *               spaces; or a code, in any case; or a whole name
     * @param spaces what the IRIs of things begin with that a bare key may stand for; if there are none, a code may stand
     *               for any thing
     * @return the things; an IRI stands for itself whether the graph knows it or not; none if nothing is known by the value
     */
    Set<Node> find(String value, List<String> spaces) {
        if (Identifiers.isAbsoluteIri(value) && value.contains(":/")) {
            return Set.of(NodeFactory.createURI(value));
        }
        List<String> beginnings = new ArrayList<>(spaces);
        if (value.contains("/")) {
            beginnings.addAll(List.of(Urbis.ID, Urbis.BASE));
        }
        Set<Node> found = new LinkedHashSet<>();
        for (String beginning : beginnings) {
            if (Identifiers.isAbsoluteIri(beginning + value)) {
                Node thing = NodeFactory.createURI(beginning + value);
                if (graph.contains(thing, Node.ANY, Node.ANY)) {
                    found.add(thing);
                }
            }
        }
        if (found.isEmpty()) {
            found.addAll(having(CODES, List.of(value, value.toUpperCase(Locale.ROOT)), spaces));
        }
        return found.isEmpty() ? having(NAMES, List.of(value), spaces) : found;
    }

    /** The codes that something has. */
    Set<String> codes(Node thing) {
        Set<String> codes = new LinkedHashSet<>();
        CODES.forEach(code -> graph.find(thing, code, Node.ANY)
                .forEachRemaining(triple -> codes.add(triple.getObject().getLiteralLexicalForm())));
        return codes;
    }

    private Set<Node> having(List<Node> properties, List<String> texts, List<String> spaces) {
        Set<Node> found = new LinkedHashSet<>();
        for (String text : new LinkedHashSet<>(texts)) {
            for (Node literal : literals(text)) {
                for (Node property : properties) {
                    graph.find(Node.ANY, property, literal)
                            .mapWith(Triple::getSubject)
                            .filterKeep(Node::isURI)
                            .filterKeep(
                                    thing -> spaces.isEmpty() || spaces.stream().anyMatch(thing.getURI()::startsWith))
                            .forEachRemaining(found::add);
                }
            }
        }
        return found;
    }

    private static List<Node> literals(String text) {
        List<Node> literals = new ArrayList<>(List.of(NodeFactory.createLiteralString(text)));
        Languages.OFFERED.forEach(language -> literals.add(NodeFactory.createLiteralLang(text, language)));
        return literals;
    }
}
