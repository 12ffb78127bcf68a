package org.w3id.urbis.endpoint.triplestore;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the store held when it was looked at.
 *
 * @param mark   which revision it says that is
 * @param graphs how many statements each graph holds, by its IRI; those left out that are only there for the store
 */
record StoreState(Mark mark, SortedMap<String, Long> graphs) {
    /** Copies the counts. */
    StoreState {
        graphs = Collections.unmodifiableSortedMap(new TreeMap<>(graphs));
    }

    /**
     * Which revision a store says it holds.
     *
     * @param hash    the hash of its content
     * @param number  its number
     * @param created when it was published
     * @param quads   how many statements it has
     * @param triples how many of them differ in more than their graph
     */
    record Mark(String hash, long number, Instant created, long quads, long triples) {}

    /** How many statements there are. */
    long counted() {
        return graphs.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The names of all graphs. */
    List<String> names() {
        return List.copyOf(graphs.keySet());
    }
}
