package org.w3id.urbis.endpoint.neighbourhood;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.Terms;
import org.w3id.urbis.ontology.Urbis;

/**
 * Reads the neighbours of things, in a transaction of the caller's. What only ties two things, such as a membership, is
 * passed through to the other end.
 */
final class Neighbours {
    /** The most that are shown of one thing. */
    static final int MOST = 60;
    /** How many statements are looked at for that. */
    private static final int MOST_READ = 5_000;

    /** By which what ties things leads to them. */
    private static final List<Node> ENDS = Stream.of(
                    "member", "holder", "participant", "inOrganization", "inActivity", "post")
            .map(Neighbours::term)
            .toList();
    /** What says where something stands, not what it has to do with others. */
    private static final Set<Node> NO_TIES = Set.of(
            Terms.TYPE,
            Terms.CITATION,
            Terms.ABOUT,
            Terms.DOCUMENT,
            Terms.LICENSE,
            Terms.HAS_GRAPH,
            term("notStated"),
            term("statedNone"),
            term("relatesTo"));

    /** Members by this follow from memberships, which lead to those who joined. */
    private static final Node MEMBER_OF = term("isMemberOf");

    private final DatasetGraph dataset;
    private final Identifiers identifiers;

    Neighbours(DatasetGraph dataset, Identifiers identifiers) {
        this.dataset = dataset;
        this.identifiers = identifiers;
    }

    private static Node term(String name) {
        return NodeFactory.createURI(Urbis.NS + name);
    }

    /**
     * That a thing is tied to another.
     *
     * @param other the other
     * @param way   the property, or the class of what ties them
     * @param out   whether the statement leads from the thing to the other
     */
    record Neighbour(Node other, Node way, boolean out) {}

    /**
     * What was found.
     *
     * @param neighbours each once, in the order of how they are tied and of their IRIs
     * @param cut        whether there are more
     */
    record Found(List<Neighbour> neighbours, boolean cut) {}

    /** The neighbours of a thing. */
    Found of(Node thing) {
        Map<Node, Neighbour> found = new LinkedHashMap<>();
        boolean cut = collect(dataset.findNG(Node.ANY, thing, Node.ANY, Node.ANY), true, thing, found);
        cut |= collect(dataset.findNG(Node.ANY, Node.ANY, Node.ANY, thing), false, thing, found);
        List<Neighbour> sorted = found.values().stream()
                .sorted(Comparator.comparing((Neighbour one) -> one.way().getURI())
                        .thenComparing(one -> one.other().getURI()))
                .toList();
        return new Found(sorted.stream().limit(MOST).toList(), cut || sorted.size() > MOST);
    }

    private boolean collect(Iterator<Quad> quads, boolean out, Node thing, Map<Node, Neighbour> found) {
        int read = 0;
        while (quads.hasNext() && read < MOST_READ) {
            Quad quad = quads.next();
            read++;
            Node other = out ? quad.getObject() : quad.getSubject();
            boolean told = !out
                    && quad.getPredicate().equals(MEMBER_OF)
                    && quad.getGraph().equals(Terms.INFERRED);
            if (isTie(quad) && !told && other.isURI() && !other.equals(thing)) {
                through(thing, other, quad.getPredicate(), out)
                        .forEach(one -> found.merge(one.other(), one, Neighbours::better));
            }
        }
        boolean more = quads.hasNext();
        Iter.close(quads);
        return more;
    }

    /** Which of two ties between the same things is shown must not depend on the order of an index. */
    private static Neighbour better(Neighbour one, Neighbour other) {
        return one.way().getURI().compareTo(other.way().getURI()) <= 0 ? one : other;
    }

    private boolean isTie(Quad quad) {
        Node property = quad.getPredicate();
        boolean ours = identifiers.isOurs(property.getURI());
        boolean scheme = property.getURI().startsWith("http://www.w3.org/2004/02/skos/core#")
                && !property.getURI().endsWith("Match")
                && !property.getURI().endsWith("Transitive");
        return (ours || scheme) && !NO_TIES.contains(property) && !identifiers.isTranslation(quad);
    }

    /** The other itself; of what only ties things, those that it ties to the thing; of what belongs to another, nothing. */
    private List<Neighbour> through(Node thing, Node other, Node way, boolean out) {
        Optional<Node> relation = Terms.RELATIONS.stream()
                .filter(kind -> dataset.contains(Node.ANY, other, Terms.TYPE, kind))
                .findFirst();
        if (relation.isEmpty()) {
            return identifiers.isGenerated(other.getURI()) ? List.of() : List.of(new Neighbour(other, way, out));
        }
        List<Neighbour> ends = new ArrayList<>();
        for (Node end : ENDS) {
            Iter.asStream(dataset.findNG(Node.ANY, other, end, Node.ANY))
                    .map(Quad::getObject)
                    .filter(node -> node.isURI() && !node.equals(thing))
                    .forEach(node -> ends.add(new Neighbour(node, relation.get(), !ENDS.contains(end) || out)));
        }
        return ends;
    }
}
