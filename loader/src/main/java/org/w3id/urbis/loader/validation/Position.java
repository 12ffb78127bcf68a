package org.w3id.urbis.loader.validation;

import java.util.Objects;
import java.util.Optional;

/**
 * A place in a file.
 *
 * @param file      the file's name as it was given; empty if the place is in no file
 * @param line      counted from 1; 0 if it is not known
 * @param column    in UTF-16 code units, counted from 1; 0 if it is not known
 * @param endLine   the line of the last character, counted from 1; 0 if it is not known
 * @param endColumn the column after the last character, in UTF-16 code units, counted from 1; 0 if it is not known
 * @param pointer   the place in a JSON document as a JSON Pointer (RFC 6901); empty for other formats
 * @param cell      the place in a table; empty for what is no table
 */
public record Position(
        String file, int line, int column, int endLine, int endColumn, Optional<String> pointer, Optional<Cell> cell) {

    /** What has no place. */
    public static final Position NOWHERE = new Position("", 0, 0);

    /** Refuses parts that are missing. */
    public Position {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(cell, "cell");
    }

    /**
     * Makes a place whose end is not known.
     *
     * @param file   the file's name
     * @param line   counted from 1; 0 if it is not known
     * @param column counted from 1; 0 if it is not known
     */
    public Position(String file, int line, int column) {
        this(file, line, column, 0, 0, Optional.empty(), Optional.empty());
    }

    /** Returns the same place with its end. */
    Position until(int endLine, int endColumn) {
        return new Position(file, line, column, endLine, endColumn, pointer, cell);
    }

    /** Returns the same place with its JSON Pointer. */
    Position pointing(String jsonPointer) {
        return new Position(file, line, column, endLine, endColumn, Optional.of(jsonPointer), cell);
    }

    /** Packs line and column into one number that sorts like they do; numbers out of range count as unknown. */
    static long pack(long line, long column) {
        return Math.max(0, line) << Integer.SIZE | Math.max(0, column);
    }

    /** Unpacks what {@link #pack} made. */
    static Position of(String file, long packed) {
        return new Position(file, (int) (packed >>> Integer.SIZE), (int) packed);
    }

    /**
     * A place in a table.
     *
     * @param row       counted from 1, the header not counted; 0 for the header
     * @param column    the name of the column as the header has it; empty if it is about the whole row
     * @param reference the cell as spreadsheets name it, such as {@code network!B7}; empty for a file of one table
     */
    public record Cell(int row, String column, String reference) {

        /** Refuses parts that are missing. */
        public Cell {
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(reference, "reference");
        }

        /**
         * Makes a place in a file that is one table.
         *
         * @param row    counted from 1, the header not counted
         * @param column the name of the column
         */
        public Cell(int row, String column) {
            this(row, column, "");
        }
    }
}
