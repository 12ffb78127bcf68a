package org.w3id.urbis.loader.statement;

import java.util.Arrays;
import org.apache.jena.graph.Node;

/** Numbers terms from 0, in the order in which they are met. May be read by several threads once nothing is added. */
final class TermNumbers {

    /** Stands for a term that has no number. */
    static final int UNKNOWN = -2;

    private static final int KEPT = 1 << 15;

    private final TermBytes texts = new TermBytes();
    private final Numbers hashes = new Numbers();
    private int[] slots = new int[1 << 12];
    private final Kept[] byNumber = new Kept[KEPT];
    private final Kept[] byTerm = new Kept[KEPT];

    TermNumbers() {
        Arrays.fill(slots, -1);
    }

    /** A term and its number; whoever sees the object sees all of it, for its parts are final. */
    private record Kept(int number, Node term) {}

    int count() {
        return texts.count();
    }

    /** The number of a term, which gets one if it has none. */
    int add(Node term) {
        int known = kept(term);
        if (known >= 0) {
            return known;
        }
        byte[] text = TermText.of(term);
        int hash = hash(text);
        int slot = slot(text, hash);
        int number = slots[slot];
        if (number < 0) {
            number = texts.count();
            texts.add(text);
            hashes.add(hash);
            slots[slot] = number;
            if (number > slots.length / 2) {
                grow();
            }
        }
        keep(term, number);
        return number;
    }

    /** The number of a term, or {@link #UNKNOWN}. */
    int of(Node term) {
        int known = kept(term);
        if (known >= 0) {
            return known;
        }
        if (!term.isConcrete() || term.isTripleTerm()) {
            return UNKNOWN;
        }
        byte[] text = TermText.of(term);
        int number = slots[slot(text, hash(text))];
        if (number < 0) {
            return UNKNOWN;
        }
        keep(term, number);
        return number;
    }

    Node term(int number) {
        Kept known = byNumber[number & KEPT - 1];
        if (known != null && known.number == number) {
            return known.term;
        }
        Node term = TermText.read(texts.get(number));
        keep(term, number);
        return term;
    }

    byte[] text(int number) {
        return texts.get(number);
    }

    private int kept(Node term) {
        Kept known = byTerm[place(term)];
        return known != null && known.term.equals(term) ? known.number : UNKNOWN;
    }

    private void keep(Node term, int number) {
        Kept kept = new Kept(number, term);
        byNumber[number & KEPT - 1] = kept;
        byTerm[place(term)] = kept;
    }

    private static int place(Node term) {
        int hash = term.hashCode() * 0x9E3779B9;
        return hash >>> 17;
    }

    private int slot(byte[] text, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] >= 0 && !(hashes.get(slots[slot]) == hash && texts.is(slots[slot], text))) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        int[] larger = new int[2 * slots.length];
        Arrays.fill(larger, -1);
        int mask = larger.length - 1;
        for (int number = 0; number < texts.count(); number++) {
            int slot = hashes.get(number) & mask;
            while (larger[slot] >= 0) {
                slot = slot + 1 & mask;
            }
            larger[slot] = number;
        }
        slots = larger;
    }

    private static int hash(byte[] text) {
        int hash = Arrays.hashCode(text) * 0x9E3779B9;
        return hash ^ hash >>> 15;
    }
}
