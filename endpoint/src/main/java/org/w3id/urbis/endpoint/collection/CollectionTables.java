package org.w3id.urbis.endpoint.collection;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.jena.graph.Node;
import org.w3id.urbis.endpoint.document.DocumentContext;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemDetail;
import org.w3id.urbis.endpoint.problem.ProblemType;

/**
 * Everything that is the same in every revision: kinds, filters and columns. Made when it is first asked for, because a
 * server that is starting has better things to do.
 */
public final class CollectionTables {
    private final DocumentContext context;
    private final Map<String, SortedMap<String, Column>> columns = new HashMap<>();
    private Kinds kinds;
    private Filters filters;

    /**
     * Prepares the tables.
     *
     * @param context names the members of documents
     */
    public CollectionTables(DocumentContext context) {
        this.context = context;
    }

    private synchronized void make() {
        if (kinds == null) {
            SchemaGraphs graphs = SchemaGraphs.shipped();
            Kinds found = Kinds.of(graphs.ontology());
            filters = new Filters(graphs, found);
            Columns all = new Columns(context);
            found.all()
                    .forEach(kind ->
                            columns.put(kind.plural(), all.of(filters.of(kind).values())));
            kinds = found;
        }
    }

    /** All kinds by the name of their collection. */
    Collection<Kind> kinds() {
        make();
        return kinds.all();
    }

    /**
     * The kind of a collection.
     *
     * @throws org.w3id.urbis.endpoint.problem.ProblemException if there is no such collection
     */
    public Kind kind(String plural) {
        make();
        return kinds.find(plural).orElseThrow(() -> {
            String one = kinds.all().stream()
                    .filter(kind -> kind.word().equals(plural))
                    .map(Kind::plural)
                    .findFirst()
                    .orElse(plural);
            String meant = FilterReading.nearest(one, kinds.names());
            return (meant.isEmpty()
                            ? Problem.of(ProblemType.NOT_FOUND, ProblemDetail.COLLECTION, plural)
                            : Problem.of(ProblemType.NOT_FOUND, ProblemDetail.COLLECTION_MEANT, plural, meant))
                    .exception();
        });
    }

    /** The path of the collection of a class or code list; empty if it has none. */
    public Optional<String> path(Node term) {
        return kinds().stream()
                .filter(kind -> kind.term().equals(term))
                .map(kind -> "/api/" + kind.plural())
                .findFirst();
    }

    /** What things of a kind can be filtered by. */
    public SortedMap<String, Filter> filters(Kind kind) {
        make();
        return filters.of(kind);
    }

    /** The key of a thing of a kind that the shipped graph knows; empty if it has none that will last. */
    public Optional<String> example(Kind kind) {
        make();
        return filters.example(kind);
    }

    /** What things of a kind can be tabled by. */
    public SortedMap<String, Column> columns(Kind kind) {
        make();
        return columns.get(kind.plural());
    }
}
