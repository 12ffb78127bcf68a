package org.w3id.urbis.loader.entry;

import java.util.Objects;
import org.apache.jena.graph.Triple;

/**
 * A statement and the cell that makes it.
 *
 * @param triple the statement
 * @param place  the cell
 */
public record Fact(Triple triple, EntryPlace place) {

    /** Refuses parts that are missing. */
    public Fact {
        Objects.requireNonNull(triple, "triple");
        Objects.requireNonNull(place, "place");
    }
}
