package org.w3id.urbis.endpoint.feature;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.urbis.endpoint.collection.CollectionTables;
import org.w3id.urbis.endpoint.collection.Column;
import org.w3id.urbis.endpoint.collection.FilterType;
import org.w3id.urbis.endpoint.collection.Kind;
import org.w3id.urbis.endpoint.description.Identifiers;
import org.w3id.urbis.endpoint.problem.Problem;
import org.w3id.urbis.endpoint.problem.ProblemDetail;
import org.w3id.urbis.endpoint.problem.ProblemType;
import org.w3id.urbis.ontology.Urbis;

/** The collections of features, what their features are called and what properties they have. */
final class FeatureKinds {
    /** Kinds whose things have a place on the Earth. */
    static final List<String> NAMES = List.of("cities", "events", "governments", "memberships", "networks");

    private final CollectionTables tables;

    FeatureKinds(CollectionTables tables) {
        this.tables = tables;
    }

    List<Kind> all() {
        return NAMES.stream().map(tables::kind).toList();
    }

    /**
     * The kind of a collection.
     *
     * @throws org.w3id.urbis.endpoint.problem.ProblemException if there is no such collection
     */
    Kind kind(String name) {
        if (!NAMES.contains(name)) {
            throw Problem.of(ProblemType.NOT_FOUND, ProblemDetail.FEATURES, name, String.join(", ", NAMES))
                    .exception();
        }
        return tables.kind(name);
    }

    /**
     * The properties of features: all columns but those that could be of any length or lead to the source, which the
     * document behind the property {@code iri} has.
     */
    SortedMap<String, Column> columns(Kind kind) {
        SortedMap<String, Column> columns = new TreeMap<>(tables.columns(kind));
        columns.values()
                .removeIf(column -> column.type() == FilterType.WORDS
                        || column.name().equals("latitude")
                        || column.name().equals("longitude")
                        || List.of("source", "document", "identifier", "mentions")
                                .contains(column.name()));
        return columns;
    }

    /** What a feature is called in its collection: its key, after another kind's word and a colon if it is of that kind. */
    static String id(Kind kind, Node thing) {
        String iri = thing.getURI();
        String own = Urbis.ID + kind.word() + "/";
        if (iri.startsWith(own)) {
            return iri.substring(own.length());
        }
        return iri.startsWith(Urbis.ID) ? iri.substring(Urbis.ID.length()).replaceFirst("/", ":") : iri;
    }

    /** The thing that a feature is called by; empty if the collection has none of that name. */
    static Optional<Node> thing(Graph graph, Kind kind, String id) {
        for (String iri : List.of(Urbis.ID + kind.word() + "/" + id, Urbis.ID + id.replaceFirst(":", "/"), id)) {
            if (Identifiers.isAbsoluteIri(iri)) {
                Node thing = NodeFactory.createURI(iri);
                if (kind.holds(graph, thing)) {
                    return Optional.of(thing);
                }
            }
        }
        return Optional.empty();
    }
}
