package org.w3id.urbis.endpoint.portrait;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.endpoint.description.Terms;
import org.w3id.urbis.ontology.Urbis;

/** Looks into a dataset by single statements, in a transaction of the caller's. */
public final class Lookup {
    static final Node COMMITTED_BY = term("committedBy");
    static final Node ON_BEHALF_OF = term("onBehalfOf");
    static final Node CONTRIBUTES_TO = term("contributesTo");
    static final Node MEMBER = term("member");
    static final Node IN_ORGANIZATION = term("inOrganization");
    static final Node IS_MEMBER_OF = term("isMemberOf");
    static final Node PARTICIPANT = term("participant");
    static final Node COOPERATES_WITH = term("cooperatesWith");
    static final Node GOVERNS = term("governs");
    static final Node GROUP_OF = term("groupOf");
    static final Node BODY_OF = term("isBodyOf");
    static final Node PARTNERSHIP = term("Partnership");
    static final Node FRAMEWORK = NodeFactory.createURI(Urbis.FRAMEWORK_CLASS);
    static final Node IN_SCHEME = SKOS.inScheme.asNode();
    static final Node BROADER = SKOS.broader.asNode();
    static final Node NOTATION = SKOS.notation.asNode();

    private final DatasetGraph dataset;

    /** Prepares to look. */
    public Lookup(DatasetGraph dataset) {
        this.dataset = dataset;
    }

    static Node term(String name) {
        return NodeFactory.createURI(Urbis.NS + name);
    }

    /** What a thing leads to by a property, each with the statements that say so; {@link Portrait#MOST} at most. */
    Map<Node, List<Quad>> objects(Node subject, Node property) {
        Map<Node, List<Quad>> found = new LinkedHashMap<>();
        Iter.asStream(dataset.findNG(Node.ANY, subject, property, Node.ANY))
                .filter(quad -> quad.getObject().isURI())
                .forEach(quad -> put(found, quad.getObject(), quad));
        return found;
    }

    /** What leads to a thing by a property, each with the statements that say so; {@link Portrait#MOST} at most. */
    Map<Node, List<Quad>> subjects(Node property, Node object) {
        Map<Node, List<Quad>> found = new LinkedHashMap<>();
        Iter.asStream(dataset.findNG(Node.ANY, Node.ANY, property, object))
                .limit(20L * Portrait.MOST)
                .filter(quad -> quad.getSubject().isURI())
                .forEach(quad -> put(found, quad.getSubject(), quad));
        return found;
    }

    private static void put(Map<Node, List<Quad>> found, Node node, Quad quad) {
        if (found.containsKey(node) || found.size() < Portrait.MOST) {
            found.computeIfAbsent(node, any -> new ArrayList<>()).add(quad);
        }
    }

    /** Named things that lead to another by a property, in the order of their IRIs. */
    List<Node> all(Node property, Node object, int most) {
        return Iter.asStream(dataset.findNG(Node.ANY, Node.ANY, property, object))
                .map(Quad::getSubject)
                .filter(Node::isURI)
                .distinct()
                .limit(most)
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
    }

    /** The classes of a thing, as IRIs. */
    public List<String> types(Node thing) {
        return Iter.asStream(dataset.findNG(Node.ANY, thing, Terms.TYPE, Node.ANY))
                .map(Quad::getObject)
                .filter(Node::isURI)
                .map(Node::getURI)
                .distinct()
                .toList();
    }

    /** Whether a thing is of a class. */
    boolean is(Node thing, Node type) {
        return dataset.contains(Node.ANY, thing, Terms.TYPE, type);
    }

    /** The words of a literal of a thing, the first in their order; empty if there is none. */
    String text(Node thing, Node property) {
        return Iter.asStream(dataset.findNG(Node.ANY, thing, property, Node.ANY))
                .map(Quad::getObject)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    /** How many statements a graph holds. */
    long size(Node graph) {
        return dataset.getGraph(graph).size();
    }
}
