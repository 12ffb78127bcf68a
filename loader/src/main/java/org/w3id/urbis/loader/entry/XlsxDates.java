package org.w3id.urbis.loader.entry;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers of a workbook as text: a date where the format of the cell makes a date of it, and as precise as the format.
 *
 * @see <a href="https://ecma-international.org/publications-and-standards/standards/ecma-376/">ECMA-376, part 1, 18.8.30</a>
 */
final class XlsxDates {

    private static final LocalDate FIRST_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_1904 = LocalDate.of(1904, 1, 1);

    /** The last day that a spreadsheet knows, 9999-12-31. */
    private static final int LAST_DAY = 2_958_465;

    /** Formats that are there without being declared; those from 27 on are dates in East Asian versions. */
    private static final Map<Integer, String> BUILT_IN =
            Map.of(14, "d/m/y", 15, "d-m-y", 16, "d-m", 17, "m-y", 22, "d/m/y");

    private final List<String> formats;
    private final LocalDate first;

    private XlsxDates(List<String> formats, boolean from1904) {
        this.formats = formats;
        this.first = from1904 ? FIRST_1904 : FIRST_1900;
    }

    /** Reads the formats of cells from the part that holds the styles. */
    static XlsxDates of(Optional<byte[]> styles, boolean from1904) throws UnreadableWorkbookException {
        Map<Integer, String> declared = new HashMap<>(BUILT_IN);
        List<String> formats = new ArrayList<>();
        boolean[] ofCells = {false};
        if (styles.isPresent()) {
            XlsxXml.visit(styles.get(), (element, xml) -> {
                switch (element) {
                    case "numFmt" ->
                        declared.put(
                                Integer.parseInt(
                                        XlsxXml.attribute(xml, "numFmtId").orElse("0")),
                                XlsxXml.attribute(xml, "formatCode").orElse(""));
                    case "cellXfs" -> ofCells[0] = true;
                    case "cellStyles", "dxfs" -> ofCells[0] = false;
                    case "xf" -> {
                        if (ofCells[0]) {
                            int id = Integer.parseInt(
                                    XlsxXml.attribute(xml, "numFmtId").orElse("0"));
                            formats.add(declared.getOrDefault(id, ""));
                        }
                    }
                    default -> {
                        // Fonts and colours say nothing of a value.
                    }
                }
            });
        }
        return new XlsxDates(formats, from1904);
    }

    /** The number that a cell holds, as text. */
    String text(String number, Optional<String> style) {
        BigDecimal value;
        try {
            value = new BigDecimal(number);
        } catch (NumberFormatException e) {
            return number;
        }
        String format = style.map(Integer::parseInt)
                .filter(index -> index >= 0 && index < formats.size())
                .map(formats::get)
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|am/pm", "");
        boolean isDate = format.contains("y") || format.contains("d");
        if (isDate && value.signum() > 0 && value.compareTo(BigDecimal.valueOf(LAST_DAY)) <= 0) {
            String day = first.plusDays(value.longValue()).toString();
            return format.contains("d") ? day : format.contains("m") ? day.substring(0, 7) : day.substring(0, 4);
        }
        // Spreadsheets compute in binary and show fifteen digits.
        BigDecimal shown = value.round(new MathContext(15)).stripTrailingZeros();
        return Math.abs(shown.scale()) > 100 ? number : shown.toPlainString();
    }
}
