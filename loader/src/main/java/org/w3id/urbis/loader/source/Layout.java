package org.w3id.urbis.loader.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the rows are in a file that is no plain table with its names in the first row.
 *
 * @param columns  the names of the columns, in their order, for a text file without a first row that names them; empty if
 *                 the file names them itself
 * @param optional names of columns that a file need not have
 * @param emptyMarks what a cell without a value holds, such as {@code NA}
 * @param rowPath  where the rows of a JSON, YAML or XML file are: a JSON Pointer (RFC 6901) to the list, object or element
 *                 whose members are the rows, in which {@code *} stands for every member; empty for the whole file
 * @param sheet    the sheet of a workbook; empty for the first one
 * @param key      the columns whose values no two rows share unless they say the same; empty if rows have no key
 * @param cells    what the cells have to be
 */
public record Layout(
        List<String> columns,
        Set<String> optional,
        Set<String> emptyMarks,
        String rowPath,
        Optional<String> sheet,
        List<String> key,
        CellRules cells) {

    /** A file that says all of this itself. */
    public static final Layout PLAIN = new Layout(List.of(), Set.of(), Set.of(), "", Optional.empty());

    /** Copies what it is given. */
    public Layout {
        columns = List.copyOf(columns);
        optional = Set.copyOf(optional);
        emptyMarks = Set.copyOf(emptyMarks);
        key = List.copyOf(key);
    }

    /**
     * Says where the rows are, which have no key.
     *
     * @param columns    the names of the columns
     * @param optional   names of columns that a file need not have
     * @param emptyMarks what a cell without a value holds
     * @param rowPath    where the rows of a tree are
     * @param sheet      the sheet of a workbook
     */
    public Layout(
            List<String> columns,
            Set<String> optional,
            Set<String> emptyMarks,
            String rowPath,
            Optional<String> sheet) {
        this(columns, optional, emptyMarks, rowPath, sheet, List.of());
    }

    /**
     * Says where the rows are, in whose cells anything may be.
     *
     * @param columns    the names of the columns
     * @param optional   names of columns that a file need not have
     * @param emptyMarks what a cell without a value holds
     * @param rowPath    where the rows of a tree are
     * @param sheet      the sheet of a workbook
     * @param key        the columns that tell rows apart
     */
    public Layout(
            List<String> columns,
            Set<String> optional,
            Set<String> emptyMarks,
            String rowPath,
            Optional<String> sheet,
            List<String> key) {
        this(columns, optional, emptyMarks, rowPath, sheet, key, CellRules.NONE);
    }

    /** The same with other names of columns. */
    Layout naming(List<String> names) {
        return new Layout(names, optional, emptyMarks, rowPath, sheet, key, cells);
    }
}
