package org.w3id.urbis.endpoint.feature;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.w3id.urbis.endpoint.collection.Geometries.Position;

/** Things of a kind with where and when they are, in the order of their IRIs; in little memory, as there may be very many. */
final class Layer {
    private static final Comparator<Node> BY_IRI = Comparator.comparing(Node::getURI);
    private static final int POSITION_BYTES = 2 * Double.BYTES;
    private static final int SPAN_BYTES = 2 * Long.BYTES;
    private static final int IRI_BYTES = 24;

    private final List<Node> things;
    /** Degrees east and north, thing by thing; no numbers where there is no position. */
    private final double[] positions;
    /** The first and the last day of each, counted from 1970, the last before the first where there is none; empty if all lack them. */
    private final long[] spans;

    private Layer(List<Node> things, double[] positions, long[] spans) {
        this.things = things;
        this.positions = positions;
        this.spans = spans;
    }

    /** Takes things in the order of their IRIs; where and when each is has to be said for one after the other. */
    static final class Making {
        private final List<Node> things;
        private final double[] positions;
        private long[] spans = {};
        private int at;

        Making(List<Node> things) {
            this.things = things;
            this.positions = new double[2 * things.size()];
        }

        void add(Optional<Position> position, Optional<TimeSpan> span) {
            positions[2 * at] =
                    position.map(where -> where.longitude().doubleValue()).orElse(Double.NaN);
            positions[2 * at + 1] =
                    position.map(where -> where.latitude().doubleValue()).orElse(Double.NaN);
            span.ifPresent(time -> {
                if (spans.length == 0) {
                    spans = new long[2 * things.size()];
                    for (int i = 0; i < spans.length; i += 2) {
                        spans[i] = 1;
                    }
                }
                spans[2 * at] = time.first().toEpochDay();
                spans[2 * at + 1] = time.last().toEpochDay();
            });
            at++;
        }

        Layer made() {
            return new Layer(things, positions, spans);
        }
    }

    /** All of them. */
    List<Node> things() {
        return things;
    }

    /** What it takes in memory, roughly, in bytes. */
    long bytes() {
        return (long) things.size() * (IRI_BYTES + POSITION_BYTES + (spans.length == 0 ? 0 : SPAN_BYTES));
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
        boolean areAll = some.size() == things.size();
        for (int i = 0; i < some.size(); i++) {
            int place = areAll ? i : Collections.binarySearch(things, some.get(i), BY_IRI);
            if (box.map(one -> isHere(place, one)).orElse(true)
                    && time.map(one -> isThen(place, one)).orElse(true)) {
                within.add(some.get(i));
            }
        }
        return within;
    }

    private boolean isHere(int place, Bbox box) {
        return Double.isNaN(positions[2 * place]) || box.holds(positions[2 * place], positions[2 * place + 1]);
    }

    private boolean isThen(int place, TimeSpan time) {
        return span(place).map(time::meets).orElse(true);
    }

    private Optional<TimeSpan> span(int place) {
        return spans.length == 0 || spans[2 * place + 1] < spans[2 * place]
                ? Optional.empty()
                : Optional.of(new TimeSpan(
                        LocalDate.ofEpochDay(spans[2 * place]), LocalDate.ofEpochDay(spans[2 * place + 1])));
    }

    /** The smallest box around all positions; empty if there is none. */
    Optional<Bbox> extent() {
        double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int i = 0; i < positions.length; i += 2) {
            if (!Double.isNaN(positions[i])) {
                box[0] = Math.min(box[0], positions[i]);
                box[1] = Math.min(box[1], positions[i + 1]);
                box[2] = Math.max(box[2], positions[i]);
                box[3] = Math.max(box[3], positions[i + 1]);
            }
        }
        return box[0] > box[2] ? Optional.empty() : Optional.of(new Bbox(box[0], box[1], box[2], box[3]));
    }

    /** The time from the first day of all to the last; empty if nothing has a time. */
    Optional<TimeSpan> duration() {
        Optional<TimeSpan> all = Optional.empty();
        for (int place = 0; place < spans.length / 2; place++) {
            Optional<TimeSpan> one = span(place);
            all = all.isEmpty() || one.isEmpty() ? all.or(() -> one) : Optional.of(around(all.get(), one.get()));
        }
        return all;
    }

    private static TimeSpan around(TimeSpan one, TimeSpan other) {
        return new TimeSpan(
                one.first().isBefore(other.first()) ? one.first() : other.first(),
                one.last().isAfter(other.last()) ? one.last() : other.last());
    }
}
