package org.w3id.urbis.loader.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The sheets of an XLSX workbook. Of a formula, only the value is taken that was last computed.
 *
 * @see <a href="https://ecma-international.org/publications-and-standards/standards/ecma-376/">ECMA-376, part 1, 18</a>
 */
final class XlsxWorkbook {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");
    private static final int MOST_SHEETS = 200;
    private static final int LETTERS = 26;

    private final XlsxParts parts;
    private final List<String> strings = new ArrayList<>();
    private final Map<String, String> targets = new HashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private boolean from1904;
    private long cells;

    private XlsxWorkbook(XlsxParts parts) {
        this.parts = parts;
    }

    /** Reads all sheets of a file. */
    static List<Sheet> sheets(byte[] file) throws UnreadableWorkbookException {
        return new XlsxWorkbook(XlsxParts.of(file)).sheets();
    }

    private List<Sheet> sheets() throws UnreadableWorkbookException {
        XlsxXml.visit(parts.part("xl/workbook.xml").orElseThrow(), this::ofWorkbook);
        Optional<byte[]> relations = parts.part("xl/_rels/workbook.xml.rels");
        if (relations.isPresent()) {
            XlsxXml.visit(relations.get(), this::ofRelations);
        }
        Optional<byte[]> shared = parts.part("xl/sharedStrings.xml");
        if (shared.isPresent()) {
            XlsxXml.visit(shared.get(), (element, xml) -> {
                if (element.equals("si")) {
                    strings.add(XlsxXml.text(xml, "rPh"));
                }
            });
        }
        XlsxDates dates = XlsxDates.of(parts.part("xl/styles.xml"), from1904);
        List<Sheet> sheets = new ArrayList<>();
        for (Map.Entry<String, String> sheet : names.entrySet()) {
            Optional<byte[]> part =
                    Optional.ofNullable(targets.get(sheet.getKey())).flatMap(parts::part);
            sheets.add(new Sheet(sheet.getValue(), part.isPresent() ? rows(part.get(), dates) : List.of()));
        }
        return sheets;
    }

    private void ofWorkbook(String element, XMLStreamReader xml) throws UnreadableWorkbookException {
        if (element.equals("workbookPr")) {
            from1904 = XlsxXml.attribute(xml, "date1904")
                    .filter(value -> value.equals("1") || value.equals("true"))
                    .isPresent();
        } else if (element.equals("sheet")) {
            if (names.size() == MOST_SHEETS) {
                throw new UnreadableWorkbookException("workbook.too-large");
            }
            names.put(
                    String.valueOf(xml.getAttributeValue(RELATIONS, "id")),
                    XlsxXml.attribute(xml, "name").orElse("?"));
        }
    }

    private void ofRelations(String element, XMLStreamReader xml) {
        // A relation to something outside of the file is not followed: its target is no part.
        if (element.equals("Relationship")) {
            String target = XlsxXml.attribute(xml, "Target").orElse("");
            targets.put(
                    XlsxXml.attribute(xml, "Id").orElse(""),
                    target.startsWith("/") ? target.substring(1) : "xl/" + target);
        }
    }

    private List<List<Cell>> rows(byte[] part, XlsxDates dates) throws UnreadableWorkbookException {
        List<List<Cell>> rows = new ArrayList<>();
        int[] last = {0, 0};
        XlsxXml.visit(part, (element, xml) -> {
            if (element.equals("row")) {
                last[0] = XlsxXml.attribute(xml, "r").map(Integer::parseInt).orElse(last[0] + 1);
                last[1] = 0;
                rows.add(new ArrayList<>());
            } else if (element.equals("c") && !rows.isEmpty()) {
                last[1] = column(xml).orElse(last[1] + 1);
                add(rows.getLast(), last[0], last[1], Cell.plain(value(xml, dates)));
            }
            if (rows.size() > EntryReader.MOST_ROWS + 100) {
                throw new UnreadableWorkbookException("workbook.too-large");
            }
        });
        rows.removeIf(row -> row.stream().allMatch(Cell::isBlank));
        return rows;
    }

    /** Cells that are left out are empty; those that come out of order are passed over. */
    private void add(List<Cell> row, int line, int column, String text) throws UnreadableWorkbookException {
        if (text.isEmpty() || column <= row.size()) {
            return;
        }
        cells += column - row.size();
        if (cells > EntryReader.MOST_CELLS || column > EntryReader.MOST_COLUMNS) {
            throw new UnreadableWorkbookException("workbook.too-large");
        }
        while (row.size() < column - 1) {
            row.add(new Cell("", line, row.size() + 1, 0, 0));
        }
        row.add(new Cell(text, line, column, 0, 0));
    }

    private static Optional<Integer> column(XMLStreamReader xml) {
        return XlsxXml.attribute(xml, "r")
                .map(REFERENCE::matcher)
                .filter(Matcher::matches)
                .map(reference ->
                        reference.group(1).chars().reduce(0, (number, letter) -> number * LETTERS + letter - 'A' + 1));
    }

    private String value(XMLStreamReader xml, XlsxDates dates) throws XMLStreamException {
        String type = XlsxXml.attribute(xml, "t").orElse("n");
        Optional<String> style = XlsxXml.attribute(xml, "s");
        String text = XlsxXml.text(xml, "f");
        return switch (type) {
            case "s" -> shared(text);
            case "n" -> text.isBlank() ? "" : dates.text(text.strip(), style);
            case "b" -> text.strip().equals("1") ? "true" : "false";
            case "d" -> text.strip().replaceFirst("T.*", "");
            default -> text;
        };
    }

    private String shared(String index) {
        try {
            int number = Integer.parseInt(index.strip());
            return number >= 0 && number < strings.size() ? strings.get(number) : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }
}
