package org.w3id.urbis.loader.readform;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.jena.graph.Node;

/** The terms of a read form, by number and back. */
final class Terms {
    /** The number of a term that is not there. */
    static final int UNKNOWN = -2;

    /** Terms that are kept as objects; the others are read again. */
    private static final int MOST_KEPT = 1 << 16;

    private final IntBuffer at;
    private final ByteBuffer bytes;
    private final IntBuffer slots;
    private final int mask;
    private final TermBytes form;
    private final List<String> datatypes;
    private final Kept kept;

    /** Terms that have been read, for as long as no other takes their place. Threads see each as a whole or not at all. */
    private sealed interface Kept {
        /** The term with a number, or null. */
        Node get(int number);

        void keep(int number, Node term);
    }

    /** Every term has a place of its own. */
    private record All(AtomicReferenceArray<Node> terms) implements Kept {
        @Override
        public Node get(int number) {
            return terms.getAcquire(number);
        }

        @Override
        public void keep(int number, Node term) {
            terms.setRelease(number, term);
        }
    }

    /** Terms share as many places as a power of two. */
    private record Some(AtomicReferenceArray<Numbered> terms) implements Kept {
        private record Numbered(int number, Node term) {}

        @Override
        public Node get(int number) {
            Numbered known = terms.getAcquire(place(number));
            return known != null && known.number() == number ? known.term() : null;
        }

        @Override
        public void keep(int number, Node term) {
            terms.setRelease(place(number), new Numbered(number, term));
        }

        private int place(int number) {
            return number & terms.length() - 1;
        }
    }

    Terms(Map<Section, ByteBuffer> sections) {
        at = FormFile.ints(sections, Section.TERM_AT);
        bytes = sections.get(Section.TERM_BYTES);
        slots = FormFile.ints(sections, Section.TERM_SLOTS);
        mask = slots.limit() - 1;
        datatypes = datatypes(sections.get(Section.DATATYPES));
        form = new TermBytes(datatypes);
        kept = count() <= MOST_KEPT
                ? new All(new AtomicReferenceArray<>(count()))
                : new Some(new AtomicReferenceArray<>(MOST_KEPT));
    }

    private static List<String> datatypes(ByteBuffer section) {
        List<String> iris = new ArrayList<>();
        byte[] all = new byte[section.limit()];
        section.get(0, all);
        int from = 0;
        for (int i = 0; i < all.length; i++) {
            if (all[i] == 0) {
                if (i > from) {
                    iris.add(new String(all, from, i - from, StandardCharsets.UTF_8));
                }
                from = i + 1;
            }
        }
        return iris;
    }

    /** How many there are; they are numbered from 0. */
    int count() {
        return at.limit() - 1;
    }

    /** Where the bytes of each term begin, and where the last ones end. */
    IntBuffer at() {
        return at;
    }

    /** The bytes of all terms. */
    ByteBuffer bytes() {
        return bytes;
    }

    /** The IRIs of datatypes, by their numbers. */
    List<String> datatypes() {
        return datatypes;
    }

    /** The term with a number. */
    Node term(int number) {
        Node known = kept.get(number);
        if (known != null) {
            return known;
        }
        int from = at.get(number);
        byte[] written = new byte[at.get(number + 1) - from];
        bytes.get(from, written);
        Node term = form.read(written);
        kept.keep(number, term);
        return term;
    }

    /** The number of a term, or {@link #UNKNOWN}. */
    int number(Node term) {
        byte[] sought = form.sought(term);
        if (sought.length == 0) {
            return UNKNOWN;
        }
        for (int slot = TermBytes.hash(sought) & mask; ; slot = slot + 1 & mask) {
            int number = slots.get(slot);
            if (number < 0) {
                return UNKNOWN;
            }
            if (isAt(number, sought)) {
                return number;
            }
        }
    }

    /** How many terms are numbers; they come first, by value. */
    int numerics() {
        int low = 0;
        int high = count();
        while (low < high) {
            int middle = low + high >>> 1;
            if (NumericValues.of(term(middle)) != null) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first number that is not below a value or, if it may not be equal either, above it. */
    int firstNumeric(BigDecimal value, boolean above) {
        int low = 0;
        int high = numerics();
        while (low < high) {
            int middle = low + high >>> 1;
            int order = NumericValues.ORDER.compare(NumericValues.of(term(middle)), value);
            if (order < 0 || above && order == 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isAt(int number, byte[] sought) {
        int from = at.get(number);
        if (at.get(number + 1) - from != sought.length) {
            return false;
        }
        for (int i = sought.length - 1; i >= 0; i--) {
            if (bytes.get(from + i) != sought[i]) {
                return false;
            }
        }
        return true;
    }
}
