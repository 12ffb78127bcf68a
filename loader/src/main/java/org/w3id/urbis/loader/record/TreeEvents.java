package org.w3id.urbis.loader.record;

import java.io.Closeable;
import java.io.IOException;

/** The parts of a JSON, YAML or XML file, one after the other. */
interface TreeEvents extends Closeable {

    /** What a part is. */
    enum Part {
        /** An object begins. */
        OBJECT,
        /** A list begins. */
        LIST,
        /** The object or list that began last ends. */
        END,
        /** The key of the member that follows. */
        KEY,
        /** A text, number or truth value. */
        VALUE,
        /** Text that stands in an object beside its members, as only XML has it. */
        TEXT,
        /** Nothing stands where a value could. */
        NOTHING
    }

    /**
     * Goes to the next part.
     *
     * @return what it is; null after the last one
     * @throws BrokenTreeException if the file breaks the rules of its format
     * @throws IOException         if it cannot be read
     */
    Part next() throws BrokenTreeException, IOException;

    /** The key or value as text. */
    String text();

    /** The line of the part, counted from 1. */
    long line();

    /** The file is not what its ending says. */
    final class BrokenTreeException extends Exception {

        private static final long serialVersionUID = 1L;

        private final long line;
        private final long column;

        BrokenTreeException(String message, long line, long column, Throwable cause) {
            super(message, cause);
            this.line = line;
            this.column = column;
        }

        long line() {
            return line;
        }

        long column() {
            return column;
        }
    }
}
