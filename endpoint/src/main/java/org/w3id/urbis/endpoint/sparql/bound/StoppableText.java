package org.w3id.urbis.endpoint.sparql.bound;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.QueryCancelledException;

/**
 * A text that a regular expression can be stopped in. Java's matcher tries again and again by reading characters, for
 * hours if it is led astray, and asks nobody whether to go on; but each try reads at least one.
 */
final class StoppableText implements CharSequence {
    /** How many characters are read between two looks at the signal; about ten microseconds' worth. */
    private static final int BETWEEN_LOOKS = 4096;

    private final String text;
    private final AtomicBoolean stop;
    private int untilLook = BETWEEN_LOOKS;

    StoppableText(String text, AtomicBoolean stop) {
        this.text = text;
        this.stop = stop;
    }

    @Override
    public char charAt(int index) {
        if (--untilLook == 0) {
            untilLook = BETWEEN_LOOKS;
            if (stop.get()) {
                throw new QueryCancelledException();
            }
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
