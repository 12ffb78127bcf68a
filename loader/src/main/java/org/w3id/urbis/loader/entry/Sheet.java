package org.w3id.urbis.loader.entry;

import java.util.List;

/**
 * A sheet as it lies in a file: rows of cells, nothing understood yet.
 *
 * @param name the name of the sheet; empty for a file that is one table
 * @param rows the rows that hold anything, from top to bottom, those with comments included
 */
record Sheet(String name, List<List<Cell>> rows) {

    /** Copies the rows. */
    Sheet {
        rows = List.copyOf(rows);
    }

    /** Whether a row is a comment: its first cell begins with a hash. */
    static boolean isComment(List<Cell> row) {
        return row.getFirst().text().startsWith("#");
    }
}
