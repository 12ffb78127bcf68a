package org.w3id.urbis.loader.entry;

import java.util.ArrayList;
import java.util.List;
import org.w3id.urbis.loader.entry.EntryFault.Sort;

/**
 * Takes a CSV text apart and keeps the place of each cell.
 *
 * <p>Cells are parted by a comma, by a semicolon as spreadsheets of many European countries write it, or by a tab: the
 * one that stands most often in the row of titles. Rows whose first cell begins with a hash are comments.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class CsvText {

    private static final String SEPARATORS = ",;\t";

    /** Excel's way to say what parts the cells. */
    private static final String DECLARED = "(?i)sep=[,;\t]";

    private final String text;
    private final List<EntryFault> faults;
    private final List<List<Cell>> rows = new ArrayList<>();
    private char separator;
    private int at;
    private int line = 1;
    private int lineStart;
    private long cells;

    CsvText(String text, List<EntryFault> faults) {
        this.text = text;
        this.faults = faults;
        this.separator = detected();
    }

    char separator() {
        return separator;
    }

    /** Reads the text to its end, or to a quotation mark that is never closed. */
    Sheet sheet() {
        skipDeclaration();
        while (at < text.length()) {
            if (rows.size() > EntryReader.MOST_ROWS || cells > EntryReader.MOST_CELLS) {
                faults.add(EntryFault.of(
                        here(),
                        Sort.UNFINISHED,
                        "table.too-large",
                        "rows",
                        EntryReader.MOST_ROWS,
                        "cells",
                        EntryReader.MOST_CELLS));
                break;
            }
            List<Cell> row = row();
            if (!row.stream().allMatch(Cell::isBlank)) {
                rows.add(row);
                cells += row.size();
            }
        }
        return new Sheet("", rows);
    }

    private void skipDeclaration() {
        // A blank stands where a byte order mark stood.
        if (text.startsWith(" \"") || text.startsWith("\uFEFF")) {
            at = 1;
        }
        int end = endOfLine(0);
        if (text.substring(0, end).strip().matches(DECLARED)) {
            at = end;
            lineBreak();
        }
    }

    private List<Cell> row() {
        List<Cell> row = new ArrayList<>();
        while (true) {
            row.add(text.startsWith("\"", at) ? quoted() : plain());
            if (at < text.length() && text.charAt(at) == separator) {
                at++;
            } else {
                lineBreak();
                return row;
            }
        }
    }

    private Cell plain() {
        int start = at;
        while (at < text.length() && text.charAt(at) != separator && !isLineEnd(at)) {
            at++;
        }
        return cell(Cell.plain(text.substring(start, at)), line, start - lineStart + 1);
    }

    private Cell quoted() {
        int startLine = line;
        int startColumn = at - lineStart + 1;
        StringBuilder content = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' && text.startsWith("\"\"", at)) {
                content.append('"');
                at += 2;
            } else if (c == '"') {
                at++;
                return closed(content, startLine, startColumn);
            } else if (isLineEnd(at)) {
                content.append('\n');
                lineBreak();
            } else {
                content.append(c);
                at++;
            }
        }
        faults.add(EntryFault.of(
                new EntryPlace(0, "", startLine, startColumn, startLine, startColumn + 1, 0, ""),
                Sort.FORM,
                "table.quotation-open"));
        return cell("", startLine, startColumn);
    }

    /** After the closing mark nothing but a separator or the end of the line may stand. */
    private Cell closed(StringBuilder content, int startLine, int startColumn) {
        int end = at;
        while (at < text.length() && text.charAt(at) != separator && !isLineEnd(at)) {
            at++;
        }
        if (!text.substring(end, at).isBlank()) {
            faults.add(EntryFault.of(
                    new EntryPlace(0, "", line, end - lineStart + 1, line, at - lineStart + 1, 0, ""),
                    Sort.FORM,
                    "table.quotation-inside"));
        }
        return cell(Cell.plain(content.toString()), startLine, startColumn);
    }

    private Cell cell(String content, int startLine, int startColumn) {
        return new Cell(content, startLine, startColumn, line, at - lineStart + 1);
    }

    private boolean isLineEnd(int place) {
        char c = text.charAt(place);
        return c == '\n' || c == '\r';
    }

    private void lineBreak() {
        if (at < text.length()) {
            at += text.startsWith("\r\n", at) ? 2 : 1;
            line++;
            lineStart = at;
        }
    }

    private EntryPlace here() {
        return new EntryPlace(0, "", line, 1, 0, 0, 0, "");
    }

    private int endOfLine(int from) {
        int end = from;
        while (end < text.length() && !isLineEnd(end)) {
            end++;
        }
        return end;
    }

    /** The mark that stands most often in the first line that is no comment. */
    private char detected() {
        int start = 0;
        int end = endOfLine(0);
        while (end < text.length() && isNoHeader(text.substring(start, end).strip())) {
            start = end + 1;
            end = endOfLine(start);
        }
        String header = text.substring(start, end);
        return (char) SEPARATORS
                .chars()
                .reduce((one, other) -> count(header, other) > count(header, one) ? other : one)
                .orElseThrow();
    }

    private static boolean isNoHeader(String candidate) {
        return candidate.isEmpty()
                || candidate.matches("[,;\\t\"' ]*#.*")
                || candidate.matches("[,;\\t ]*")
                || candidate.matches(DECLARED);
    }

    private static long count(String header, int mark) {
        return header.chars().filter(c -> c == mark).count();
    }
}
