package org.w3id.urbis.loader.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3id.urbis.loader.record.Row;
import org.w3id.urbis.loader.source.CellRules;
import org.w3id.urbis.loader.source.Layout;

/** Looks whether a row says what it has to, in figures that are some, and in letters that a text may hold. */
final class RowRules {

    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][-+]?[0-9]{1,3})?");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[-+]?[0-9]+");

    private static final Pattern ERROR = Pattern.compile("#(NULL!|DIV/0!|VALUE!|REF!|NAME[?]|NUM!|N/A|SPILL!|CALC!)");

    /** So much of a cell is repeated in a message. */
    private static final int SHOWN = 40;

    private final CellRules rules;
    private final Set<String> emptyMarks;
    private final Set<String> used;
    private final boolean workbook;

    /**
     * Makes them of what a source says.
     *
     * @param layout   what cells have to be
     * @param used     the columns of which something is made
     * @param workbook whether cells may hold errors of formulas
     */
    RowRules(Layout layout, Set<String> used, boolean workbook) {
        this.used = Set.copyOf(used);
        this.workbook = workbook;
        this.rules = layout.cells();
        this.emptyMarks = layout.emptyMarks();
    }

    /** What is wrong with a row, each said in words that follow the number of the row. */
    List<String> broken(Row row) {
        List<String> broken = new ArrayList<>();
        for (String column : rules.required()) {
            if (value(row, column) == null) {
                broken.add("There is no " + column + ". Fill it in, or take the row out.");
            }
        }
        for (String column : used) {
            String value = value(row, column);
            if (value != null) {
                letters(column, value, broken);
            }
        }
        figures(row, rules.numbers(), NUMBER, "number, with a dot before decimals and nothing else", broken);
        figures(row, rules.wholeNumbers(), WHOLE_NUMBER, "whole number", broken);
        return broken;
    }

    private void letters(String column, String value, List<String> broken) {
        int odd = unprintable(value);
        if (odd >= 0) {
            broken.add(String.format(
                    "%s has the character U+%04X, which no text holds. Take it out.", column, (int) value.charAt(odd)));
        }
        if (workbook && ERROR.matcher(value).matches()) {
            broken.add(column + " holds the error " + value + " of a formula. Mend the formula, or empty the cell.");
        }
    }

    private void figures(Row row, Set<String> columns, Pattern form, String what, List<String> broken) {
        for (String column : columns) {
            String value = value(row, column);
            if (value != null
                    && (!form.matcher(value.strip()).matches()
                            || Double.isInfinite(Double.parseDouble(value.strip())))) {
                broken.add(column + " is to be a " + what + "; " + shown(value) + " is none.");
            }
        }
    }

    private String value(Row row, String column) {
        String value = row.cells().get(column);
        return value == null || emptyMarks.contains(value) ? null : value;
    }

    /** Where a control character stands, or one that is none in Unicode; -1 if there is none. */
    private static int unprintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' && character != '\n' && character != '\r' && character != '\t'
                    || character >= '\uFFFE') {
                return i;
            }
        }
        return -1;
    }

    private static String shown(String value) {
        return value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    }
}
