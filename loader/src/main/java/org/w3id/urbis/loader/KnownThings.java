package org.w3id.urbis.loader;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.w3id.urbis.loader.identity.BaseIri;

/**
 * Cities and organisations that have a name of ours already, by the identifiers others know them under: a register that has
 * them too looks them up, so that both speak of one thing.
 */
final class KnownThings {

    private final Graph all;
    private final BaseIri base;

    KnownThings(Graph all, BaseIri base) {
        this.all = all;
        this.base = base;
    }

    /** Adds them to what mappings may look things up in: class, identifiers, short names, and whether there is a position. */
    void addTo(Graph reference) {
        Node city = term("City");
        Node closeMatch = SKOS.closeMatch.asNode();
        List<Node> told = List.of(
                RDF.Nodes.type,
                closeMatch,
                SKOS.exactMatch.asNode(),
                term("latitude"),
                term("abbreviation"),
                term("unSystemCode"));
        Set<Node> known = new LinkedHashSet<>();
        all.find(Node.ANY, RDF.Nodes.type, city).forEachRemaining(triple -> known.add(triple.getSubject()));
        for (Node property : List.of(closeMatch, term("abbreviation"), term("unSystemCode"))) {
            all.find(Node.ANY, property, Node.ANY).forEachRemaining(triple -> known.add(triple.getSubject()));
        }
        for (Node thing : known) {
            for (Node property : told) {
                all.find(thing, property, Node.ANY).forEachRemaining(reference::add);
            }
        }
    }

    /** Adds organisations by their names and short names, for mappings that find them so. */
    void addOrganizationsTo(Graph reference) {
        List<Node> told = List.of(
                SKOS.prefLabel.asNode(),
                SKOS.altLabel.asNode(),
                SKOS.closeMatch.asNode(),
                term("abbreviation"),
                term("unSystemCode"));
        for (Node type : List.of(term("Agency"), term("Organization"))) {
            for (Triple typed : all.find(Node.ANY, RDF.Nodes.type, type).toList()) {
                reference.add(typed);
                for (Node property : told) {
                    all.find(typed.getSubject(), property, Node.ANY).forEachRemaining(reference::add);
                }
            }
        }
    }

    private Node term(String name) {
        return NodeFactory.createURI(base.terms() + name);
    }
}
