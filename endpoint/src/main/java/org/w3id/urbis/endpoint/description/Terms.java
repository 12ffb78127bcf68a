package org.w3id.urbis.endpoint.description;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** The terms that a description gives a special place to. */
public final class Terms {
    /** Namespace of our own terms. */
    public static final String URBIS = "https://w3id.org/urbis/ontology#";

    public static final Node TYPE = RDF.type.asNode();
    public static final Node FIRST = RDF.first.asNode();
    public static final Node REST = RDF.rest.asNode();
    public static final Node DESCRIPTION = DCTerms.description.asNode();
    public static final Node LICENSE = DCTerms.license.asNode();
    public static final Node COMMENT = RDFS.comment.asNode();
    public static final Node DEFINITION = SKOS.definition.asNode();

    public static final Node CITATION = urbis("citation");
    public static final Node ROW = urbis("row");
    public static final Node LINES = urbis("lines");
    public static final Node SUPPORTS = urbis("supports");
    public static final Node DOCUMENT = urbis("document");
    public static final Node HEADING = urbis("heading");
    public static final Node HAS_GRAPH = urbis("hasGraph");
    public static final Node ABOUT = urbis("about");
    public static final Node ABOUT_PROPERTY = urbis("aboutProperty");
    public static final Node PRINTED = urbis("printed");
    public static final Node NOTE_KIND = urbis("noteKind");
    public static final Node ADVICE = urbis("advice");

    /** Holds what follows from what the other graphs say. */
    public static final Node INFERRED = NodeFactory.createURI("https://w3id.org/urbis/graph/inferred");

    /** Properties that name a thing, the first that is there wins. */
    public static final List<Node> NAMES = List.of(
            SKOS.prefLabel.asNode(),
            RDFS.label.asNode(),
            DCTerms.title.asNode(),
            NodeFactory.createURI("http://xmlns.com/foaf/0.1/name"),
            NodeFactory.createURI("https://schema.org/name"),
            NodeFactory.createURI("http://www.w3.org/ns/shacl#name"));

    private Terms() {
    }

    private static Node urbis(String name) {
        return NodeFactory.createURI(URBIS + name);
    }
}
