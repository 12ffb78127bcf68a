package org.w3id.urbis.endpoint.sparql.result;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;

/** Writes cells of a workbook. */
final class XlsxCell {
    /** What a cell has room for. */
    private static final int LONGEST = 32_767;
    /** Digits that a spreadsheet keeps; a longer number would be another one. */
    private static final int MOST_DIGITS = 15;

    /** Day 0 of spreadsheets; from March 1900 on, their count of days is right. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);

    private static final LocalDate FIRST_RIGHT = LocalDate.of(1900, 3, 1);

    private static final String XSD = XSDDatatype.XSD + "#";
    private static final Set<String> NUMBERS = Set.of(
            XSD + "integer",
            XSD + "decimal",
            XSD + "double",
            XSD + "float",
            XSD + "int",
            XSD + "long",
            XSD + "short",
            XSD + "byte",
            XSD + "nonNegativeInteger",
            XSD + "positiveInteger",
            XSD + "unsignedInt",
            XSD + "unsignedLong");

    private XlsxCell() {}

    static void title(StringBuilder line, String text) {
        line.append("<c s=\"1\" t=\"inlineStr\"><is><t>");
        escaped(line, text);
        line.append("</t></is></c>");
    }

    static void text(StringBuilder line, String text) {
        if (text.length() > LONGEST) {
            throw new UnwritableTextException("A text of the answer is longer than a cell of a workbook has room for.");
        }
        line.append("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        escaped(line, text);
        line.append("</t></is></c>");
    }

    static void truth(StringBuilder line, boolean truth) {
        line.append("<c t=\"b\"><v>").append(truth ? 1 : 0).append("</v></c>");
    }

    static void literal(StringBuilder line, Node term) {
        String text = term.getLiteralLexicalForm();
        String type = term.getLiteralDatatypeURI();
        if (NUMBERS.contains(type) && isKept(text)) {
            line.append("<c><v>")
                    .append(text.startsWith("+") ? text.substring(1) : text)
                    .append("</v></c>");
        } else if (type.equals(XSD + "date") && isDay(text)) {
            line.append("<c s=\"2\"><v>")
                    .append(LocalDate.parse(text).toEpochDay() - FIRST_DAY.toEpochDay())
                    .append("</v></c>");
        } else if (type.equals(XSD + "boolean") && text.matches("true|false|0|1")) {
            truth(line, text.equals("true") || text.equals("1"));
        } else {
            text(line, text);
        }
    }

    private static boolean isKept(String number) {
        return number.matches("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?")
                && number.replaceAll("[eE].*|[^0-9]", "").length() <= MOST_DIGITS;
    }

    private static boolean isDay(String text) {
        try {
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                    && !LocalDate.parse(text).isBefore(FIRST_RIGHT);
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    /** What XML has no way to write is written as workbooks do: {@code _x001F_}. */
    private static void escaped(StringBuilder line, String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> line.append("&amp;");
                case '<' -> line.append("&lt;");
                case '>' -> line.append("&gt;");
                case '\t', '\n' -> line.append((char) c);
                default -> {
                    if (c < 0x20 || c >= 0xD800 && c <= 0xDFFF || c == 0xFFFE || c == 0xFFFF) {
                        line.append("_x%04X_".formatted(c));
                    } else {
                        line.appendCodePoint(c);
                    }
                }
            }
        });
    }
}
