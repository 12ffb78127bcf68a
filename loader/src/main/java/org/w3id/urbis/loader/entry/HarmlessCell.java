package org.w3id.urbis.loader.entry;

import java.util.regex.Pattern;

/**
 * Text as it may stand in a cell of a CSV file that somebody opens with a spreadsheet, which takes some text for a formula
 * and computes it. What is read again is the text itself: {@link EntryReader} leaves the apostrophe out.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
public final class HarmlessCell {

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

    private HarmlessCell() {}

    /**
     * Makes text harmless.
     *
     * @param text what a cell is to show
     * @return the same, with an apostrophe before it if it begins as a formula does and is no number
     */
    public static String of(String text) {
        return FORMULA.matcher(text).matches() && !isNumber(text) ? "'" + text : text;
    }

    /**
     * Tells whether text is a number, which no spreadsheet computes.
     *
     * @param text what a cell is to show
     * @return true for digits with a sign and a decimal point or without
     */
    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }
}
