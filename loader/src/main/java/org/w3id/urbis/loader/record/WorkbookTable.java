package org.w3id.urbis.loader.record;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3id.urbis.loader.source.Fault;
import org.w3id.urbis.loader.source.Layout;
import org.w3id.urbis.loader.source.SourceFile;
import org.w3id.urbis.loader.source.UnreadableSourceException;

/**
 * One sheet of an XLSX workbook, row by row. Of a formula, only the value is taken that was last computed; a number that is
 * shown as a date is one, {@code 2030-06-30}.
 *
 * @see <a href="https://ecma-international.org/publications-and-standards/standards/ecma-376/">ECMA-376, part 1, 18</a>
 */
final class WorkbookTable {

    private static final int MOST_FAULTS = 100_000;

    /** The last column that the format has, XFD. */
    private static final int LAST_COLUMN = 16_384;

    private static final int LETTERS = 26;

    private final SourceFile file;
    private final Layout layout;

    WorkbookTable(SourceFile file, Layout layout) {
        this.file = file;
        this.layout = layout;
    }

    void read(Consumer<List<String>> header, Consumer<Row> rows, Consumer<Fault> faults) {
        try {
            WorkbookParts parts = WorkbookParts.of(file);
            Optional<String> part = layout.sheet().isEmpty()
                    ? parts.sheets().values().stream().findFirst()
                    : Optional.ofNullable(parts.sheets().get(layout.sheet().get()));
            if (part.isEmpty()) {
                faults.accept(Fault.of(
                        file.label(),
                        "The workbook has no sheet " + layout.sheet().orElse("") + ". It has: "
                                + String.join(", ", parts.sheets().keySet()) + "."));
                return;
            }
            Reading reading = new Reading(parts, header, rows, faults);
            if (!parts.open(part.get(), reading::sheet)) {
                faults.accept(Fault.of(file.label(), "The sheet is missing in the workbook, " + part.get() + "."));
            }
        } catch (XMLStreamException | ZipException e) {
            faults.accept(Fault.of(file.label(), "This is no XLSX workbook, or a damaged one: " + e.getMessage()));
        } catch (EOFException e) {
            faults.accept(Fault.of(file.label(), "The workbook breaks off before its end."));
        } catch (IOException e) {
            throw new UnreadableSourceException("Cannot read " + file.label(), e);
        }
    }

    /** One pass over the sheet. */
    private final class Reading {

        private final WorkbookParts parts;
        private final Consumer<List<String>> columns;
        private final Consumer<Row> rows;
        private final Consumer<Fault> faults;
        private Header header;
        private long count;
        private int faultCount;

        Reading(WorkbookParts parts, Consumer<List<String>> columns, Consumer<Row> rows, Consumer<Fault> faults) {
            this.parts = parts;
            this.columns = columns;
            this.rows = rows;
            this.faults = faults;
        }

        void sheet(InputStream part) throws XMLStreamException {
            XMLStreamReader xml = WorkbookParts.reader(part);
            long line = 0;
            while (xml.hasNext() && faultCount < MOST_FAULTS) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    String number = xml.getAttributeValue(null, "r");
                    line = number != null && number.matches("[0-9]{1,9}") ? Long.parseLong(number) : line + 1;
                    take(line, cells(xml));
                }
            }
            if (header == null) {
                fault(1, "The sheet is empty. Its first row has to name the columns.");
            }
        }

        private Map<Integer, String> cells(XMLStreamReader xml) throws XMLStreamException {
            Map<Integer, String> cells = new LinkedHashMap<>();
            int column = 0;
            while (!(xml.next() == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row"))) {
                if (xml.isStartElement() && xml.getLocalName().equals("c")) {
                    column = column(xml.getAttributeValue(null, "r"), column + 1);
                    String text = parts.value(xml);
                    if (!text.isBlank()) {
                        cells.put(column, text);
                    }
                }
            }
            return cells;
        }

        private static int column(String reference, int next) {
            if (reference == null) {
                return next;
            }
            int column = 0;
            for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
                column = Math.min(
                        LAST_COLUMN + 1, column * LETTERS + Character.toUpperCase(reference.charAt(i)) - 'A' + 1);
            }
            return column;
        }

        private void take(long line, Map<Integer, String> cells) {
            if (cells.isEmpty()) {
                return;
            }
            if (header == null) {
                begin(line, cells);
                return;
            }
            count++;
            List<String> names = header.names();
            Map<String, String> named = new LinkedHashMap<>();
            for (Map.Entry<Integer, String> cell : cells.entrySet()) {
                if (cell.getKey() < 1 || cell.getKey() > names.size()) {
                    fault(line, "Row " + count + " has a cell beside the columns: " + cell.getValue());
                    return;
                }
                named.put(names.get(cell.getKey() - 1), cell.getValue());
            }
            if (faultCount == 0) {
                rows.accept(new Row(count, line, named));
            }
        }

        private void begin(long line, Map<Integer, String> cells) {
            int width =
                    cells.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
            List<String> titles = new ArrayList<>();
            for (int i = 1; i <= width; i++) {
                titles.add(cells.getOrDefault(i, ""));
            }
            header = Header.of(titles);
            header.faults().forEach(message -> fault(line, message));
            columns.accept(header.names());
        }

        private void fault(long line, String message) {
            faultCount++;
            faults.accept(new Fault(file.label(), line, 0, message));
        }
    }
}
