package org.w3id.urbis.loader.source;

/**
 * Something wrong with a file, found while reading it and before any shape looks at what it says.
 *
 * @param file    the file as its user knows it
 * @param line    the line, counted from 1, or 0 if unknown; for a table the line on which the row starts
 * @param column  the column, counted from 1, or 0 if unknown
 * @param message what is wrong and how to mend it, as sentences
 */
public record Fault(String file, long line, long column, String message) implements Comparable<Fault> {

    /**
     * A fault of a file as a whole.
     *
     * @param file    the file as its user knows it
     * @param message what is wrong
     * @return the fault, without a position
     */
    public static Fault of(String file, String message) {
        return new Fault(file, 0, 0, message);
    }

    /**
     * Says where.
     *
     * @return {@code file:line:column}, without the parts that are unknown
     */
    public String place() {
        return line == 0 ? file : column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }

    @Override
    public int compareTo(Fault other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Long.compare(line, other.line);
        int byColumn = byLine != 0 ? byLine : Long.compare(column, other.column);
        return byColumn != 0 ? byColumn : message.compareTo(other.message);
    }

    @Override
    public String toString() {
        return place() + ": " + message;
    }
}
