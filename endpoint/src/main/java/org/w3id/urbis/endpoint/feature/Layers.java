package org.w3id.urbis.endpoint.feature;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.w3id.urbis.endpoint.collection.CollectionQuery;
import org.w3id.urbis.endpoint.collection.CollectionTables;
import org.w3id.urbis.endpoint.collection.Condition;
import org.w3id.urbis.endpoint.collection.FoundThings;
import org.w3id.urbis.endpoint.collection.Geometries;
import org.w3id.urbis.endpoint.collection.Kind;
import org.w3id.urbis.endpoint.collection.Period;
import org.w3id.urbis.endpoint.collection.Sort;
import org.w3id.urbis.endpoint.negotiation.Languages;
import org.w3id.urbis.endpoint.store.InBlocks;
import org.w3id.urbis.endpoint.store.RevisionLease;
import org.w3id.urbis.ontology.Urbis;

/** The layers of revisions: each made when it is first asked for, then remembered. */
final class Layers {
    /** Properties that say from when and until when a thing is, by the word of its kind. */
    private static final Map<String, Times> TIMES = Map.of(
            "event", new Times(List.of("startDate"), List.of("endDate", "startDate")),
            "membership", new Times(List.of("startDate", "asOf"), List.of("endDate", "asOf")));

    private final CollectionTables tables;
    private final FoundThings found;
    private final Cache<Key, Layer> layers;

    /**
     * Prepares to make layers.
     *
     * @param bytes memory for them, roughly
     */
    Layers(CollectionTables tables, FoundThings found, long bytes) {
        this.tables = tables;
        this.found = found;
        this.layers = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Key key, Layer layer) -> Math.toIntExact(Math.min(Integer.MAX_VALUE, layer.bytes() + 1)))
                .build();
    }

    private record Key(String revision, String kind) {}

    private record Times(List<String> from, List<String> until) {}

    /** The layer of a kind. To be called in a transaction on the revision. */
    Layer layer(Kind kind, RevisionLease revision) {
        Key key = new Key(revision.info().hash(), kind.plural());
        Layer known = layers.getIfPresent(key);
        if (known == null) {
            known = make(kind, revision);
            layers.put(key, known);
        }
        return known;
    }

    /** The things of a layer for which conditions hold, in the order of their IRIs. To be called in a transaction. */
    List<Node> things(Layer layer, Kind kind, List<Condition> conditions, RevisionLease revision) {
        return conditions.isEmpty() ? layer.things() : things(kind, conditions, revision);
    }

    private List<Node> things(Kind kind, List<Condition> conditions, RevisionLease revision) {
        CollectionQuery query = new CollectionQuery(
                kind,
                conditions,
                Optional.empty(),
                new Sort(Sort.ID, false),
                List.of(),
                CollectionQuery.LARGEST_LIMIT,
                Optional.empty(),
                Languages.of(""));
        return found.find(query, tables.filters(kind), revision);
    }

    private Layer make(Kind kind, RevisionLease revision) {
        Graph graph = revision.dataset().getUnionGraph();
        List<Node> things = things(kind, List.of(), revision);
        Path path = Geometries.path(kind).orElseThrow();
        Optional<Times> times = Optional.ofNullable(TIMES.get(kind.word()));
        List<Path> looked = new ArrayList<>(List.of(Geometries.toDegrees(path)));
        times.ifPresent(properties -> Stream.of(properties.from(), properties.until())
                .flatMap(List::stream)
                .forEach(property -> looked.add(new P_Link(term(property)))));
        Layer.Making layer = new Layer.Making(things);
        InBlocks.each(
                revision.dataset(),
                things.iterator(),
                looked,
                thing -> layer.add(
                        Geometries.position(graph, thing, path),
                        times.flatMap(properties -> span(graph, thing, properties))));
        return layer.made();
    }

    private static Node term(String property) {
        return NodeFactory.createURI(Urbis.NS + property);
    }

    private static Optional<TimeSpan> span(Graph graph, Node thing, Times times) {
        Optional<LocalDate> first =
                periods(graph, thing, times.from()).map(Period::first).min(Comparator.naturalOrder());
        Optional<LocalDate> last =
                periods(graph, thing, times.until()).map(Period::last).max(Comparator.naturalOrder());
        if (first.isEmpty() && last.isEmpty()) {
            return Optional.empty();
        }
        TimeSpan span = new TimeSpan(first.orElse(LocalDate.MIN), last.orElse(LocalDate.MAX));
        return span.last().isBefore(span.first()) ? Optional.empty() : Optional.of(span);
    }

    private static Stream<Period> periods(Graph graph, Node thing, List<String> properties) {
        return properties.stream()
                .flatMap(property ->
                        graph
                                .find(thing, term(property), Node.ANY)
                                .mapWith(triple -> triple.getObject())
                                .toList()
                                .stream())
                .filter(Node::isLiteral)
                .flatMap(date -> Period.parse(date.getLiteralLexicalForm()).stream());
    }
}
