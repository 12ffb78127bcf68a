package org.w3id.urbis.endpoint.description;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.ontology.Urbis;

/** The terms that a description gives a special place to. */
public final class Terms {
    public static final Node TYPE = RDF.type.asNode();
    public static final Node FIRST = RDF.first.asNode();
    public static final Node REST = RDF.rest.asNode();
    public static final Node DESCRIPTION = DCTerms.description.asNode();
    public static final Node LICENSE = DCTerms.license.asNode();
    public static final Node COMMENT = RDFS.comment.asNode();
    public static final Node DEFINITION = SKOS.definition.asNode();

    public static final Node CITATION = NodeFactory.createURI(Urbis.CITATION);
    public static final Node ROW = NodeFactory.createURI(Urbis.ROW);
    public static final Node LINES = NodeFactory.createURI(Urbis.LINES);
    public static final Node SUPPORTS = NodeFactory.createURI(Urbis.SUPPORTS);
    public static final Node DOCUMENT = NodeFactory.createURI(Urbis.DOCUMENT);
    public static final Node HEADING = NodeFactory.createURI(Urbis.HEADING);
    public static final Node HAS_GRAPH = NodeFactory.createURI(Urbis.HAS_GRAPH);
    public static final Node ABOUT = NodeFactory.createURI(Urbis.ABOUT);
    public static final Node ABOUT_PROPERTY = NodeFactory.createURI(Urbis.ABOUT_PROPERTY);
    public static final Node PRINTED = NodeFactory.createURI(Urbis.PRINTED);
    public static final Node NOTE_KIND = NodeFactory.createURI(Urbis.NOTE_KIND);
    public static final Node ADVICE = NodeFactory.createURI(Urbis.ADVICE);

    public static final Node COMMITTED_BY = NodeFactory.createURI(Urbis.NS + "committedBy");

    /** Holds what follows from what the other graphs say. */
    public static final Node INFERRED = NodeFactory.createURI(Urbis.GRAPH + "inferred");

    /** Properties whose values are words of the ontology, not things with names of their own. */
    public static final Set<Node> WITH_WORDS = Set.of(
            SUPPORTS,
            ABOUT_PROPERTY,
            NodeFactory.createURI(Urbis.NS + "notStated"),
            NodeFactory.createURI(Urbis.NS + "statedNone"));

    /** Kinds of things that are there only to relate two others, and say little by themselves. */
    public static final Set<Node> RELATIONS = Set.of(
            NodeFactory.createURI(Urbis.MEMBERSHIP),
            NodeFactory.createURI(Urbis.NS + "Participation"),
            NodeFactory.createURI(Urbis.NS + "Partnership"),
            NodeFactory.createURI(Urbis.NS + "Tenure"));

    /** Properties that name a thing, the first that is there wins. */
    public static final List<Node> NAMES = List.of(
            SKOS.prefLabel.asNode(),
            RDFS.label.asNode(),
            DCTerms.title.asNode(),
            NodeFactory.createURI("http://xmlns.com/foaf/0.1/name"),
            NodeFactory.createURI("https://schema.org/name"),
            NodeFactory.createURI("http://www.w3.org/ns/shacl#name"));

    private Terms() {}
}
