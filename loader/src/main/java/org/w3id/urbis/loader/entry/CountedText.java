package org.w3id.urbis.loader.entry;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.urbis.loader.mapping.QualifiedNumber;
import org.w3id.urbis.shapes.Folded;

/**
 * A number with the words around it: {@code nearly 100 cities}, {@code 100+}, {@code ca. 50}.
 *
 * @param text   what stands in the cell
 * @param number the number; absent if there is a fault
 * @param fault  what is wrong: no number, several, or one with two readings
 */
record CountedText(String text, QualifiedNumber number, Optional<String> fault) {

    private static final Pattern NUMBERS =
            Pattern.compile("[0-9]+(?:[.,\u2019' \u00A0\u202F][0-9]{3})*(?:[.,][0-9]+)?");

    /** Twelve hundred to one half of the world, and one and a fifth to the other. */
    private static final Pattern TWO_READINGS = Pattern.compile("(?<![0-9.,])[1-9][0-9]{0,2}[.][0-9]{3}(?![0-9.,])");

    private static final Pattern DECIMAL_COMMA = Pattern.compile("(?<![0-9.,])[0-9]+,[0-9]{1,2}(?![0-9])");

    static CountedText of(String text) {
        Optional<QualifiedNumber> number = QualifiedNumber.of(text);
        long written = NUMBERS.matcher(text).results().count();
        Optional<String> fault = number.isEmpty()
                ? Optional.of("table.no-number")
                : TWO_READINGS.matcher(text).find()
                                || DECIMAL_COMMA.matcher(text).find()
                        ? Optional.of("table.number-unclear")
                        : written > (number.get().upper().isPresent() ? 2 : 1)
                                ? Optional.of("table.several-numbers")
                                : Optional.empty();
        return new CountedText(text, number.orElse(null), fault);
    }

    /** The number as a literal. */
    Node value() {
        return literal(number.value());
    }

    static Node literal(BigDecimal number) {
        return NodeFactory.createLiteralDT(
                number.toPlainString(), number.scale() > 0 ? XSDDatatype.XSDdecimal : XSDDatatype.XSDinteger);
    }

    /** Whether there are words besides the number. */
    boolean hasWords() {
        return !text.strip().matches("[0-9]+([.][0-9]+)?");
    }

    /** The unit that the words name; empty if they name none. */
    Optional<Node> unit(CodeLists lists) {
        if (text.contains("%")) {
            return lists.code("unit", "percent");
        }
        String[] words = Folded.of(text.replaceAll("[0-9.,+]", " ")).split(" ");
        return Arrays.stream(words)
                .filter(word -> !word.isEmpty())
                .map(word -> lists.code("unit", word).or(() -> lists.code("unit", singular(word))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String singular(String word) {
        return switch (word) {
            case "people", "inhabitants", "citizens" -> "person";
            case "towns", "municipalities" -> "city";
            default ->
                word.endsWith("ies")
                        ? word.substring(0, word.length() - 3) + "y"
                        : word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        };
    }
}
