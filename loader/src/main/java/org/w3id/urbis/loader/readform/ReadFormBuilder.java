package org.w3id.urbis.loader.readform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * Makes a read form of a dataset. Terms are numbered in the order in which they are met, so that equal stores give equal
 * files.
 */
public final class ReadFormBuilder {
    private final Map<Node, Integer> numbers = new HashMap<>();
    private final TermBytes form = new TermBytes(List.of());
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Ints termAt = new Ints();
    private final Ints graph = new Ints();
    private final Ints subject = new Ints();
    private final Ints property = new Ints();
    private final Ints value = new Ints();

    private ReadFormBuilder() {}

    /** Numbers one after the other, as many as come. */
    static final class Ints {
        private int[] values = new int[1024];
        private int count;

        void add(int next) {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count++] = next;
        }

        int get(int place) {
            return values[place];
        }

        int count() {
            return count;
        }

        int[] values() {
            return values;
        }
    }

    /**
     * Makes the file.
     *
     * @param dataset all that is to be in it, in named graphs; to be called within a transaction
     * @param file    not there yet
     * @throws UnreadableFormException if the dataset holds what has no place in a read form: terms that are triples, or
     *                                 more than the format can number
     */
    public static void write(DatasetGraph dataset, Path file) {
        ReadFormBuilder builder = new ReadFormBuilder();
        builder.termAt.add(0);
        for (Iterator<Quad> quads = dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY); quads.hasNext(); ) {
            builder.add(quads.next());
        }
        try (FormFile.Writer out = new FormFile.Writer(file)) {
            builder.writeTerms(out);
            TripleSorting.write(builder.graph, builder.subject, builder.property, builder.value, builder.terms(), out);
            out.finish();
        } catch (IOException notWritten) {
            throw new UncheckedIOException("Cannot write " + file, notWritten);
        }
    }

    private void add(Quad quad) {
        graph.add(number(quad.getGraph()));
        subject.add(number(quad.getSubject()));
        property.add(number(quad.getPredicate()));
        value.add(number(quad.getObject()));
    }

    private int number(Node term) {
        Integer known = numbers.get(term);
        if (known != null) {
            return known;
        }
        bytes.writeBytes(form.written(term));
        termAt.add(bytes.size());
        numbers.put(term, numbers.size());
        return numbers.size() - 1;
    }

    private int terms() {
        return termAt.count() - 1;
    }

    private void writeTerms(FormFile.Writer out) throws IOException {
        byte[] all = bytes.toByteArray();
        out.ints(Section.TERM_AT, termAt.values(), termAt.count());
        out.bytes(Section.TERM_BYTES, all, all.length);
        int[] slots = slots(all);
        out.ints(Section.TERM_SLOTS, slots, slots.length);
        byte[] datatypes = (String.join("\0", form.datatypes()) + "\0").getBytes(StandardCharsets.UTF_8);
        out.bytes(Section.DATATYPES, datatypes, datatypes.length);
    }

    /** The hash table, at most half full; a place that is taken sends to the next. */
    private int[] slots(byte[] all) {
        int[] slots = new int[Math.max(2, Integer.highestOneBit(Math.max(1, terms())) << 2)];
        Arrays.fill(slots, -1);
        for (int term = 0; term < terms(); term++) {
            byte[] one = Arrays.copyOfRange(all, termAt.get(term), termAt.get(term + 1));
            int slot = TermBytes.hash(one) & slots.length - 1;
            while (slots[slot] >= 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = term;
        }
        return slots;
    }
}
