package org.w3id.urbis.endpoint.catalog;

import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.w3id.urbis.endpoint.description.DescriptionGraph;

/** A graph in the making, with short words for the statements that descriptions are made of. */
final class Statements {
    /** What values of a property are, which DCAT-AP wants said even where it goes without saying. */
    private static final Map<String, String> SORTS = Map.of(
            DCAT.accessURL.getURI(),
            RDFS.Resource.getURI(),
            DCAT.downloadURL.getURI(),
            RDFS.Resource.getURI(),
            DCAT.endpointURL.getURI(),
            RDFS.Resource.getURI(),
            DCAT.endpointDescription.getURI(),
            RDFS.Resource.getURI(),
            DCTerms.relation.getURI(),
            RDFS.Resource.getURI(),
            "http://spdx.org/rdf/terms#algorithm",
            "http://spdx.org/rdf/terms#ChecksumAlgorithm");

    static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    private static final String LICENCE_TYPE = "http://purl.org/adms/licencetype/";
    private static final Map<String, String> LICENCE_TYPES = Map.of(
            "Attribution", "Attribution",
            "PublicDomain", "Public domain",
            "ViralEffect-ShareAlike", "Viral effect (a.k.a. Share-alike)");
    /** What licences ask of who uses the data; of terms that are no known licence nothing is said. */
    private static final Map<String, List<String>> LICENCES = Map.of(
            "https://creativecommons.org/licenses/by/4.0/",
            List.of("Attribution"),
            "https://creativecommons.org/licenses/by-sa/4.0/",
            List.of("Attribution", "ViralEffect-ShareAlike"),
            "https://creativecommons.org/publicdomain/zero/1.0/",
            List.of("PublicDomain"),
            "https://opensource.org/license/mit",
            List.of("Attribution"));

    private final Graph graph = GraphFactory.createDefaultGraph();

    static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    /** A node without a name; the same key gives the same node. */
    static Node anonymous(String key) {
        return NodeFactory.createBlankNode(key);
    }

    Statements type(Node subject, String type) {
        graph.add(subject, RDF.type.asNode(), iri(type));
        return this;
    }

    Statements link(Node subject, String property, Node object) {
        graph.add(subject, iri(property), object);
        return this;
    }

    Statements link(Node subject, String property, String object) {
        return link(subject, property, iri(object));
    }

    Statements text(Node subject, String property, String text) {
        return link(subject, property, NodeFactory.createLiteralString(text));
    }

    Statements text(Node subject, String property, String text, String language) {
        return link(subject, property, NodeFactory.createLiteralLang(text, language));
    }

    Statements typed(Node subject, String property, String lexical, RDFDatatype datatype) {
        return link(subject, property, NodeFactory.createLiteralDT(lexical, datatype));
    }

    Statements number(Node subject, String property, long number) {
        return typed(subject, property, Long.toString(number), XSDDatatype.XSDnonNegativeInteger);
    }

    /** A node from elsewhere, and what it is, as DCAT-AP wants it said. */
    Node kind(String iri, String type) {
        type(iri(iri), type);
        return iri(iri);
    }

    /** An entry of a list that others keep, with what it is called there. */
    Node concept(String iri, String label) {
        Node concept = kind(iri, SKOS + "Concept");
        text(concept, SKOS + "prefLabel", label, "en");
        return concept;
    }

    /** Says under which licence something is, and what that asks. */
    Statements licence(Node subject, String licence) {
        Node document = kind(licence, DCTerms.LicenseDocument.getURI());
        LICENCES.getOrDefault(licence, List.of())
                .forEach(type ->
                        link(document, DCTerms.type.getURI(), concept(LICENCE_TYPE + type, LICENCE_TYPES.get(type))));
        return link(subject, DCTerms.license.getURI(), document);
    }

    /** A way to get a dataset. */
    Statements distribution(Node dataset, Node distribution, String title, String address, String licence) {
        return link(dataset, DCAT.distribution.getURI(), distribution)
                .type(distribution, DCAT.Distribution.getURI())
                .text(distribution, DCTerms.title.getURI(), title, "en")
                .link(distribution, DCAT.accessURL.getURI(), address)
                .link(
                        distribution,
                        "http://data.europa.eu/r5r/availability",
                        concept(DataCatalog.EU + "planned-availability/AVAILABLE", "available"))
                .licence(distribution, licence);
    }

    /** A media type by its page at IANA. */
    Statements media(Node subject, String property, String type) {
        return link(
                subject,
                property,
                kind("https://www.iana.org/assignments/media-types/" + type, DCTerms.MediaType.getURI()));
    }

    /** A file type by the EU's code. */
    Statements format(Node subject, String code) {
        return link(
                subject,
                DCTerms.format.getURI(),
                kind(DataCatalog.EU + "file-type/" + code, DCTerms.MediaTypeOrExtent.getURI()));
    }

    /** The finished graph, with the prefixes that make it pleasant to read. */
    Graph finished() {
        SORTS.forEach((property, sort) -> graph.find(Node.ANY, iri(property), Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toList()
                .forEach(value -> type(value, sort)));
        DescriptionGraph.prefixes(graph);
        return graph;
    }
}
