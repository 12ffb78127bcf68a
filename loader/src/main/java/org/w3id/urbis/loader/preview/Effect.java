package org.w3id.urbis.loader.preview;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.w3id.urbis.loader.identity.BaseIri;
import org.w3id.urbis.loader.validation.Finding;
import org.w3id.urbis.loader.validation.Gate;
import org.w3id.urbis.loader.validation.PublishedGraph;

/**
 * What a change does to the nodes it touches and to those that refer to them: rules broken and kept again, references lost.
 *
 * @param broken       what the gate would say and does not say now
 * @param mended       what it says now and would not say then
 * @param partly       whether more refers to what changes than was looked at
 * @param unreferenced things that are referred to now and would not be
 */
record Effect(List<Finding> broken, List<Finding> mended, boolean partly, List<Node> unreferenced) {

    /** How many nodes that refer to what changes are judged at most. */
    private static final int MOST_REFERRING = 500;

    static Effect of(Amendment amendment, Gate gate, BaseIri base) {
        List<Node> made = List.of(base.graph("description"));
        List<Quad> stated = amendment.changed().stream()
                .filter(quad -> !quad.getGraph().equals(base.graph("inferred")))
                .toList();
        Graph before = PublishedGraph.withoutGraphs(amendment.before(), made);
        Graph after = PublishedGraph.withoutGraphs(amendment.after(), made);
        Set<Node> touched = new LinkedHashSet<>();
        boolean partly = touch(touched, stated, amendment);
        List<Finding> now = gate.judge(about(touched, before), before);
        List<Finding> then = gate.judge(about(touched, after), after);
        return new Effect(without(then, now), without(now, then), partly, unreferenced(amendment, base));
    }

    private static boolean touch(Set<Node> touched, List<Quad> stated, Amendment amendment) {
        stated.forEach(quad -> {
            touched.add(quad.getSubject());
            if (quad.getObject().isURI() && !quad.getPredicate().equals(RDF.Nodes.type)) {
                touched.add(quad.getObject());
            }
        });
        Set<Node> referring = new HashSet<>();
        for (Node subject : stated.stream().map(Quad::getSubject).distinct().toList()) {
            for (DatasetGraph dataset : List.of(amendment.before(), amendment.after())) {
                Iter<Quad> to = Iter.iter(dataset.findNG(Node.ANY, Node.ANY, Node.ANY, subject));
                try {
                    while (referring.size() <= MOST_REFERRING && to.hasNext()) {
                        referring.add(to.next().getSubject());
                    }
                } finally {
                    to.close();
                }
            }
        }
        touched.addAll(referring);
        return referring.size() > MOST_REFERRING;
    }

    private static Graph about(Set<Node> nodes, Graph graph) {
        Graph about = GraphFactory.createGraphMem();
        nodes.forEach(node -> graph.find(node, Node.ANY, Node.ANY).forEachRemaining(about::add));
        return about;
    }

    private static List<Finding> without(List<Finding> some, List<Finding> others) {
        List<Finding> left = new ArrayList<>(some);
        left.removeAll(new HashSet<>(others));
        return left.stream().sorted().toList();
    }

    /** Things below the base that would still have a class, and nothing that refers to them. */
    private static List<Node> unreferenced(Amendment amendment, BaseIri base) {
        return amendment.lost().stream()
                .map(Quad::getObject)
                .filter(thing -> thing.isURI() && thing.getURI().startsWith(base.value() + "id/"))
                .distinct()
                .filter(thing -> amendment.after().contains(Node.ANY, thing, RDF.Nodes.type, Node.ANY)
                        && !amendment.after().contains(Node.ANY, Node.ANY, Node.ANY, thing))
                .sorted((one, other) -> one.getURI().compareTo(other.getURI()))
                .toList();
    }
}
