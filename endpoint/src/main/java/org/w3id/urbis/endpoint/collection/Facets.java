package org.w3id.urbis.endpoint.collection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.eval.PathEval;
import org.w3id.urbis.endpoint.page.CollectionView.Facet;
import org.w3id.urbis.endpoint.page.CollectionView.FacetValue;
import org.w3id.urbis.endpoint.page.Link;
import org.w3id.urbis.endpoint.page.Text;
import org.w3id.urbis.endpoint.page.Words;
import org.w3id.urbis.endpoint.store.InBlocks;
import org.w3id.urbis.loader.readform.CommonValues;
import org.w3id.urbis.loader.readform.CommonValues.Shared;

/** Values that things of a list have, each with how many, to narrow it by. To be used in one transaction. */
final class Facets {
    /** Where there are no numbers to count on, values over a longer list would keep its reader waiting. */
    private static final int MOST_WALKED = 2000;

    private static final int MOST_FACETS = 6;
    private static final int MOST_VALUES = 8;
    /** Of the commonest values so many are looked at for names. */
    private static final int MOST_TRIED = 200;

    private final DatasetGraph dataset;
    private final Graph graph;
    private final Names names;
    private final Words words;
    private final Function<Filter, Text> headings;

    /**
     * Prepares to count.
     *
     * @param headings what a filter is called
     */
    Facets(DatasetGraph dataset, Names names, Words words, Function<Filter, Text> headings) {
        this.dataset = dataset;
        this.graph = dataset.getUnionGraph();
        this.names = names;
        this.words = words;
        this.headings = headings;
    }

    /**
     * Counts.
     *
     * @param page    of the list
     * @param all     the whole list
     * @param filters that come into question, the most wanted first
     * @return those by which the list can be told apart, up to six
     */
    List<Facet> of(Page page, List<Node> all, List<Filter> filters) {
        Optional<CommonValues> counting = CommonValues.among(graph, all);
        List<Facet> facets = new ArrayList<>();
        for (Filter filter : filters) {
            if (facets.size() < MOST_FACETS) {
                Facet facet = facet(page, filter, common(counting, all, filter.path()));
                if (facet.values().size() > 1) {
                    facets.add(facet);
                }
            }
        }
        return facets;
    }

    private Facet facet(Page page, Filter filter, Stream<Shared> common) {
        List<Shared> tried =
                common.filter(one -> one.value().isURI()).limit(MOST_TRIED).toList();
        InBlocks.at(dataset, tried.stream().map(Shared::value).toList(), Names.PATHS);
        List<FacetValue> values = tried.stream()
                .filter(one -> names.isNamed(one.value()))
                .limit(MOST_VALUES)
                .sorted(Comparator.comparingInt((Shared one) -> -one.things())
                        .thenComparing(one -> names.apply(one.value())))
                .map(one -> new FacetValue(
                        new Link(page.links().with(filter.name(), one.value().getURI()), names.text(one.value())),
                        words.number(one.things())))
                .toList();
        return new Facet(headings.apply(filter), values);
    }

    private Stream<Shared> common(Optional<CommonValues> counting, List<Node> all, Path path) {
        return counting.flatMap(numbers -> numbers.along(path))
                .orElseGet(() -> all.size() <= MOST_WALKED ? walked(all, path) : Stream.empty());
    }

    /** The same by walking from each thing to its values. */
    private Stream<Shared> walked(List<Node> all, Path path) {
        Map<Node, Integer> counts = new HashMap<>();
        InBlocks.each(dataset, all.iterator(), List.of(path), thing -> {
            Set<Node> values = new HashSet<>();
            PathEval.eval(graph, thing, path, ARQ.getContext()).forEachRemaining(values::add);
            values.forEach(value -> counts.merge(value, 1, Integer::sum));
        });
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Node, Integer>comparingByValue().reversed().thenComparing(entry -> entry.getKey()
                        .toString()))
                .map(entry -> new Shared(entry.getKey(), entry.getValue()));
    }
}
