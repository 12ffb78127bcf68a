package org.w3id.urbis.loader.linking;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.source.Source;
import org.w3id.urbis.loader.source.SourceGraph;

/** The graph in which it is told how the cities of a source graph were linked. */
public final class LinkGraph {

    private LinkGraph() {}

    /**
     * Names it.
     *
     * @param sourceGraph the name of the graph whose cities are linked
     * @return the same with {@code -links} at its end
     */
    public static Node of(Node sourceGraph) {
        return NodeFactory.createURI(sourceGraph.getURI() + "-links");
    }

    /**
     * Describes it in the catalogue, as a graph of the source.
     *
     * @param source the source
     * @param graph  its graph whose cities are linked
     * @param base   the base IRI
     * @return the statements
     */
    public static List<Quad> described(Source source, SourceGraph graph, BaseIri base) {
        Node links = of(graph.name());
        Node catalogue = base.graph("catalogue");
        List<Quad> quads = new ArrayList<>();
        quads.add(Quad.create(catalogue, source.iri(), term(base, "hasGraph"), links));
        quads.add(Quad.create(catalogue, links, RDF.Nodes.type, term(base, "SourceGraph")));
        quads.add(Quad.create(catalogue, links, term(base, "file"), NodeFactory.createLiteralString(graph.fileName())));
        graph.document()
                .ifPresent(document -> quads.add(Quad.create(catalogue, links, term(base, "document"), document)));
        source.licence()
                .ifPresent(licence -> quads.add(Quad.create(catalogue, links, DCTerms.license.asNode(), licence)));
        quads.add(Quad.create(
                catalogue,
                links,
                DCTerms.description.asNode(),
                NodeFactory.createLiteralLang(
                        "How the cities of this source were found among those of other sources; made when it was"
                                + " loaded.",
                        "en")));
        return quads;
    }

    private static Node term(BaseIri base, String name) {
        return NodeFactory.createURI(base.terms() + name);
    }
}
