package org.w3id.urbis.loader.entry;

import java.util.Objects;

/**
 * A cell as a place to point at.
 *
 * @param sheet      the number of the sheet, counted from 0
 * @param sheetName  its name; empty for a file that is one table
 * @param line       the line of the file or the row of the sheet, counted from 1
 * @param column     in UTF-16 code units, or the number of the column; counted from 1
 * @param endLine    the line in which the cell ends; 0 if it is no place in a text
 * @param endColumn  the column after its end; 0 if it is no place in a text
 * @param row        the row of data, counted from 1; 0 for the header
 * @param columnName the name of the column as the header has it; empty if it is about the whole row
 */
public record EntryPlace(
        int sheet, String sheetName, int line, int column, int endLine, int endColumn, int row, String columnName)
        implements Comparable<EntryPlace> {

    private static final int LETTERS = 26;

    /** Refuses parts that are missing. */
    public EntryPlace {
        Objects.requireNonNull(sheetName, "sheetName");
        Objects.requireNonNull(columnName, "columnName");
    }

    /**
     * Names the cell as spreadsheets do.
     *
     * @return such as {@code Network!B7}; empty for a file that is one table
     */
    public String reference() {
        if (sheetName.isEmpty()) {
            return "";
        }
        String name = sheetName.matches("\\w+") ? sheetName : "'" + sheetName.replace("'", "''") + "'";
        return name + "!" + letters(column) + line;
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }

    @Override
    public int compareTo(EntryPlace other) {
        int bySheet = Integer.compare(sheet, other.sheet);
        int byLine = bySheet != 0 ? bySheet : Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }
}
