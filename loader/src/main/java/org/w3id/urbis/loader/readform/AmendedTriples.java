package org.w3id.urbis.loader.readform;

import java.io.IOException;
import java.nio.IntBuffer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.w3id.urbis.loader.readform.AmendedTerms.Spot;

/** Writes the triples of a read form in all their orders, without those that go and with those that come. */
final class AmendedTriples {
    private static final int CHUNK_INTS = 3 << 14;

    private final Triples old;
    private final AmendedTerms terms;
    private final List<Touched> coming;
    private final List<Touched> going;
    private final Map<Touched, Integer> indexes = new HashMap<>();
    private final Renumbering numbers;

    AmendedTriples(Triples old, AmendedTerms terms, List<Touched> touched) {
        this.old = old;
        this.terms = terms;
        this.going = touched.stream().filter(Touched::isGoing).toList();
        Order order = bySubject();
        this.coming = order.sorted(touched.stream().filter(Touched::isComing).toList());
        this.numbers = order.rows(coming, going);
        for (int index = 0; index < coming.size(); index++) {
            indexes.put(coming.get(index), index);
        }
    }

    /**
     * An order in which triples are written.
     *
     * @param at     where those with the same first part begin, by its number
     * @param rows   the other parts in their order, and maybe the number of the triple
     * @param width  how many numbers a row has
     * @param first  what they are sorted by
     * @param second what those are sorted by that are alike in the first part
     * @param third  and what if they are alike in the second
     */
    private record Order(
            IntBuffer at,
            IntBuffer rows,
            int width,
            Function<Touched, Spot> first,
            Function<Touched, Spot> second,
            Function<Touched, Spot> third) {

        List<Touched> sorted(List<Touched> triples) {
            return triples.stream()
                    .sorted(Comparator.comparingInt(
                                    (Touched one) -> first.apply(one).after())
                            .thenComparingInt(one -> second.apply(one).after())
                            .thenComparingInt(one -> third.apply(one).after()))
                    .toList();
        }

        /** The old row that a triple is, or that it comes before. */
        int place(Touched triple) {
            Spot one = first.apply(triple);
            int place = at.get(one.before());
            if (!one.isKnown()) {
                return place;
            }
            Spot two = second.apply(triple);
            int end = at.get(one.before() + 1);
            place = Triples.lower(rows, width, place, end, two.before());
            if (!two.isKnown()) {
                return place;
            }
            end = Triples.lower(rows, width, place, end, two.before() + 1);
            return Triples.lowerSecond(
                    rows, width, place, end, third.apply(triple).before());
        }

        Renumbering rows(List<Touched> coming, List<Touched> going) {
            return new Renumbering(
                    rows.limit() / width,
                    going.stream().mapToInt(this::place).sorted().toArray(),
                    coming.stream().mapToInt(this::place).toArray());
        }
    }

    private Order bySubject() {
        return new Order(old.subjectAt, old.bySubject, 2, Touched::subject, Touched::property, Touched::value);
    }

    private Order byProperty() {
        return new Order(old.propertyAt, old.byProperty, 3, Touched::property, Touched::value, Touched::subject);
    }

    private Order byValue() {
        return new Order(old.valueAt, old.byValue, 3, Touched::value, Touched::subject, Touched::property);
    }

    /** How old numbers of triples become new ones. */
    Renumbering numbers() {
        return numbers;
    }

    /** The old triple that a triple is, or that it comes before. */
    int place(Touched triple) {
        return triple.isComing() ? numbers.place(indexes.get(triple)) : triple.number();
    }

    /** The new number of a triple that comes or stays. */
    int after(Touched triple) {
        return triple.isComing() ? numbers.ofInserted(indexes.get(triple)) : numbers.of(triple.number());
    }

    /** Writes the sections from the triples by subject to those by value. */
    void write(FormFile.Writer out) throws IOException {
        write(Section.SUBJECT_AT, Section.BY_SUBJECT, bySubject(), out);
        write(Section.PROPERTY_AT, Section.BY_PROPERTY, byProperty(), out);
        write(Section.VALUE_AT, Section.BY_VALUE, byValue(), out);
    }

    private void write(Section at, Section rows, Order order, FormFile.Writer out) throws IOException {
        Begins begins = new Begins(order.at(), terms.numbers());
        coming.forEach(triple -> begins.more(order.first().apply(triple).after(), 1));
        going.stream().map(order.first()).filter(Spot::stays).forEach(spot -> begins.more(spot.after(), -1));
        begins.write(at, out);
        List<Touched> sorted = order.sorted(coming);
        Renumbering places = order.rows(sorted, going);
        out.beginInts(rows, (long) places.count() * order.width());
        places.walk(new Copying(order, sorted, out));
    }

    /** Copies rows, in which terms and triples get their new numbers. */
    private final class Copying implements Renumbering.Target {
        private final Order order;
        private final List<Touched> sorted;
        private final FormFile.Writer out;
        private final int[] chunk = new int[CHUNK_INTS];

        Copying(Order order, List<Touched> sorted, FormFile.Writer out) {
            this.order = order;
            this.sorted = sorted;
            this.out = out;
        }

        @Override
        public void kept(int from, int end) throws IOException {
            int width = order.width();
            int last = end * width;
            for (int at = from * width; at < last; at += CHUNK_INTS) {
                int some = Math.min(CHUNK_INTS, last - at);
                order.rows().get(at, chunk, 0, some);
                terms.numbers().renumber(chunk, 0, width, some);
                terms.numbers().renumber(chunk, 1, width, some);
                if (width > 2) {
                    numbers.renumber(chunk, 2, width, some);
                }
                out.put(chunk, 0, some);
            }
        }

        @Override
        public void inserted(int index) throws IOException {
            Touched triple = sorted.get(index);
            chunk[0] = order.second().apply(triple).after();
            chunk[1] = order.third().apply(triple).after();
            chunk[2] = after(triple);
            out.put(chunk, 0, order.width());
        }
    }
}
