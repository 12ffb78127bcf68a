package org.w3id.urbis.loader.publication;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Which things were created, updated and deleted, read off the lines of two dumps: all lines about a thing stand together.
 *
 * <p>What is said in the description of the whole does not count, since its figures change with everything else. A name that
 * was given up, of which the graph says nothing but that, is not there any more.
 */
final class ThingComparison implements Comparison {

    private static final byte[] DESCRIPTION = ascii("/graph/description> .\n");
    private static final byte[] TYPE = ascii("<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ");
    private static final byte[] REPLACED = ascii("<http://purl.org/dc/terms/isReplacedBy> ");
    private static final byte[] DEPRECATED = ascii("<http://www.w3.org/2002/07/owl#deprecated> \"true\"");

    private final Consumer<ThingChange> told;
    private byte[] subject = new byte[0];
    private Side before = new Side();
    private Side after = new Side();
    private boolean changed;

    ThingComparison(Consumer<ThingChange> told) {
        this.told = told;
    }

    /** What one dump says of a thing. */
    private static final class Side {
        private boolean mentioned;
        private boolean typed;
        private boolean givenUp;

        void add(byte[] line, int predicate) {
            mentioned = true;
            typed |= startsWith(line, predicate, TYPE);
            givenUp |= startsWith(line, predicate, REPLACED) || startsWith(line, predicate, DEPRECATED);
        }

        boolean isThere() {
            return mentioned && (typed || !givenUp);
        }
    }

    @Override
    public void removed(byte[] line) {
        int predicate = begin(line);
        if (predicate > 0) {
            before.add(line, predicate);
            changed = true;
        }
    }

    @Override
    public void added(byte[] line) {
        int predicate = begin(line);
        if (predicate > 0) {
            after.add(line, predicate);
            changed = true;
        }
    }

    @Override
    public void kept(byte[] line) {
        int predicate = begin(line);
        if (predicate > 0) {
            before.add(line, predicate);
            after.add(line, predicate);
        }
    }

    /** Tells of the last thing. */
    void end() {
        if (changed && (before.isThere() || after.isThere())) {
            String iri = new String(subject, 1, subject.length - 3, StandardCharsets.UTF_8);
            told.accept(new ThingChange(iri, kind()));
        }
    }

    private ChangeKind kind() {
        if (!before.isThere()) {
            return ChangeKind.CREATED;
        }
        return after.isThere() ? ChangeKind.UPDATED : ChangeKind.DELETED;
    }

    /** Where the predicate of a line begins; 0 if the line does not count. */
    private int begin(byte[] line) {
        if (line[0] != '<' || endsWith(line, DESCRIPTION)) {
            return 0;
        }
        if (!startsWith(line, 0, subject) || subject.length == 0) {
            end();
            int space = 0;
            while (line[space] != ' ') {
                space++;
            }
            subject = Arrays.copyOf(line, space + 1);
            before = new Side();
            after = new Side();
            changed = false;
        }
        return subject.length;
    }

    private static boolean startsWith(byte[] line, int at, byte[] beginning) {
        int end = at + beginning.length;
        return end <= line.length && Arrays.equals(line, at, end, beginning, 0, beginning.length);
    }

    private static boolean endsWith(byte[] line, byte[] end) {
        return line.length >= end.length && startsWith(line, line.length - end.length, end);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
