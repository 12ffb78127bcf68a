package org.w3id.urbis.endpoint.triplestore;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Var;
import org.w3id.urbis.loader.publication.StoreCopy;

/**
 * The questions for statements that are put to the store. Each brings the mark along, in a row without a graph, so that it is
 * known of every answer which revision it comes from.
 */
final class StoreText {
    private static final String GRAPH = "<" + StoreCopy.MARK + ">";
    private static final String MARK = "{ GRAPH " + GRAPH + " { " + GRAPH + " <" + StoreCopy.HASH + "> ?hash } }";
    private static final String OURS = " FILTER(?g != " + GRAPH + " && ?g != <" + StoreCopy.EVERYTHING + ">)";
    private static final String COLUMNS = "SELECT ?g ?s ?p ?o";

    /** What the hash comes in. */
    static final Var HASH = Var.alloc("hash");

    private StoreText() {}

    /** The hash that the store has now. */
    static String hash() {
        return "SELECT ?hash " + MARK;
    }

    /** All statements about some subjects. */
    static String about(List<Node> subjects) {
        return COLUMNS + " ?hash { " + MARK + " UNION { VALUES ?s { " + list(subjects) + " } GRAPH ?g { ?s ?p ?o }"
                + OURS + " } }";
    }

    /**
     * Statements with one of some objects.
     *
     * @param property by which property; {@link Node#ANY} for all
     * @param most     most of them
     */
    static String to(List<Node> objects, Node property, int most) {
        return COLUMNS + " ?hash { " + MARK + " UNION { " + COLUMNS + " { VALUES ?o { " + list(objects)
                + " } GRAPH ?g { ?s " + or(property, "?p") + " ?o }" + OURS + " } LIMIT " + most + " } }";
    }

    /** The statements about some subjects by some properties. */
    static String along(Collection<Node> subjects, Collection<Node> properties) {
        return COLUMNS + " ?hash { " + MARK + " UNION { VALUES ?s { " + list(subjects) + " } VALUES ?p { "
                + list(properties) + " } GRAPH ?g { ?s ?p ?o }" + OURS + " } }";
    }

    /** What has a property and a value, each once. */
    static String having(Node property, Node value) {
        return "SELECT ?s ?hash { " + MARK + " UNION { GRAPH <" + StoreCopy.EVERYTHING + "> { ?s "
                + NodeFmtLib.strNT(property) + " " + NodeFmtLib.strNT(value) + " } } }";
    }

    /** All statements about some subjects, each once, whatever graphs it is in. */
    static String plainly(List<Node> subjects) {
        return "SELECT ?s ?p ?o ?hash { " + MARK + " UNION { VALUES ?s { " + list(subjects) + " } GRAPH <"
                + StoreCopy.EVERYTHING + "> { ?s ?p ?o } } }";
    }

    /** How many statements have each of some objects; those that none has may be left out. */
    static String references(List<Node> objects) {
        return "SELECT ?o ?n ?hash { " + MARK + " UNION { SELECT ?o (COUNT(*) AS ?n) { VALUES ?o { " + list(objects)
                + " } GRAPH ?g { ?s ?p ?o }" + OURS + " } GROUP BY ?o } }";
    }

    /** How many things with a property and a value there are whose IRI begins with something. */
    static String things(Node property, Node object, String space) {
        return "SELECT ?n ?hash { " + MARK + " UNION { SELECT (COUNT(*) AS ?n) { GRAPH <"
                + StoreCopy.EVERYTHING + "> { ?s " + NodeFmtLib.strNT(property) + " " + NodeFmtLib.strNT(object)
                + " } FILTER(isIRI(?s) && STRSTARTS(STR(?s), "
                + NodeFmtLib.strNT(NodeFactory.createLiteralString(space)) + ")) } } }";
    }

    /** All statements of a pattern. */
    static String pattern(Node graph, Node subject, Node property, Node object) {
        return COLUMNS + " ?hash { " + MARK + " UNION " + plain(graph, subject, property, object) + " }";
    }

    /** Whether there is any statement of a pattern but those of the mark. */
    static String any(Node graph, Node subject, Node property, Node object) {
        return "SELECT * " + plain(graph, subject, property, object) + " LIMIT 1";
    }

    private static String plain(Node graph, Node subject, Node property, Node object) {
        return "{ GRAPH " + or(graph, "?g") + " { " + or(subject, "?s") + " " + or(property, "?p") + " "
                + or(object, "?o") + " }" + (graph.isConcrete() ? "" : OURS) + " }";
    }

    private static String or(Node term, String variable) {
        return term.isConcrete() ? NodeFmtLib.strNT(term) : variable;
    }

    private static String list(Collection<Node> terms) {
        return terms.stream().map(NodeFmtLib::strNT).collect(Collectors.joining(" "));
    }
}
