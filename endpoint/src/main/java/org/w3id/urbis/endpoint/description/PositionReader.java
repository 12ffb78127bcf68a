package org.w3id.urbis.endpoint.description;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.w3id.urbis.ontology.Urbis;

/** Finds the places to show on the map for a thing, inside a transaction of the caller's. */
public final class PositionReader {
    /** More would hide the map. */
    private static final int MOST = 500;

    private static final Node LATITUDE = NodeFactory.createURI(Urbis.LATITUDE);
    private static final Node LONGITUDE = NodeFactory.createURI(Urbis.LONGITUDE);
    private static final Node GOVERNS = NodeFactory.createURI(Urbis.NS + "governs");
    /** From the thing to a place. */
    private static final List<Node> TO_PLACE = terms("seat", "location", "governs", "foundedIn", "adoptedIn");
    /** From a place, or its government, to the thing: members of networks, places in countries. */
    private static final List<Node> FROM_PLACE = terms("isMemberOf", "isWithin");

    /** The paths to where things themselves lie. */
    public static final List<Path> PATHS = List.of(new P_Link(LATITUDE), new P_Link(LONGITUDE));

    private final DatasetGraph dataset;

    /** Prepares to read from a dataset. */
    public PositionReader(DatasetGraph dataset) {
        this.dataset = dataset;
    }

    private static List<Node> terms(String... names) {
        return List.of(names).stream()
                .map(name -> NodeFactory.createURI(Urbis.NS + name))
                .toList();
    }

    /**
     * The places of a thing: itself; else its seat and where else it belongs, the cities that are its members, the places
     * within it.
     *
     * @return at most 500, each once, in the order of their IRIs; none if nothing has a position
     */
    public List<Position> read(Node thing) {
        Optional<Position> own = own(thing);
        if (own.isPresent()) {
            return List.of(own.get());
        }
        Map<Node, Position> byPlace = new LinkedHashMap<>();
        for (Node property : TO_PLACE) {
            Iter.asStream(dataset.findNG(Node.ANY, thing, property, Node.ANY))
                    .forEach(quad -> add(byPlace, quad.getObject(), property));
        }
        for (Node property : FROM_PLACE) {
            Iter.asStream(dataset.findNG(Node.ANY, Node.ANY, property, thing))
                    .limit(DescriptionReader.MOST_COUNTED)
                    .forEach(quad -> addMember(byPlace, quad.getSubject(), property));
        }
        List<Position> positions = new ArrayList<>(byPlace.values());
        positions.sort(
                (one, other) -> one.place().toString().compareTo(other.place().toString()));
        return positions.size() > MOST ? positions.subList(0, MOST) : positions;
    }

    /** Where a thing itself lies; empty if nobody says. */
    public Optional<Position> own(Node thing) {
        return position(thing, LATITUDE);
    }

    private void addMember(Map<Node, Position> byPlace, Node subject, Node property) {
        add(byPlace, subject, property);
        Iter.asStream(dataset.findNG(Node.ANY, subject, GOVERNS, Node.ANY))
                .forEach(quad -> add(byPlace, quad.getObject(), property));
    }

    private void add(Map<Node, Position> byPlace, Node place, Node relation) {
        if (!byPlace.containsKey(place)) {
            position(place, relation).ifPresent(found -> byPlace.put(place, found));
        }
    }

    private Optional<Position> position(Node place, Node relation) {
        Optional<Double> latitude = number(place, LATITUDE, 90);
        return latitude.flatMap(
                lat -> number(place, LONGITUDE, 180).map(lon -> new Position(place, lat, lon, relation)));
    }

    private Optional<Double> number(Node subject, Node property, double limit) {
        return Iter.asStream(dataset.findNG(Node.ANY, subject, property, Node.ANY))
                .map(quad -> quad.getObject())
                .filter(value -> value.isLiteral() && value.getLiteralValue() instanceof Number)
                .map(value -> ((Number) value.getLiteralValue()).doubleValue())
                .filter(value -> Math.abs(value) <= limit)
                .findFirst();
    }
}
