package org.w3id.urbis.endpoint.collection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.description.Terms;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemException;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.loader.names.NameIndex;
import org.w3id.urbis.loader.names.NameMatch;
import org.w3id.urbis.loader.names.NameQuery;
import org.w3id.urbis.loader.readform.BestTexts;
import org.w3id.urbis.loader.readform.TermList;

/** The whole lists that pages are cut from: found and put in order once for a revision, then remembered. */
public final class FoundThings {
    /** What remembering a list takes besides what is in it, roughly. */
    private static final int ENTRY_BYTES = 200;

    private static final int NUMBER_BYTES = Integer.BYTES;

    private final Identifiers identifiers;
    private final Cache<Key, List<Node>> lists;

    /**
     * Makes an empty memory.
     *
     * @param bytes how much to remember at most, roughly
     */
    public FoundThings(Identifiers identifiers, long bytes) {
        this.identifiers = identifiers;
        this.lists = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher(FoundThings::bytes)
                .build();
    }

    private static int bytes(Key key, List<Node> list) {
        long all = list instanceof IriList iris ? iris.bytes() : (long) list.size() * NUMBER_BYTES;
        return (int) Math.min(Integer.MAX_VALUE, ENTRY_BYTES + key.selection().length() + all);
    }

    private record Key(String revision, String selection) {}

    /**
     * Finds all things that a query selects, in order. To be called in a transaction on the revision.
     *
     * @throws ProblemException if a value of a filter is unknown, or more things than can be told apart have such a name
     */
    public List<Node> find(CollectionQuery query, SortedMap<String, Filter> filters, RevisionLease revision) {
        return lists.get(new Key(revision.info().hash(), query.selection()), any -> look(query, filters, revision));
    }

    private List<Node> look(CollectionQuery query, SortedMap<String, Filter> filters, RevisionLease revision) {
        DatasetGraph dataset = revision.dataset();
        Graph graph = dataset.getUnionGraph();
        Optional<List<Node>> named = query.search().map(words -> named(words, revision.names()));
        List<Node> found = new Matching(dataset).find(query.kind(), query.conditions(), named);
        Names names = new Names(dataset, identifiers, query.languages());
        return compact(
                dataset,
                new Ordering(dataset, filters, reading(graph, names, query))
                        .order(found, query.sort(), query.languages().first()));
    }

    /** The same list by the numbers of terms, or else by IRIs. */
    static List<Node> compact(DatasetGraph dataset, List<Node> things) {
        List<Node> list = TermList.of(dataset, things);
        return list instanceof TermList ? list : IriList.of(list);
    }

    /** What things are called, read on numbers where there are any. */
    private static Function<Node, String> reading(Graph graph, Names names, CollectionQuery query) {
        return BestTexts.in(graph, Terms.NAMES, query.languages()::rank)
                .<Function<Node, String>>map(texts -> thing -> texts.of(thing).orElseGet(() -> names.read(thing)))
                .orElse(names::read);
    }

    private static List<Node> named(String words, NameIndex index) {
        NameQuery asked = NameQuery.of(words).limit(NameQuery.MOST);
        int count = index.count(asked);
        if (count > NameQuery.MOST) {
            throw Problem.parameter(
                            CollectionRequest.SEARCH,
                            "%,d things have a name like \"%s\", more than can be put in order. Write more of the name."
                                    .formatted(count, words))
                    .exception();
        }
        return index.search(asked).stream()
                .map(NameMatch::thing)
                .map(thing -> NodeFactory.createURI(thing.iri()))
                .toList();
    }
}
