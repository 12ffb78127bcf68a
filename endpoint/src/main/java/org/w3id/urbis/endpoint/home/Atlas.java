package org.w3id.urbis.endpoint.home;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.path.P_Link;
import org.w3id.urbis.endpoint.description.Position;
import org.w3id.urbis.endpoint.description.PositionReader;
import org.w3id.urbis.endpoint.description.Terms;
import org.w3id.urbis.endpoint.store.InBlocks;
import org.w3id.urbis.ontology.Urbis;

/**
 * The cities of a revision, the seats of its networks, and which leads to which.
 *
 * @param spots places, those with most networks first; {@link #MOST} at most
 * @param ties  from the seat of a network to a city that is a member of it
 * @param cut   whether places were left out
 */
record Atlas(List<Spot> spots, List<Tie> ties, boolean cut) {
    /** More would hide the land. */
    static final int MOST = 400;
    /** How many places are looked at before the weightiest are chosen. */
    private static final int MOST_READ = 5_000;

    private static final Node NETWORK = NodeFactory.createURI(Urbis.NETWORK);
    private static final Node CITY = NodeFactory.createURI(Urbis.CITY);
    private static final Node SEAT = NodeFactory.createURI(Urbis.NS + "seat");
    private static final Node MEMBER_OF = NodeFactory.createURI(Urbis.NS + "isMemberOf");

    /**
     * A place on the map.
     *
     * @param position where it lies
     * @param seatOf   networks that are based there
     * @param memberOf networks and bodies that it is a member of
     */
    record Spot(Position position, List<Node> seatOf, List<Node> memberOf) {
        private int weight() {
            return 2 * seatOf.size() + memberOf.size();
        }
    }

    /**
     * That a network has its seat in one place and a member in another.
     *
     * @param from the seat
     * @param to   the member
     */
    record Tie(Node from, Node to) {}

    /** Reads a revision, in a transaction of the caller's. */
    static Atlas of(DatasetGraph dataset) {
        return new Reading(dataset).atlas();
    }

    /** All that a map of it has to name. */
    Set<Node> named() {
        Set<Node> named = new LinkedHashSet<>();
        for (Spot spot : spots) {
            named.add(spot.position().place());
            named.addAll(spot.seatOf());
            named.addAll(spot.memberOf());
        }
        return named;
    }

    /** One reading of a dataset. */
    private static final class Reading {
        private final DatasetGraph dataset;
        private final PositionReader positions;
        private final Map<Node, Set<Node>> seats = new LinkedHashMap<>();
        private final Map<Node, Set<Node>> members = new LinkedHashMap<>();
        private final Set<Node> cities = new LinkedHashSet<>();
        private boolean cut;

        Reading(DatasetGraph dataset) {
            this.dataset = dataset;
            this.positions = new PositionReader(dataset);
        }

        Atlas atlas() {
            InBlocks.each(
                    dataset,
                    subjects(Terms.TYPE, NETWORK).iterator(),
                    List.of(new P_Link(SEAT)),
                    network -> Iter.asStream(dataset.findNG(Node.ANY, network, SEAT, Node.ANY))
                            .forEach(quad -> put(seats, quad.getObject(), network)));
            Iterator<Quad> ties = dataset.findNG(Node.ANY, Node.ANY, MEMBER_OF, Node.ANY);
            while (ties.hasNext() && members.size() < MOST_READ) {
                Quad tie = ties.next();
                put(members, tie.getSubject(), tie.getObject());
            }
            cut |= ties.hasNext();
            Iter.close(ties);
            cities.addAll(seats.keySet());
            cities.addAll(members.keySet());
            cities.addAll(subjects(Terms.TYPE, CITY));
            List<Spot> all = spots();
            // Where there are more places than room, one without any network would stand for nothing but its name.
            List<Spot> shown = all.stream()
                    .filter(spot -> all.size() <= MOST || spot.weight() > 0)
                    .sorted(Comparator.comparingInt(Spot::weight)
                            .reversed()
                            .thenComparing(spot -> spot.position().place().getURI()))
                    .limit(MOST)
                    .toList();
            return new Atlas(shown, ties(shown), cut || shown.size() < all.size());
        }

        private static void put(Map<Node, Set<Node>> map, Node key, Node value) {
            map.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(value);
        }

        private List<Node> subjects(Node property, Node object) {
            List<Node> subjects = Iter.asStream(dataset.findNG(Node.ANY, Node.ANY, property, object))
                    .map(Quad::getSubject)
                    .filter(Node::isURI)
                    .distinct()
                    .limit(MOST_READ + 1L)
                    .toList();
            cut |= subjects.size() > MOST_READ;
            return subjects;
        }

        private List<Spot> spots() {
            List<Spot> spots = new ArrayList<>();
            InBlocks.each(
                    dataset, cities.stream().filter(Node::isURI).iterator(), PositionReader.PATHS, place -> positions
                            .own(place)
                            .ifPresent(position -> spots.add(
                                    new Spot(position, sorted(seats.get(place)), sorted(members.get(place))))));
            return spots;
        }

        private static List<Node> sorted(Set<Node> nodes) {
            return nodes == null
                    ? List.of()
                    : nodes.stream()
                            .filter(Node::isURI)
                            .sorted(Comparator.comparing(Node::getURI))
                            .toList();
        }

        private static List<Tie> ties(List<Spot> spots) {
            Map<Node, List<Node>> seatsOf = new HashMap<>();
            spots.forEach(
                    spot -> spot.seatOf().forEach(network -> seatsOf.computeIfAbsent(network, any -> new ArrayList<>())
                            .add(spot.position().place())));
            Set<Tie> ties = new LinkedHashSet<>();
            for (Spot spot : spots) {
                Node to = spot.position().place();
                for (Node network : spot.memberOf()) {
                    seatsOf.getOrDefault(network, List.of()).stream()
                            .filter(from -> !from.equals(to))
                            .forEach(from -> ties.add(new Tie(from, to)));
                }
            }
            return List.copyOf(ties);
        }
    }
}
