package org.w3id.urbis.loader.readform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/**
 * Writes the sections of terms, most of which were there before: their bytes are copied. Datatypes are numbered in the order in
 * which the terms bring them, so that they may get other numbers than before.
 */
final class TermRewriting {
    private static final int CHUNK_BYTES = 1 << 16;

    private final Terms old;
    private final AmendedTerms terms;
    private final TermBytes form;
    /** The new numbers of datatypes by their old ones. */
    private final int[] datatypes;

    private final byte[][] coming;

    TermRewriting(Terms old, AmendedTerms terms) throws IOException {
        this.old = old;
        this.terms = terms;
        List<String> used = List.copyOf(usedDatatypes());
        this.form = new TermBytes(used);
        this.datatypes = old.datatypes().stream().mapToInt(used::indexOf).toArray();
        this.coming = terms.coming().stream().map(form::written).toArray(byte[][]::new);
    }

    /** The datatypes in the order in which the terms bring them. */
    private Set<String> usedDatatypes() throws IOException {
        Set<String> used = new LinkedHashSet<>();
        boolean[] met = new boolean[old.datatypes().size()];
        IntBuffer at = old.at();
        ByteBuffer bytes = old.bytes();
        int string = old.datatypes().indexOf(XSD.xstring.getURI());
        int language = old.datatypes().indexOf(RDF.langString.getURI());
        int direction = old.datatypes().indexOf(RDF.dirLangString.getURI());
        terms.numbers().walk(new Renumbering.Target() {
            @Override
            public void kept(int from, int end) {
                for (int number = from; number < end; number++) {
                    int begin = at.get(number);
                    int datatype = TermBytes.datatype(bytes, begin, string, language, direction);
                    if (datatype >= 0 && !met[datatype]) {
                        met[datatype] = true;
                        used.add(old.datatypes().get(datatype));
                    }
                }
            }

            @Override
            public void inserted(int index) {
                if (terms.coming().get(index).isLiteral()) {
                    String datatype = terms.coming().get(index).getLiteralDatatypeURI();
                    used.add(datatype);
                    int known = old.datatypes().indexOf(datatype);
                    if (known >= 0) {
                        met[known] = true;
                    }
                }
            }
        });
        return used;
    }

    /** Writes the sections. */
    void write(FormFile.Writer out) throws IOException {
        int[] at = begins();
        out.ints(Section.TERM_AT, at, at.length);
        out.beginBytes(Section.TERM_BYTES, at[at.length - 1]);
        TermSlots slots = new TermSlots(terms.numbers().count());
        terms.numbers().walk(new Copying(out, slots));
        slots.write(out);
        form.writeDatatypes(out);
    }

    private int[] begins() throws IOException {
        int[] at = new int[terms.numbers().count() + 1];
        terms.numbers().walk(new Renumbering.Target() {
            private int count;

            @Override
            public void kept(int from, int end) {
                int shift = at[count] - old.at().get(from);
                if (old.at().get(end) > Integer.MAX_VALUE - (long) shift) {
                    throw new UnreadableFormException("Too much for a read form");
                }
                old.at().get(from + 1, at, count + 1, end - from);
                for (int moved = count + 1; moved <= count + end - from; moved++) {
                    at[moved] += shift;
                }
                count += end - from;
            }

            @Override
            public void inserted(int index) {
                at[count + 1] = at[count] + coming[index].length;
                if (at[++count] < 0) {
                    throw new UnreadableFormException("Too much for a read form");
                }
            }
        });
        return at;
    }

    /** Copies the bytes of terms and learns their hashes on the way. */
    private final class Copying implements Renumbering.Target {
        private final FormFile.Writer out;
        private final TermSlots slots;
        private final boolean sameDatatypes;
        private byte[] chunk = new byte[CHUNK_BYTES];
        private int count;

        Copying(FormFile.Writer out, TermSlots slots) {
            this.out = out;
            this.slots = slots;
            this.sameDatatypes = isNatural(datatypes);
        }

        private static boolean isNatural(int[] numbers) {
            for (int place = 0; place < numbers.length; place++) {
                if (numbers[place] != place) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void kept(int from, int end) throws IOException {
            IntBuffer at = old.at();
            int next = from;
            while (next < end) {
                int begin = at.get(next);
                int last = next + 1;
                while (last < end && at.get(last + 1) - begin <= chunk.length) {
                    last++;
                }
                int length = at.get(last) - begin;
                if (length > chunk.length) {
                    chunk = new byte[length];
                }
                old.bytes().get(begin, chunk, 0, length);
                for (; next < last; next++) {
                    enter(at.get(next) - begin, at.get(next + 1) - begin);
                }
                out.put(chunk, 0, length);
            }
        }

        private void enter(int from, int end) {
            if (!sameDatatypes) {
                TermBytes.changeDatatype(chunk, from, datatypes);
            }
            slots.enter(TermBytes.hash(chunk, from, end), count++);
        }

        @Override
        public void inserted(int index) throws IOException {
            byte[] written = coming[index];
            out.put(written, 0, written.length);
            slots.enter(TermBytes.hash(written), count++);
        }
    }
}
