package org.w3id.urbis.loader.entry;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * What a row says of a thing that is there already and that is not said of it yet. So a table that was filled from the graph
 * and comes back with a cell changed says what that cell says, and a row in which nothing was changed says nothing.
 */
final class News {

    private final Node thing;
    private final Node usualType;
    private final Graph said;
    private final EntryTerms terms;

    /** Prepares to read a row about a thing, whose class goes without saying if it is the usual one of the table. */
    News(Node thing, Node usualType, Graph said, EntryTerms terms) {
        this.thing = thing;
        this.usualType = usualType;
        this.said = said;
        this.terms = terms;
    }

    /** Takes over what is new of all that a row says. */
    void of(Collected row, Collected into) {
        EntryContent content = row.content(' ');
        Graph written = GraphFactory.createGraphMem();
        content.facts().forEach(fact -> written.add(fact.triple()));
        Set<String> known = new SaidOf(said, terms).of(thing);
        SaidOf here = new SaidOf(written, terms);
        Set<Node> repeated = new HashSet<>();
        List<Fact> fresh = content.facts().stream()
                .filter(fact -> {
                    boolean old = fact.triple().getSubject().equals(thing) && isKnown(fact.triple(), known, here);
                    if (old && fact.triple().getObject().isBlank()) {
                        below(fact.triple().getObject(), written, repeated);
                    }
                    return !old;
                })
                .toList();
        List<Fact> news = fresh.stream()
                .filter(fact -> !repeated.contains(fact.triple().getSubject()))
                .toList();
        if (news.stream().anyMatch(fact -> isAboutIt(fact.triple()))) {
            news.forEach(fact -> into.fact(
                    fact.triple().getSubject(),
                    fact.triple().getPredicate(),
                    fact.triple().getObject(),
                    fact.place()));
        }
        content.gaps().forEach((gap, place) -> into.gap(gap.thing(), gap.property(), place));
        content.faults().forEach(into::fault);
    }

    private boolean isAboutIt(Triple statement) {
        return statement.getSubject().equals(thing) && !statement.getPredicate().equals(EntryTerms.CITATION);
    }

    private boolean isKnown(Triple statement, Set<String> known, SaidOf here) {
        boolean goesWithoutSaying = statement.getPredicate().equals(RDF.Nodes.type)
                && statement.getObject().equals(usualType);
        return isAboutIt(statement) && (goesWithoutSaying || known.contains(here.of(statement)));
    }

    private static void below(Node node, Graph written, Set<Node> found) {
        if (found.add(node)) {
            written.stream(node, Node.ANY, Node.ANY)
                    .map(Triple::getObject)
                    .filter(Node::isBlank)
                    .forEach(object -> below(object, written, found));
        }
    }
}
