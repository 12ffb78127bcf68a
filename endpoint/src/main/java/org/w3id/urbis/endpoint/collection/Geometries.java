package org.w3id.urbis.endpoint.collection;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathParser;
import org.apache.jena.sparql.path.eval.PathEval;
import org.w3id.urbis.ontology.Urbis;

/** Where on the Earth things are: the way from things of a kind to places with a position. */
public final class Geometries {
    private static final Node LATITUDE = Kinds.term("latitude");
    private static final Node LONGITUDE = Kinds.term("longitude");
    private static final PrefixMapping PREFIXES =
            PrefixMapping.Factory.create().setNsPrefix("urbis", Urbis.NS).lock();

    /** By class; narrower classes take the way of wider ones unless they have their own. A place is where it is itself. */
    private static final Map<Node, Path> PATHS = Map.of(
            Kinds.term("Place"), path("urbis:latitude?"),
            Kinds.term("LocalGovernment"), path("urbis:governs"),
            Kinds.term("Organization"), path("urbis:seat|urbis:address/urbis:addressCity"),
            Kinds.term("Membership"), path("urbis:member/(urbis:governs|urbis:seat)?"),
            Kinds.term("Event"), path("urbis:location"));

    private Geometries() {}

    /**
     * A position.
     *
     * @param longitude degrees east of Greenwich, -180 to 180
     * @param latitude  degrees north of the equator, -90 to 90
     */
    public record Position(BigDecimal longitude, BigDecimal latitude) {
        /** As GeoJSON writes it. */
        public Map<String, Object> point() {
            Map<String, Object> point = new LinkedHashMap<>();
            point.put("type", "Point");
            point.put("coordinates", List.of(longitude, latitude));
            return point;
        }
    }

    private static Path path(String text) {
        return PathParser.parse(text, PREFIXES);
    }

    /** The way from things of a kind to where they are; empty if they are nowhere. */
    public static Optional<Path> path(Kind kind) {
        return kind.classes().stream().filter(PATHS::containsKey).findFirst().map(PATHS::get);
    }

    /** The way on, by one to the degrees of the places that it leads to. */
    public static Path toDegrees(Path path) {
        return new P_Seq(path, new P_Alt(new P_Link(LONGITUDE), new P_Link(LATITUDE)));
    }

    /** The position of a thing: that of the first of its places by IRI that has one; empty if none has. */
    public static Optional<Position> position(Graph graph, Node thing, Path path) {
        return Iter.asStream(PathEval.eval(graph, thing, path, ARQ.getContext()))
                .filter(Node::isURI)
                .distinct()
                .sorted(Comparator.comparing(Node::getURI))
                .flatMap(place -> at(graph, place).stream())
                .findFirst();
    }

    private static Optional<Position> at(Graph graph, Node place) {
        return number(graph, place, LONGITUDE).flatMap(longitude -> number(graph, place, LATITUDE)
                .map(latitude -> new Position(longitude, latitude)));
    }

    private static Optional<BigDecimal> number(Graph graph, Node place, Node property) {
        return graph.find(place, property, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isLiteral)
                .nextOptional()
                .flatMap(Matching::number);
    }
}
