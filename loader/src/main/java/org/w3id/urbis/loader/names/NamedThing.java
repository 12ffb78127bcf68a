package org.w3id.urbis.loader.names;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * What the index keeps of a thing.
 *
 * @param iri        its IRI
 * @param types      IRIs of its classes, those of Urbis if it has any
 * @param names      its names, at least one, those of the best sort first
 * @param country    IRI of its country: its own, or that of the place it governs or is seated in
 * @param within     IRIs of all larger places that hold it, its country included
 * @param codes      its identifiers and codes, as {@link Codes} writes them
 * @param position   where it lies
 * @param population inhabitants, 0 if not known
 * @param weight     how likely somebody means it who names no more than its name: grows with the logarithm of its
 *                   inhabitants and of the number of statements that refer to it; from 0
 */
public record NamedThing(
        String iri,
        Set<String> types,
        List<Name> names,
        Optional<String> country,
        Set<String> within,
        Set<String> codes,
        Optional<Position> position,
        long population,
        double weight) {

    /** Copies the collections. */
    public NamedThing {
        types = Set.copyOf(types);
        names = List.copyOf(names);
        within = Set.copyOf(within);
        codes = Set.copyOf(codes);
    }

    /**
     * Reads a thing as the index would keep it.
     *
     * @param iri   the thing
     * @param graph what is said of it, in a transaction of the caller's
     * @return the thing; empty if it has no name there
     */
    public static Optional<NamedThing> of(Node iri, DatasetGraph graph) {
        return new ThingReader(Surroundings.in(graph))
                .read(iri, Iter.toList(graph.find(Node.ANY, iri, Node.ANY, Node.ANY)));
    }

    /**
     * The name to show to a reader: of the best sort, and among those in the language that suits best.
     *
     * @param rank how well a language tag suits the reader, 0 for best
     */
    public Name name(ToIntFunction<String> rank) {
        return names.stream()
                .min(Comparator.comparing(Name::role)
                        .thenComparingInt(name -> rank.applyAsInt(name.language()))
                        .thenComparing(Name::text))
                .orElseThrow();
    }
}
