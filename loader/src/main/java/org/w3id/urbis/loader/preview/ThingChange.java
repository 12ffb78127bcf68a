package org.w3id.urbis.loader.preview;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * What a thing would gain and lose, together with its parts that have no name of their own: its citations, addresses and so
 * on.
 *
 * @param thing  the thing
 * @param labels what it is called, by language tag; empty if it has no name
 * @param fate   whether it is there before and after
 * @param gained the statements that would come
 * @param lost   the statements that would go
 */
public record ThingChange(Node thing, Map<String, String> labels, Fate fate, List<Quad> gained, List<Quad> lost) {

    /** Copies the lists. */
    public ThingChange {
        labels = Map.copyOf(labels);
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
    }

    /** Whether a thing is there before and after. */
    public enum Fate {
        /** Nothing is said of it now. */
        NEW,
        /** It is there and stays. */
        CHANGED,
        /** Nothing would be said of it any more. */
        GONE
    }
}
