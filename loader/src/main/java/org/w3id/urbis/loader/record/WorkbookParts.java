package org.w3id.urbis.loader.record;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3id.urbis.loader.source.SourceFile;

/** What a workbook says besides its cells: which sheets there are, the texts they share, and which numbers are dates. */
final class WorkbookParts {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** Together they may say so much; a workbook whose texts fill more is none that people make. */
    private static final long MOST_CHARACTERS = 200_000_000;

    /** Formats 14 to 22 are dates without being declared; 18 to 21 are times of day. */
    private static final int FIRST_DATE = 14;

    private static final int LAST_DATE = 22;
    private static final int FIRST_TIME = 18;
    private static final int LAST_TIME = 21;
    private static final long SECONDS_OF_A_DAY = 86_400;
    private static final double DAYS_BEFORE_10000 = 2_958_466;
    private static final double FIRST_OF_MARCH_1900 = 60;
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][-+]?[0-9]{1,3})?");

    /** A cell holds no more, by what spreadsheets can. */
    private static final int MOST_OF_A_CELL = 1 << 20;

    private static final LocalDate FIRST_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_1904 = LocalDate.of(1904, 1, 1);

    private final SourceFile file;
    private final List<String> strings = new ArrayList<>();
    private final Map<String, String> sheetIds = new LinkedHashMap<>();
    private final Map<String, String> targets = new HashMap<>();
    private final List<Boolean> dates = new ArrayList<>();
    private boolean from1904;
    private long characters;

    private WorkbookParts(SourceFile file) {
        this.file = file;
    }

    /** What is done with a part of the file. */
    @FunctionalInterface
    interface PartReader {
        void read(InputStream part) throws XMLStreamException, IOException;
    }

    static WorkbookParts of(SourceFile file) throws IOException, XMLStreamException {
        WorkbookParts parts = new WorkbookParts(file);
        boolean workbook = parts.open("xl/workbook.xml", parts::workbook);
        if (!workbook) {
            throw new XMLStreamException("it has no xl/workbook.xml");
        }
        parts.open("xl/_rels/workbook.xml.rels", parts::relations);
        parts.open("xl/sharedStrings.xml", parts::sharedStrings);
        parts.open("xl/styles.xml", parts::styles);
        return parts;
    }

    /** The parts that hold sheets, by the names of the sheets, in their order. */
    Map<String, String> sheets() {
        Map<String, String> sheets = new LinkedHashMap<>();
        sheetIds.forEach((name, id) -> {
            String target = targets.getOrDefault(id, "");
            sheets.put(name, target.startsWith("/") ? target.substring(1) : "xl/" + target);
        });
        return sheets;
    }

    /** Reads one part; false if there is none of that name. */
    boolean open(String name, PartReader reader) throws IOException, XMLStreamException {
        try (ZipInputStream zip = new ZipInputStream(file.open())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    reader.read(zip);
                    return true;
                }
            }
        } catch (IllegalArgumentException e) {
            throw new XMLStreamException("a name in it is not readable", e);
        }
        return false;
    }

    /** Reads XML in which a document type, and whatever it could pull in, has no effect. */
    static XMLStreamReader reader(InputStream part) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Whoever wants a text whole puts its pieces together, and stops in time.
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory.createXMLStreamReader(part);
    }

    private void workbook(InputStream part) throws XMLStreamException {
        XMLStreamReader xml = reader(part);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("sheet")) {
                    sheetIds.put(xml.getAttributeValue(null, "name"), xml.getAttributeValue(RELATIONS, "id"));
                } else if (xml.getLocalName().equals("workbookPr")) {
                    String first = xml.getAttributeValue(null, "date1904");
                    from1904 = "1".equals(first) || "true".equals(first);
                }
            }
        }
    }

    private void relations(InputStream part) throws XMLStreamException {
        XMLStreamReader xml = reader(part);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")) {
                targets.put(xml.getAttributeValue(null, "Id"), xml.getAttributeValue(null, "Target"));
            }
        }
    }

    private void sharedStrings(InputStream part) throws XMLStreamException {
        XMLStreamReader xml = reader(part);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                strings.add(text(xml, "si"));
            }
        }
    }

    private void styles(InputStream part) throws XMLStreamException {
        XMLStreamReader xml = reader(part);
        Map<Integer, Boolean> declared = new HashMap<>();
        boolean ofCells = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "numFmt" ->
                        declared.put(
                                number(xml, "numFmtId"),
                                isDate(String.valueOf(xml.getAttributeValue(null, "formatCode"))));
                    case "cellXfs" -> ofCells = true;
                    case "xf" -> {
                        if (ofCells) {
                            int format = number(xml, "numFmtId");
                            dates.add(declared.getOrDefault(format, isBuiltInDate(format)));
                        }
                    }
                    default -> {
                        // Fonts and colours say nothing of a value.
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("cellXfs")) {
                ofCells = false;
            }
        }
    }

    private static boolean isBuiltInDate(int format) {
        return format >= FIRST_DATE && format <= LAST_DATE && (format < FIRST_TIME || format > LAST_TIME);
    }

    private static boolean isDate(String format) {
        String letters = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*]", "");
        return letters.contains("y") || letters.contains("d");
    }

    private static int number(XMLStreamReader xml, String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        return value == null || !value.matches("[0-9]{1,9}") ? 0 : Integer.parseInt(value);
    }

    /** The value of the cell that has begun, as text; empty if it has none. */
    String value(XMLStreamReader xml) throws XMLStreamException {
        String type = xml.getAttributeValue(null, "t");
        int style = number(xml, "s");
        String text = text(xml, "c");
        return switch (type == null ? "n" : type) {
            case "s" -> shared(text.strip());
            case "b" -> text.strip().equals("1") ? "true" : "false";
            case "n" -> plain(text.strip(), style < dates.size() && dates.get(style));
            default -> text;
        };
    }

    private String shared(String index) throws XMLStreamException {
        int number = index.matches("[0-9]{1,9}") ? Integer.parseInt(index) : -1;
        if (number < 0 || number >= strings.size()) {
            throw new XMLStreamException("a cell has the shared text " + index + ", and there is none of that number");
        }
        return strings.get(number);
    }

    /** Spreadsheets write 0.1 as 0.10000000000000001 and a day as the number of days before it. */
    private String plain(String number, boolean date) {
        if (!NUMBER.matcher(number).matches()) {
            return number;
        }
        double value = Double.parseDouble(number);
        if (Double.isInfinite(value) || date && (value < 0 || value >= DAYS_BEFORE_10000)) {
            return number;
        }
        if (!date) {
            return new BigDecimal(String.valueOf(value)).stripTrailingZeros().toPlainString();
        }
        // The first programs of this kind took 1900 for a leap year, and their days before March are one less.
        double day = !from1904 && value < FIRST_OF_MARCH_1900 ? value + 1 : value;
        long seconds = Math.round(day * SECONDS_OF_A_DAY);
        LocalDateTime time = (from1904 ? FIRST_1904 : FIRST_1900).atStartOfDay().plusSeconds(seconds);
        return time.toLocalTime().toSecondOfDay() == 0 ? time.toLocalDate().toString() : time.toString();
    }

    /** The text within an element, without how it is spoken and without formulas. */
    private String text(XMLStreamReader xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int skipped = 0;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                skipped = skipped > 0 || name.equals("rPh") || name.equals("f") ? skipped + 1 : 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (skipped > 0) {
                    skipped--;
                } else if (xml.getLocalName().equals(element)) {
                    return text.toString();
                }
            } else if (skipped == 0
                    && (event == XMLStreamConstants.CHARACTERS
                            || event == XMLStreamConstants.CDATA
                            || event == XMLStreamConstants.SPACE)) {
                text.append(xml.getText());
                characters += xml.getTextLength();
                if (text.length() > MOST_OF_A_CELL) {
                    throw new XMLStreamException("a cell holds more than " + MOST_OF_A_CELL + " characters");
                }
                if (characters > MOST_CHARACTERS) {
                    throw new XMLStreamException("it holds more text than can be read");
                }
            }
        }
    }
}
