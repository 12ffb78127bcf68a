package org.w3id.urbis.loader;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.loader.mapping.GraphReader;
import org.w3id.urbis.loader.submission.Former;

/**
 * Keeps the IRIs of things that left the graph with a submission from leading nowhere: each is marked as deprecated, with
 * who took it out and when. What something else still describes is no such thing, and neither is what came back.
 */
final class Tombstones {

    private static final Node TRUE = NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);

    private final Gathered gathered;
    private final GraphReader reader;

    Tombstones(Gathered gathered, GraphReader reader) {
        this.gathered = gathered;
        this.reader = reader;
    }

    /** Sets them into the graphs that held what the submissions said; of several the last one that described a thing tells. */
    void setFor(List<Former> submissions) {
        Map<Node, Former> told = new LinkedHashMap<>();
        submissions.forEach(former -> gone(former).forEach(thing -> told.put(thing, former)));
        told.forEach((thing, former) -> {
            gathered.add(Quad.create(former.graph(), thing, OWL2.deprecated.asNode(), TRUE));
            gathered.add(Quad.create(
                    former.graph(),
                    thing,
                    DCTerms.description.asNode(),
                    NodeFactory.createLiteralLang(former.told(), "en")));
        });
    }

    /** What it described below the base, and nothing in the graph has a class for now. */
    private Set<Node> gone(Former former) {
        String ours = gathered.base().value() + "id/";
        Set<Node> gone = new LinkedHashSet<>();
        for (Quad quad : reader.read(former.file(), former.graph()).quads()) {
            Node subject = quad.getSubject();
            if (quad.getPredicate().equals(RDF.Nodes.type)
                    && subject.isURI()
                    && subject.getURI().startsWith(ours)
                    && !gathered.says(subject, RDF.Nodes.type)) {
                gone.add(subject);
            }
        }
        return gone;
    }
}
