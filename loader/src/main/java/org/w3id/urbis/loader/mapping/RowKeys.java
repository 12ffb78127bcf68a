package org.w3id.urbis.loader.mapping;

import java.util.List;
import java.util.Map;
import org.w3id.urbis.loader.record.Row;

/**
 * Finds rows that bear a key which a row above them bears and say something else. Rows that say the same again are no matter.
 * Holds sixteen bytes for each row, so that two of a hundred million rows are taken for the same with a likelihood of three
 * in ten thousand.
 */
final class RowKeys {

    private static final int FIRST_SIZE = 1 << 10;
    private static final double FULL = 0.6;

    private final List<String> columns;
    private long[] keys = new long[FIRST_SIZE];
    private int[] contents = new int[FIRST_SIZE];
    private int[] lines = new int[FIRST_SIZE];
    private int size;

    /** Looks at some columns; with none, at nothing. */
    RowKeys(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    /** How a row stands to those above it: one of its own, one that says the same again, or one that contradicts. */
    enum Standing {
        NEW,
        REPEATED,
        CONTRADICTING
    }

    /** Looks at a row, and remembers it if its key is new; one without a key is. */
    Standing take(Row row) {
        if (columns.isEmpty() || columns.stream().noneMatch(row.cells()::containsKey)) {
            return Standing.NEW;
        }
        long key = key(row.cells());
        int content = content(row.cells());
        int place = place(key);
        if (lines[place] == 0) {
            add(place, key, content, (int) row.line());
            return Standing.NEW;
        }
        return contents[place] == content ? Standing.REPEATED : Standing.CONTRADICTING;
    }

    /** What is said of a row that contradicts one above it. */
    String contradiction(Row row) {
        return "Row " + row.number() + " has the same " + String.join(" and ", columns) + " as the row on line "
                + lines[place(key(row.cells()))] + ", " + shown(row.cells())
                + ", and says something else. Keep one of them.";
    }

    /** What a row says; the number of a row in a list, which is its key there, is no part of it. */
    private static int content(Map<String, String> cells) {
        int sum = 0;
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            sum += cell.getKey().equals("KEY") ? 0 : cell.hashCode();
        }
        return sum;
    }

    private String shown(Map<String, String> cells) {
        return String.join(
                " ",
                columns.stream().map(column -> cells.getOrDefault(column, "")).toList());
    }

    private void add(int place, long key, int content, int line) {
        keys[place] = key;
        contents[place] = content;
        lines[place] = Math.max(1, line);
        size++;
        if (size > FULL * keys.length) {
            grow();
        }
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldContents = contents;
        int[] oldLines = lines;
        keys = new long[2 * oldKeys.length];
        contents = new int[keys.length];
        lines = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldLines[i] != 0) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                contents[place] = oldContents[i];
                lines[place] = oldLines[i];
            }
        }
    }

    /** Where a key stands, or would. */
    private int place(long key) {
        int place = (int) (key ^ (key >>> 32)) & (keys.length - 1);
        while (lines[place] != 0 && keys[place] != key) {
            place = (place + 1) & (keys.length - 1);
        }
        return place;
    }

    /** Sixty-four bits of the key's text by the FNV-1a function. */
    private long key(Map<String, String> cells) {
        long hash = 0xcbf29ce484222325L;
        for (String column : columns) {
            String value = cells.getOrDefault(column, "");
            for (int i = 0; i < value.length(); i++) {
                hash = (hash ^ value.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ '\n') * 0x100000001b3L;
        }
        return hash;
    }
}
