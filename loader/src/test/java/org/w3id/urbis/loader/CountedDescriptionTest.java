package org.w3id.urbis.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.identity.CanonicalTerm;
import org.w3id.urbis.loader.inference.Describing;
import org.w3id.urbis.loader.inference.Inference;
import org.w3id.urbis.loader.inference.Rule;
import org.w3id.urbis.loader.mapping.Candidate;
import org.w3id.urbis.loader.mapping.MappingFunctions;
import org.w3id.urbis.loader.publication.Store;
import org.w3id.urbis.ontology.ResourceFolder;

/** The description of the graph that ships is what its queries answer, though most of them are not asked. */
class CountedDescriptionTest {

    private static final Node DESCRIPTION = BaseIri.URBIS.graph("description");

    @Test
    void whatIsCountedIsWhatTheQueriesAnswer() {
        Candidate candidate = new Candidate(BaseIri.URBIS);
        Store.read(ShippedGraph.loaded().revision(), published -> {
            published.find().forEachRemaining(quad -> {
                if (!quad.getGraph().equals(DESCRIPTION)) {
                    candidate.add(quad);
                }
            });
            return candidate;
        });
        addLinkedCity(candidate);
        Set<String> asked = new TreeSet<>();
        for (Rule rule :
                Inference.of(ResourceFolder.onClasspath("urbis/description")).rules()) {
            try (QueryExec execution = QueryExec.newBuilder()
                    .query(rule.query())
                    .dataset(candidate.dataset())
                    .context(MappingFunctions.context())
                    .build()) {
                int before = asked.size();
                execution.constructTriples().forEachRemaining(triple -> {
                    Triple canonical =
                            CanonicalTerm.of(Quad.create(DESCRIPTION, triple)).asTriple();
                    if (!candidate.merged().contains(canonical)) {
                        asked.add(canonical.toString());
                    }
                });
                assertTrue(asked.size() > before, rule.name());
            }
        }
        Describing.shipped().addTo(candidate);
        Set<String> counted = new TreeSet<>();
        candidate.dataset().getGraph(DESCRIPTION).find().forEachRemaining(triple -> counted.add(triple.toString()));
        assertEquals(String.join("\n", asked), String.join("\n", counted));
    }

    /** What ships has no city that two sources know. */
    private static void addLinkedCity(Candidate candidate) {
        Node graph = candidate
                .merged()
                .find(Node.ANY, term("hasGraph"), Node.ANY)
                .next()
                .getObject();
        Node own = NodeFactory.createURI("https://w3id.org/urbis/id/city/own");
        Node known = NodeFactory.createURI("https://w3id.org/urbis/id/city/known");
        Node match = NodeFactory.createURI("https://w3id.org/urbis/id/match/own");
        candidate.add(Quad.create(graph, own, DCTerms.isReplacedBy.asNode(), known));
        candidate.add(Quad.create(graph, known, term("match"), match));
        candidate.add(Quad.create(graph, match, term("matchedIdentifier"), own));
    }

    private static Node term(String name) {
        return NodeFactory.createURI("https://w3id.org/urbis/ontology#" + name);
    }
}
