package org.w3id.urbis.loader.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One row of a table.
 *
 * @param number the row's number, counted from 1 for the first below the header
 * @param line   the line of the file on which it starts, counted from 1
 * @param cells  what the cells hold by the name of their column, in the order of the columns; columns without a value in
 *               this row are absent
 */
public record Row(long number, long line, Map<String, String> cells) {

    /** Copies the cells. */
    public Row {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }
}
