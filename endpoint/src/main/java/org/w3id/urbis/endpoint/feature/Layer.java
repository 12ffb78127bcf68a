package org.w3id.urbis.endpoint.feature;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.w3id.urbis.endpoint.collection.Geometries.Position;

/** Things of a kind with where and when they are, in the order of their IRIs. */
final class Layer {
    private static final Comparator<Node> BY_IRI = Comparator.comparing(Node::getURI);

    private final List<Node> things;
    private final List<Optional<Position>> positions;
    private final List<Optional<TimeSpan>> spans;

    /** Takes things in the order of their IRIs, and for each its position and its time. */
    Layer(List<Node> things, List<Optional<Position>> positions, List<Optional<TimeSpan>> spans) {
        this.things = things;
        this.positions = positions;
        this.spans = spans;
    }

    int size() {
        return things.size();
    }

    /** The position of one of the things; empty if it has none. */
    Optional<Position> position(Node thing) {
        return positions.get(place(thing));
    }

    /**
     * Those of some things that lie in a box and in a time. What has no position lies in every box, and what has no time in
     * every time: the standard wants it so.
     */
    List<Node> within(List<Node> some, Optional<Bbox> box, Optional<TimeSpan> time) {
        if (box.isEmpty() && time.isEmpty()) {
            return some;
        }
        List<Node> within = new ArrayList<>();
        for (Node thing : some) {
            int place = place(thing);
            boolean here = box.isEmpty()
                    || positions
                            .get(place)
                            .map(position -> box.get()
                                    .holds(
                                            position.longitude().doubleValue(),
                                            position.latitude().doubleValue()))
                            .orElse(true);
            if (here
                    && (time.isEmpty()
                            || spans.get(place).map(time.get()::meets).orElse(true))) {
                within.add(thing);
            }
        }
        return within;
    }

    private int place(Node thing) {
        return Collections.binarySearch(things, thing, BY_IRI);
    }

    /** The smallest box around all positions; empty if there is none. */
    Optional<Bbox> extent() {
        return positions.stream()
                .flatMap(Optional::stream)
                .map(position -> new Bbox(
                        position.longitude().doubleValue(),
                        position.latitude().doubleValue(),
                        position.longitude().doubleValue(),
                        position.latitude().doubleValue()))
                .reduce((one, other) -> new Bbox(
                        Math.min(one.west(), other.west()),
                        Math.min(one.south(), other.south()),
                        Math.max(one.east(), other.east()),
                        Math.max(one.north(), other.north())));
    }

    /** The time from the first day of all to the last; empty if nothing has a time. */
    Optional<TimeSpan> duration() {
        return spans.stream()
                .flatMap(Optional::stream)
                .reduce((one, other) -> new TimeSpan(
                        one.first().isBefore(other.first()) ? one.first() : other.first(),
                        one.last().isAfter(other.last()) ? one.last() : other.last()));
    }
}
