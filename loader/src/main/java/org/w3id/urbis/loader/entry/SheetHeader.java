package org.w3id.urbis.loader.entry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.w3id.urbis.loader.entry.EntryFault.Sort;
import org.w3id.urbis.shapes.Spelling;

/**
 * What the titles of a sheet say.
 *
 * @param kind    what the table is about
 * @param columns the columns, the first of them that of the name; those whose title says nothing are empty
 * @param titles  the titles as they are written
 */
record SheetHeader(EntryKind kind, List<Optional<ColumnPath>> columns, List<String> titles) {

    private static final String ID = "id";

    /** Reads the row of titles; what is wrong with it goes to the faults. Empty if it is not said what it is about. */
    static Optional<SheetHeader> of(Sheet sheet, int number, List<Cell> row, EntryTerms terms, Collected into) {
        String first = row.getFirst().text();
        Optional<EntryKind> kind =
                EntryKind.of(first).or(() -> first.equalsIgnoreCase(ID) ? ofName(sheet.name()) : Optional.empty());
        EntryPlace start = place(sheet, number, row.getFirst(), first);
        if (kind.isEmpty()) {
            into.fault(EntryFault.of(
                    start,
                    Sort.FORM,
                    sheet.name().isEmpty() ? "table.no-kind" : "table.no-kind-of-sheet",
                    "title",
                    first,
                    "sheet",
                    sheet.name(),
                    "kinds",
                    String.join(
                            ", ", EntryKind.usual().stream().map(EntryKind::key).toList())));
            return Optional.empty();
        }
        List<Optional<ColumnPath>> columns = new ArrayList<>(List.of(Optional.empty()));
        List<String> titles = new ArrayList<>(List.of(kind.get().key()));
        Set<String> seen = new HashSet<>();
        for (Cell cell : row.subList(1, row.size())) {
            Optional<ColumnPath> column = cell.isBlank() ? Optional.empty() : ColumnPath.of(cell.text(), terms);
            columns.add(column);
            titles.add(cell.text());
            EntryPlace place = place(sheet, number, cell, cell.text());
            if (column.isEmpty() && !cell.isBlank()) {
                into.fault(unknown(place, cell.text(), terms));
            } else if (column.isPresent() && !seen.add(cell.text().toLowerCase(Locale.ROOT))) {
                into.fault(EntryFault.of(place, Sort.COLUMN, "table.column-twice", "title", cell.text()));
            }
        }
        return Optional.of(new SheetHeader(kind.get(), columns, titles));
    }

    private static EntryFault unknown(EntryPlace place, String title, EntryTerms terms) {
        List<String> near = Spelling.nearest(title.replaceAll("\\s+", ""), terms.keys());
        if (near.isEmpty()) {
            return EntryFault.of(place, Sort.COLUMN, "table.no-column", "title", title);
        }
        EntryFault fault = EntryFault.of(
                place, Sort.COLUMN, "table.no-column-near", "title", title, "near", String.join(" / ", near));
        return near.size() == 1 ? fault.replacedBy(near.getFirst()) : fault;
    }

    private static EntryPlace place(Sheet sheet, int number, Cell cell, String title) {
        return new EntryPlace(
                number, sheet.name(), cell.line(), cell.column(), cell.endLine(), cell.endColumn(), 0, title);
    }

    /** The kind that a sheet is named after, in the singular or with an s. */
    private static Optional<EntryKind> ofName(String sheet) {
        String name = sheet.toLowerCase(Locale.ROOT).strip();
        return EntryKind.of(name)
                .or(() -> EntryKind.of(name.replaceFirst("s$", "")))
                .or(() -> EntryKind.of(name.replaceFirst("ies$", "y")));
    }
}
