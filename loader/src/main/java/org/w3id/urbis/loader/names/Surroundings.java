package org.w3id.urbis.loader.names;

import java.util.Iterator;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** What is looked up around the things whose names go into an index, besides what is said of them. */
public interface Surroundings {
    /**
     * Statements about a node that a thing leads to.
     *
     * @param property only those with it; {@link Node#ANY} for all
     * @return in any order; none if nothing is known of the node
     */
    Iterator<Quad> about(Node node, Node property);

    /**
     * How many statements have a thing as their object.
     *
     * @param most where counting may end; what is above it counts as much
     */
    int references(Node thing, int most);

    /** The properties that lead from a thing to what is looked up. */
    static Set<Node> ways() {
        return ThingReader.WAYS;
    }

    /** Looks things up in a graph, in a transaction of the caller's. */
    static Surroundings in(DatasetGraph graph) {
        return new Surroundings() {
            @Override
            public Iterator<Quad> about(Node node, Node property) {
                return graph.find(Node.ANY, node, property, Node.ANY);
            }

            @Override
            public int references(Node thing, int most) {
                // A dataset may show all graphs once more as its default graph, which is not to be counted.
                Iterator<Quad> referring = graph.findNG(Node.ANY, Node.ANY, Node.ANY, thing);
                try {
                    int count = 0;
                    while (count < most && referring.hasNext()) {
                        referring.next();
                        count++;
                    }
                    return count;
                } finally {
                    Iter.close(referring);
                }
            }
        };
    }
}
