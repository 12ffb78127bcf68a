package org.w3id.urbis.loader.entry;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** What there is besides a table, by names: the things of a graph that it may speak of. */
@FunctionalInterface
public interface KnownThings {

    /** Nothing but the table. */
    KnownThings NONE = (name, kinds) -> new Found(List.of(), List.of());

    /**
     * Looks a name up.
     *
     * @param name  a name, whole
     * @param kinds the kinds of things that are meant, as in {@code id/<kind>/}; any if there are none
     * @return what is called so
     */
    Found called(String name, Set<String> kinds);

    /**
     * What is said already of things that a table may say more of.
     *
     * @return a graph; empty if nothing is known
     */
    default Graph said() {
        return Graph.emptyGraph;
    }

    /**
     * What a name leads to.
     *
     * @param same what is called so; of several it is not told which is meant
     * @param near what is called nearly so, the nearest first, if nothing is called so
     */
    record Found(List<Node> same, List<Node> near) {

        /** Copies the lists. */
        public Found {
            same = List.copyOf(same);
            near = List.copyOf(near);
        }
    }
}
