package org.w3id.urbis.endpoint.collection;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.eval.PathEval;
import org.w3id.urbis.endpoint.store.InBlocks;

/** Puts things in the order that is wanted. */
final class Ordering {
    private final DatasetGraph dataset;
    private final Graph graph;
    private final SortedMap<String, Filter> filters;
    private final Function<Node, String> names;

    /**
     * Prepares to order things.
     *
     * @param dataset holds what they are ordered by; to be used in one transaction
     * @param filters the filters of their kind
     * @param names   a thing's name in the language wanted
     */
    Ordering(DatasetGraph dataset, SortedMap<String, Filter> filters, Function<Node, String> names) {
        this.dataset = dataset;
        this.graph = dataset.getUnionGraph();
        this.filters = filters;
        this.names = names;
    }

    /** A thing with what it is sorted by, if it has anything. */
    private record Keyed<K extends Comparable<? super K>>(Node thing, Optional<K> key) {}

    /** The same things in another order; those found by relevance are in order already. */
    List<Node> order(List<Node> things, Sort sort, String language) {
        if (sort.key().equals(Sort.RELEVANCE)) {
            return sort.descending() ? things.reversed() : things;
        }
        if (sort.key().equals(Sort.NAME)) {
            Collator collator = Collator.getInstance(Locale.of(language));
            return by(things, sort, Names.PATHS, thing -> Optional.of(collator.getCollationKey(names.apply(thing))));
        }
        if (sort.key().equals(Sort.ID)) {
            return by(things, sort, List.of(), thing -> Optional.of(thing.getURI()));
        }
        Filter filter = filters.get(sort.key());
        List<Path> looked = List.of(filter.path());
        return filter.type() == FilterType.NUMBER
                ? by(things, sort, looked, thing -> extreme(thing, filter, sort, Matching::number))
                : by(things, sort, looked, thing -> extreme(thing, filter, sort, Ordering::lastDay));
    }

    private static Optional<LocalDate> lastDay(Node literal) {
        return Period.parse(literal.getLiteralLexicalForm()).map(Period::last);
    }

    /** Orders by keys that are found by looking at nothing but what lies on some paths. */
    private <K extends Comparable<? super K>> List<Node> by(
            List<Node> things, Sort sort, List<Path> looked, Function<Node, Optional<K>> key) {
        Comparator<K> direction = sort.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Comparator<Keyed<K>> missingLast =
                Comparator.comparing(keyed -> keyed.key().isEmpty());
        List<Keyed<K>> all = new ArrayList<>(things.size());
        InBlocks.each(dataset, things.iterator(), looked, thing -> all.add(new Keyed<>(thing, key.apply(thing))));
        return all.stream()
                .sorted(missingLast
                        .thenComparing(keyed -> keyed.key().orElse(null), Comparator.nullsLast(direction))
                        .thenComparing(keyed -> keyed.thing().getURI()))
                .map(Keyed::thing)
                .toList();
    }

    /** Among several values the one that comes first in the order. */
    private <K extends Comparable<? super K>> Optional<K> extreme(
            Node thing, Filter filter, Sort sort, Function<Node, Optional<K>> reading) {
        Comparator<K> direction = sort.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        K best = null;
        Iterator<Node> values = PathEval.eval(graph, thing, filter.path(), ARQ.getContext());
        while (values.hasNext()) {
            Node value = values.next();
            Optional<K> read = value.isLiteral() ? reading.apply(value) : Optional.empty();
            if (read.isPresent() && (best == null || direction.compare(read.get(), best) < 0)) {
                best = read.get();
            }
        }
        return Optional.ofNullable(best);
    }
}
