package org.w3id.urbis.endpoint.reconciliation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.urbis.loader.names.FoldedText;

/**
 * A name as tables print it, often with what tells it from others after a comma, a dash or in brackets: "Portland, OR",
 * "San Isidro (Lima)".
 *
 * @param whole      all of it
 * @param main       what stands before; the same as the whole if nothing follows
 * @param qualifiers what follows, piece by piece
 */
record AskedName(String whole, String main, List<String> qualifiers) {

    private static final Pattern BRACKETS = Pattern.compile("[(\\[（]([^)\\]）]*)[)\\]）]?");
    private static final Pattern SEPARATOR = Pattern.compile("[,،，;]|\\s[-–—/]\\s");
    /** Names are not that long; what is longer is cut. */
    private static final int LONGEST = 300;

    AskedName {
        qualifiers = List.copyOf(qualifiers);
    }

    static AskedName of(String text) {
        String whole = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        List<String> qualifiers = new ArrayList<>();
        Matcher brackets = BRACKETS.matcher(whole);
        while (brackets.find()) {
            qualifiers.add(brackets.group(1));
        }
        String[] pieces = SEPARATOR.split(BRACKETS.matcher(whole).replaceAll(" "));
        qualifiers.addAll(0, Arrays.asList(pieces).subList(Math.min(1, pieces.length), pieces.length));
        String main = pieces.length == 0 ? "" : pieces[0].strip();
        qualifiers.removeIf(piece -> FoldedText.of(piece).isEmpty());
        return FoldedText.of(main).isEmpty() || qualifiers.isEmpty()
                ? new AskedName(whole, whole, List.of())
                : new AskedName(
                        whole, main, qualifiers.stream().map(String::strip).toList());
    }

    boolean isQualified() {
        return !qualifiers.isEmpty();
    }
}
