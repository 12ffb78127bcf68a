package org.w3id.urbis.loader.entry;

/**
 * One cell of a sheet.
 *
 * @param text      what it holds, without blanks at its ends; empty if nothing
 * @param line      the line of the file, or the row of the sheet, in which it begins, counted from 1
 * @param column    where it begins in that line, in UTF-16 code units, or the number of its column; counted from 1
 * @param endLine   the line in which it ends; 0 if it is no place in a text
 * @param endColumn the column after its end; 0 if it is no place in a text
 */
record Cell(String text, int line, int column, int endLine, int endColumn) {

    /** Excel writes this before what would else be a formula. */
    private static final String ESCAPED = "'[=+@\\t\\r-].*";

    boolean isBlank() {
        return text.isEmpty();
    }

    /** The text without the apostrophe that keeps a spreadsheet from computing it. */
    static String plain(String raw) {
        String text = raw.strip();
        return text.length() > 1 && text.substring(0, 2).matches(ESCAPED) ? text.substring(1) : text;
    }
}
