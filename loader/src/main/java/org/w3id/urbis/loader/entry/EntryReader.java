package org.w3id.urbis.loader.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.urbis.loader.entry.EntryFault.Sort;

/**
 * Reads what a secretariat has filled in: a table of one kind of things as CSV, or a workbook with a sheet for each kind.
 *
 * <p>The first column says by its title what the table is about, the others hold properties by their names in the
 * published context. Several values of a cell are parted by {@code |}. What cannot be understood is a fault at its cell;
 * the rest is read on. Instances never change and may be shared by threads.
 */
public final class EntryReader {

    /** The most rows that are read of a table. */
    static final int MOST_ROWS = 20_000;

    /** The most cells that are read of a file. */
    static final int MOST_CELLS = 400_000;

    /** The most columns of a table. */
    static final int MOST_COLUMNS = 1000;

    private final EntryTerms terms;
    private final KnownThings known;

    /**
     * Makes a reader.
     *
     * @param terms what can stand in an entry
     * @param known what a table may speak of by name besides its own rows
     */
    public EntryReader(EntryTerms terms, KnownThings known) {
        this.terms = terms;
        this.known = known;
    }

    /**
     * Reads a table.
     *
     * @param text the text of a CSV file; a byte order mark may stand before it
     * @return what it says and what is wrong with it
     */
    public EntryContent csv(String text) {
        List<EntryFault> faults = new ArrayList<>();
        CsvText csv = new CsvText(text, faults);
        Collected collected = new Collected();
        Sheet sheet = csv.sheet();
        faults.forEach(collected::fault);
        read(List.of(sheet), collected);
        return collected.content(csv.separator());
    }

    /**
     * Reads a workbook.
     *
     * @param file the bytes of an XLSX file
     * @return what it says and what is wrong with it
     */
    public EntryContent xlsx(byte[] file) {
        Collected collected = new Collected();
        try {
            read(XlsxWorkbook.sheets(file), collected);
        } catch (UnreadableWorkbookException e) {
            return EntryContent.unreadable(EntryFault.of(nowhere(), Sort.FORM, e.key()));
        }
        return collected.content(' ');
    }

    private void read(List<Sheet> sheets, Collected collected) {
        NamedRows named = new NamedRows();
        ValueReader values = new ValueReader(terms, named, known);
        List<SheetReader> readers = new ArrayList<>();
        boolean hasRows = false;
        for (int i = 0; i < sheets.size(); i++) {
            Sheet sheet = sheets.get(i);
            List<List<Cell>> rows =
                    sheet.rows().stream().filter(row -> !Sheet.isComment(row)).toList();
            if (rows.isEmpty()) {
                continue;
            }
            hasRows = true;
            Optional<SheetHeader> header = SheetHeader.of(sheet, i, rows.getFirst(), terms, collected);
            if (header.isPresent()) {
                readers.add(new SheetReader(sheet, i, header.get(), rows.subList(1, rows.size()), values, collected));
            }
        }
        if (!hasRows) {
            collected.fault(EntryFault.of(nowhere(), Sort.FORM, "table.empty"));
        }
        readers.forEach(reader -> reader.name(named));
        readers.forEach(SheetReader::read);
    }

    private static EntryPlace nowhere() {
        return new EntryPlace(0, "", 1, 1, 0, 0, 0, "");
    }
}
