package org.w3id.urbis.loader.mapping;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.core.Quad;
import org.w3id.urbis.loader.source.Fault;

/**
 * What a file says, ready for the graph.
 *
 * @param quads  its statements, all in one graph, without blank nodes unless there are faults
 * @param faults what is wrong with it, sorted by place; with any, the statements are not complete
 */
public record GraphContent(Collection<Quad> quads, List<Fault> faults) {

    /** Copies the faults, each once. */
    public GraphContent {
        faults = List.copyOf(Set.copyOf(faults)).stream().sorted().toList();
    }
}
